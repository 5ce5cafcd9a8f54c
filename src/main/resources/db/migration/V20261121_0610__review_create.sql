-- 班级民主评议: recorded once by the head teacher; a case sent back is appraised again in another record.
create table class_appraisal (
	id bigint primary key,
	school_id bigint not null references school,
	round_id bigint not null,
	class_id bigint not null references school_class,
	class_label text not null,
	held_on date not null,
	place text not null check (btrim(place) <> ''),
	chair text not null check (btrim(chair) <> ''),
	expected integer not null check (expected between 1 and 60),
	recorded_by bigint not null references app_user,
	recorded_by_name text not null,
	recorded_at timestamptz not null,
	unique (school_id, id),
	foreign key (school_id, round_id) references aid_round (school_id, id)
);
create index class_appraisal_of_round on class_appraisal (school_id, round_id);
select protect('class_appraisal');
select append_only('class_appraisal');

create table class_appraisal_member (
	appraisal_id bigint not null,
	school_id bigint not null references school,
	position integer not null,
	-- No pupils: nobody tells of a classmate's hardship.
	kind text not null check (kind in ('HEAD_TEACHER', 'TEACHER', 'PARENT')),
	name text not null check (btrim(name) <> ''),
	primary key (appraisal_id, position),
	unique (appraisal_id, name),
	foreign key (school_id, appraisal_id) references class_appraisal (school_id, id)
);
select protect('class_appraisal_member');
select append_only('class_appraisal_member');

create table class_appraisal_opinion (
	appraisal_id bigint not null,
	school_id bigint not null references school,
	application_id bigint not null,
	-- Null: the class does not propose the pupil.
	tier text check (tier in ('ONE', 'TWO', 'THREE')),
	votes_for integer not null check (votes_for >= 0),
	votes_against integer not null check (votes_against >= 0),
	abstained integer not null check (abstained >= 0),
	reason text not null check (length(reason) <= 300),
	primary key (appraisal_id, application_id),
	foreign key (school_id, appraisal_id) references class_appraisal (school_id, id),
	foreign key (school_id, application_id) references aid_application (school_id, id),
	check (votes_for > votes_against + abstained)
);
create index class_appraisal_opinion_of_case on class_appraisal_opinion (school_id, application_id);
select protect('class_appraisal_opinion');
select append_only('class_appraisal_opinion');

create table committee_meeting (
	id bigint primary key,
	school_id bigint not null references school,
	round_id bigint not null,
	number integer not null check (number > 0),
	held_at timestamp not null,
	place text not null check (btrim(place) <> ''),
	chair text not null check (btrim(chair) <> ''),
	status text not null check (status in ('OPEN', 'AWAITING_CONFIRMATION', 'CONFIRMED', 'CANCELLED')),
	opened_by bigint not null references app_user,
	opened_by_name text not null,
	opened_at timestamptz not null,
	return_reason text,
	confirmed_by bigint references app_user,
	confirmed_by_name text,
	confirmed_at timestamptz,
	version integer not null default 0,
	unique (round_id, number),
	unique (school_id, id),
	foreign key (school_id, round_id) references aid_round (school_id, id),
	check ((status = 'CONFIRMED') = (confirmed_by is not null)),
	-- Whoever records a meeting does not sign it off.
	constraint committee_meeting_two_persons check (confirmed_by <> opened_by)
);
-- One board at a time, or a case could be decided twice.
create unique index committee_meeting_one_open on committee_meeting (round_id)
	where status in ('OPEN', 'AWAITING_CONFIRMATION');
select protect('committee_meeting');

create table meeting_attendee (
	meeting_id bigint not null references committee_meeting,
	school_id bigint not null references school,
	position integer not null,
	kind text not null check (kind in ('LEADER', 'TEACHER', 'PARENT')),
	name text not null check (btrim(name) <> ''),
	present boolean not null,
	absence text not null check (present = (absence = '')),
	primary key (meeting_id, position),
	unique (meeting_id, name)
);
select protect('meeting_attendee');

create table meeting_decision (
	id bigint primary key,
	school_id bigint not null references school,
	meeting_id bigint not null,
	application_id bigint not null,
	outcome text not null check (outcome in ('ONE', 'TWO', 'THREE', 'NONE', 'POSTPONED')),
	votes_for integer not null check (votes_for >= 0),
	votes_against integer not null check (votes_against >= 0),
	abstained integer not null check (abstained >= 0),
	reason text not null check (length(reason) <= 300),
	decided_by bigint not null references app_user,
	decided_by_name text not null,
	decided_at timestamptz not null,
	version integer not null default 0,
	unique (meeting_id, application_id),
	foreign key (school_id, meeting_id) references committee_meeting (school_id, id),
	foreign key (school_id, application_id) references aid_application (school_id, id),
	-- A tier is given by more than half of those who vote.
	check (outcome in ('NONE', 'POSTPONED') or votes_for > votes_against + abstained)
);
create index meeting_decision_of_case on meeting_decision (school_id, application_id);
select protect('meeting_decision');

create table meeting_recusal (
	decision_id bigint not null references meeting_decision on delete cascade,
	school_id bigint not null references school,
	name text not null,
	primary key (decision_id, name)
);
select protect('meeting_recusal');

-- A confirmed meeting is a record: neither it nor its decisions change any more.
create function refuse_confirmed_meeting() returns trigger language plpgsql as $$
begin
	if exists (select from committee_meeting where id = coalesce(old.meeting_id, new.meeting_id) and status = 'CONFIRMED') then
		raise exception 'the meeting is confirmed' using errcode = 'insufficient_privilege';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger meeting_decision_confirmed before insert or update or delete on meeting_decision
	for each row execute function refuse_confirmed_meeting();
