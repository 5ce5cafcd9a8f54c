-- Who gets how much in a school year (资助资格), from an accepted filing.
create table award (
	id bigint primary key,
	school_id bigint not null references school,
	programme_id bigint not null references programme,
	school_year integer not null,
	person_id bigint not null references person,
	enrolment_id bigint not null references enrolment,
	application_id bigint not null references aid_application,
	filing_id bigint not null,
	tier text not null check (tier in ('ONE', 'TWO', 'THREE')),
	-- Copied from the standard: a later change of the standard moves no award.
	annual numeric(12, 2) not null check (annual > 0),
	granted_by bigint not null references app_user,
	granted_at timestamptz not null,
	version integer not null default 0,
	unique (id, school_id),
	foreign key (filing_id, school_id) references filing (id, school_id)
);

-- Person × programme × year, whatever the school: an index sees the rows that row-level security hides.
create unique index award_once_per_person on award (person_id, programme_id, school_year);
create index award_of_school on award (school_id, programme_id, school_year);
create index award_of_enrolment on award (school_id, enrolment_id);
create index award_of_filing on award (school_id, filing_id);

create table award_term (
	award_id bigint not null,
	school_id bigint not null,
	term text not null check (term in ('AUTUMN', 'SPRING')),
	amount numeric(12, 2) not null check (amount >= 0),
	primary key (award_id, term),
	foreign key (award_id, school_id) references award (id, school_id)
);

select protect('award');
select protect('award_term');

-- Does another school grant this child the same programme this year? Yes or no, and nothing more of that school.
create function awarded_elsewhere(person bigint, programme bigint, year integer, school bigint) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from award a
		where a.person_id = person and a.programme_id = programme and a.school_year = year and a.school_id <> school);
