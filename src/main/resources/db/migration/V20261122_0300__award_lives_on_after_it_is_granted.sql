-- An award is adjusted, stopped, resumed and ended; what was paid stays, what comes next changes.
alter table award add column status text not null default 'ACTIVE'
	check (status in ('ACTIVE', 'STOPPED', 'TRANSFERRED', 'ENDED'));
-- From this term on nothing is paid while it is stopped.
alter table award add column stopped_from text check (stopped_from in ('AUTUMN', 'SPRING'));
alter table award add constraint award_stopped_from_a_term check ((status = 'STOPPED') = (stopped_from is not null));
-- Boarding as it was when somebody last looked: a change of it is caught before the next payment.
alter table award add column boarding boolean not null default false;
update award a set boarding = e.boarding from enrolment e where e.id = a.enrolment_id;
-- An award ended before its first payment is worth nothing any more.
alter table award drop constraint award_annual_check;
alter table award add constraint award_annual_check check (annual > 0 or (annual = 0 and status in ('TRANSFERRED', 'ENDED')
	or status = 'STOPPED'));

-- One live award per person × programme × year, whatever the school; one that has ended leaves the rest of the year free.
drop index award_once_per_person;
create unique index award_once_per_person on award (person_id, programme_id, school_year)
	where status in ('ACTIVE', 'STOPPED');

create or replace function awarded_elsewhere(person bigint, programme bigint, year integer, school bigint) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from award a
		where a.person_id = person and a.programme_id = programme and a.school_year = year and a.school_id <> school
			and a.status in ('ACTIVE', 'STOPPED'));

-- Did an award that has ended, at whatever school, give this child something for this term? A new award leaves it out.
create function awarded_before(person bigint, programme bigint, year integer, wanted text) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from award a join award_term t on t.award_id = a.id
		where a.person_id = person and a.programme_id = programme and a.school_year = year
			and a.status in ('TRANSFERRED', 'ENDED') and t.term = wanted and t.amount > 0);

-- The life of an award, one line per step with what it is worth afterwards.
create table award_event (
	id bigint primary key,
	school_id bigint not null,
	award_id bigint not null,
	action text not null,
	status text not null,
	tier text not null check (tier in ('ONE', 'TWO', 'THREE')),
	autumn numeric(12, 2) not null,
	spring numeric(12, 2) not null,
	-- The day on which it holds and the first term it changes; a granting has no such term.
	effective_on date not null,
	from_term text check (from_term in ('AUTUMN', 'SPRING')),
	reason text check (length(reason) <= 500),
	actor_id bigint not null references app_user,
	actor_name text not null,
	at timestamptz not null,
	foreign key (award_id, school_id) references award (id, school_id)
);
create index award_event_of_award on award_event (school_id, award_id);
insert into award_event (id, school_id, award_id, action, status, tier, autumn, spring, effective_on, actor_id, actor_name, at)
	select nextval('id_seq'), a.school_id, a.id, 'GRANT', 'ACTIVE', a.tier,
		coalesce((select t.amount from award_term t where t.award_id = a.id and t.term = 'AUTUMN'), 0),
		coalesce((select t.amount from award_term t where t.award_id = a.id and t.term = 'SPRING'), 0),
		(a.granted_at at time zone 'Asia/Shanghai')::date, a.granted_by, u.name, a.granted_at
	from award a join app_user u on u.id = a.granted_by;
select protect('award_event');
select append_only('award_event');
