-- Home visits (forms.md 4.2): recorded once, signed on paper, never edited. A second look is a second visit. The figures
-- that were verified are in verified_fact, with source VISIT.
create table home_visit (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	school_year integer not null check (school_year between 2000 and 2100),
	-- Made by the form: the same form sent twice is one visit.
	submission uuid not null,
	kind text not null check (kind in ('ON_SITE', 'PHONE', 'VIDEO')),
	visited_on date not null,
	begun_at time not null,
	ended_at time not null,
	place text not null default '',
	visitor_id bigint not null references app_user,
	second_visitor text not null check (btrim(second_visitor) <> ''),
	interviewee text not null check (btrim(interviewee) <> ''),
	interviewee_relation text not null check (btrim(interviewee_relation) <> ''),
	purposes text[] not null check (cardinality(purposes) > 0),
	members_note text not null default '',
	dwelling text not null default '',
	child_at_home text not null default '',
	-- Mood and mind: psychological text is encrypted, and shown to few.
	observation bytea,
	requests text not null default '',
	agreed text not null default '',
	follow_up_on date,
	agreement text not null check (agreement in ('YES', 'PARTLY', 'NO')),
	difference text not null default '',
	recorded_at timestamptz not null,
	unique (school_id, submission),
	check (ended_at >= begun_at),
	check (follow_up_on is null or follow_up_on >= visited_on),
	constraint home_visit_difference_explained check (agreement = 'YES' or btrim(difference) <> '')
);

create index home_visit_of_pupil on home_visit (school_id, enrolment_id, school_year, visited_on desc);
create index home_visit_follow_up on home_visit (school_id, follow_up_on) where follow_up_on is not null;

-- 发现应强制报告情形: kept apart from the visit, so that who reads visits does not learn of it. Never deleted.
create table visit_alarm (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	visit_id bigint not null unique references home_visit,
	enrolment_id bigint not null references enrolment,
	finding bytea not null,
	raised_by bigint not null references app_user,
	raised_at timestamptz not null
);

create index visit_alarm_of_school on visit_alarm (school_id, raised_at desc);

select protect('home_visit');
select append_only('home_visit');
select protect('visit_alarm');
select append_only('visit_alarm');
