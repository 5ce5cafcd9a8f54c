-- The identification of one school year at one school. Its status follows from its cases and never goes back.
create table aid_round (
	id bigint primary key,
	school_id bigint not null references school,
	-- First calendar year of the school year: 2026 is 2026—2027.
	school_year integer not null check (school_year between 2000 and 2100),
	name text not null check (btrim(name) <> '' and length(name) <= 60),
	status text not null check (status in ('PREPARING', 'INFORMING', 'APPLYING', 'CLASS_APPRAISAL', 'COMMITTEE', 'NOTICE',
		'FILING', 'FILED', 'ARCHIVED')),
	-- 公示不少于5个工作日
	notice_working_days integer not null check (notice_working_days between 5 and 30),
	opened_by bigint not null references app_user,
	opened_at timestamptz not null,
	-- The last 申请编号 given out; taken with an update, so that two who draw up cases at once never share one.
	last_number integer not null default 0,
	version integer not null default 0,
	-- Hardship and tier are recognised once per school and year.
	constraint aid_round_one_per_year unique (school_id, school_year),
	-- Target of foreign keys that keep a row in the school of its round.
	unique (school_id, id)
);
select protect('aid_round');

create table aid_round_step (
	round_id bigint not null,
	school_id bigint not null references school,
	step text not null check (step in ('INFORM', 'APPLY', 'VISIT', 'APPRAISE', 'DECIDE', 'PUBLISH', 'FILE', 'PAY',
		'ARCHIVE')),
	starts_on date not null,
	ends_on date not null,
	primary key (round_id, step),
	foreign key (school_id, round_id) references aid_round (school_id, id),
	check (ends_on >= starts_on)
);
select protect('aid_round_step');

create table aid_application (
	id bigint primary key,
	school_id bigint not null references school,
	round_id bigint not null,
	enrolment_id bigint not null references enrolment,
	number integer not null check (number > 0),
	-- The class as it was: a class row moves up with its pupils, a finished case does not.
	class_id bigint not null references school_class,
	grade_number integer not null,
	grade_name text not null,
	class_name text not null,
	route text not null check (route in ('GUARDIAN', 'ON_BEHALF', 'LISTED')),
	status text not null check (status in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'ACCEPTED', 'VISITED', 'CLASS_APPRAISED',
		'PASSED', 'NOT_PASSED', 'ON_NOTICE', 'OBJECTED', 'RECOGNISED', 'REFUSED', 'WITHDRAWN', 'ADJUSTED', 'ENDED')),
	assessment_id bigint references assessment,
	points integer,
	direct boolean not null default false,
	suggested_tier text check (suggested_tier in ('ONE', 'TWO', 'THREE')),
	class_tier text check (class_tier in ('ONE', 'TWO', 'THREE')),
	class_remark text check (length(class_remark) <= 500),
	decided_tier text check (decided_tier in ('ONE', 'TWO', 'THREE')),
	created_at timestamptz not null,
	changed_at timestamptz not null,
	version integer not null default 0,
	unique (round_id, number),
	unique (school_id, id),
	foreign key (school_id, round_id) references aid_round (school_id, id),
	-- A tier is decided exactly when the committee has recognised the pupil.
	constraint aid_application_tier_when_passed check (
		(status in ('PASSED', 'ON_NOTICE', 'OBJECTED', 'RECOGNISED', 'ADJUSTED')) = (decided_tier is not null)
		or status = 'ENDED'),
	-- Nobody appraises or decides a case that was not assessed.
	constraint aid_application_assessed_first check (assessment_id is not null
		or status in ('DRAFT', 'SUBMITTED', 'SENT_BACK', 'ACCEPTED', 'VISITED', 'WITHDRAWN', 'ENDED'))
);
-- One live case per pupil and round; a refused or withdrawn one may be followed by another.
create unique index aid_application_one_live on aid_application (round_id, enrolment_id)
	where status not in ('REFUSED', 'WITHDRAWN', 'ENDED');
create index aid_application_of_round on aid_application (school_id, round_id, status);
create index aid_application_of_pupil on aid_application (school_id, enrolment_id);
select protect('aid_application');

create table application_event (
	id bigint primary key,
	school_id bigint not null references school,
	application_id bigint not null,
	action text not null,
	from_status text,
	to_status text not null,
	reason text check (length(reason) <= 500),
	actor_id bigint not null references app_user,
	actor_name text not null,
	at timestamptz not null,
	foreign key (school_id, application_id) references aid_application (school_id, id)
);
create index application_event_of_case on application_event (school_id, application_id);
select protect('application_event');
-- History says what was done; a wrong step is followed by another, not rubbed out.
select append_only('application_event');
