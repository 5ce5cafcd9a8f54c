-- A person is one across schools; the enrolment carries the school. Whoever knows no enrolment of a person in a
-- school of theirs does not see the person.
create table person (
	id bigint primary key,
	name varchar(100) not null,
	-- Keys are compared by equality or prefix only: pattern operators are not leakproof, so under row-level security
	-- they cannot use an index. Collation "C" lets a prefix be a range.
	name_key varchar(100) collate "C" not null,
	pinyin varchar(400) collate "C" not null,
	pinyin_initials varchar(100) collate "C" not null,
	former_name varchar(100),
	sex varchar(8) not null check (sex in ('MALE', 'FEMALE')),
	born_on date not null,
	ethnicity varchar(40),
	id_type varchar(24) not null,
	id_number bytea,
	id_fingerprint bytea,
	version integer not null default 0,
	created_at timestamptz not null default now(),
	check ((id_number is null) = (id_fingerprint is null)),
	check (id_type <> 'NONE' or id_number is null)
);
-- One document, one child: a second person under the same number would split one history in two.
create unique index person_one_per_document on person (id_fingerprint) where id_fingerprint is not null;
create index person_name_key on person (name_key);
create index person_pinyin on person (pinyin);
create index person_initials on person (pinyin_initials);

create table enrolment (
	id bigint primary key,
	school_id bigint not null references school,
	person_id bigint not null references person,
	class_id bigint not null references school_class,
	registry_number bytea,
	-- The number contains the id: equality by fingerprint, search by the last four.
	registry_fingerprint bytea,
	registry_tail varchar(4) collate "C",
	school_number varchar(32),
	status varchar(16) not null
		check (status in ('ENROLLED', 'ON_LEAVE', 'TRANSFERRED_OUT', 'GRADUATED', 'LEFT')),
	boarding boolean not null,
	entered_on date not null,
	entry varchar(16) not null,
	entry_note varchar(200),
	left_on date,
	leaving_reason varchar(200),
	-- The registry's meaning (parents away three months or more), not the civil-affairs one.
	left_behind varchar(8) not null default 'NONE' check (left_behind in ('NONE', 'SINGLE', 'BOTH')),
	orphan boolean not null default false,
	martyr_family boolean not null default false,
	disability varchar(16) not null default 'NONE',
	needs_aid boolean not null default false,
	receives_subsidy boolean not null default false,
	migrant_child boolean not null default false,
	residence varchar(8) check (residence in ('RURAL', 'URBAN')),
	address bytea,
	phone bytea,
	version integer not null default 0,
	created_at timestamptz not null default now(),
	check ((registry_number is null) = (registry_fingerprint is null)),
	check ((left_on is null) = (status in ('ENROLLED', 'ON_LEAVE'))),
	check (left_on is null or left_on >= entered_on)
);
-- A pupil is at a school once at a time; an ended enrolment stays as history and may be followed by another.
create unique index enrolment_one_live on enrolment (school_id, person_id) where left_on is null;
create unique index enrolment_registry_once on enrolment (school_id, registry_fingerprint) where left_on is null;
create index enrolment_of_class on enrolment (school_id, class_id, status);
create index enrolment_registry_tail on enrolment (school_id, registry_tail);
create index enrolment_of_person on enrolment (person_id);
select protect('enrolment');

alter table person enable row level security;
create policy person_read on person for select using (exists (
	select from enrolment e where e.person_id = person.id
		and e.school_id = any ((select nullif(current_setting('nuanyang.read', true), ''))::bigint[])));
-- Only a school where the child is now may correct who the child is.
create policy person_write on person for update using (exists (
	select from enrolment e where e.person_id = person.id and e.left_on is null
		and e.school_id = any ((select nullif(current_setting('nuanyang.write', true), ''))::bigint[])));
-- A person without an enrolment is seen by nobody, so a new one may be written by every school.
create policy person_insert on person for insert with check (
	cardinality((select nullif(current_setting('nuanyang.write', true), ''))::bigint[]) > 0);

-- Two narrow questions that look past the schools of the asking transaction. They answer with a number and with yes
-- or no, never with a row.
create function person_by_fingerprint(fingerprint bytea) returns bigint
	language sql stable security definer set search_path = public
	return (select id from person where id_fingerprint = fingerprint);

create function enrolled_elsewhere(person bigint, school bigint) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from enrolment e where e.person_id = person and e.school_id <> school and e.left_on is null);

-- Undoing an import takes back what it brought; a person whom no enrolment knows any more goes too.
create function forget_person(person bigint) returns void
	language sql volatile security definer set search_path = public
	begin atomic
		delete from person p where p.id = person and not exists (select from enrolment e where e.person_id = person);
	end;

create table guardian (
	id bigint primary key,
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	position smallint not null check (position between 1 and 9),
	name varchar(100) not null,
	relation varchar(40) not null,
	phone bytea,
	id_type varchar(24) not null,
	id_number bytea,
	id_fingerprint bytea,
	workplace varchar(200),
	is_guardian boolean not null,
	unique (enrolment_id, position) deferrable initially deferred,
	check ((id_number is null) = (id_fingerprint is null))
);
create index guardian_of_enrolment on guardian (school_id, enrolment_id);
create index guardian_by_document on guardian (school_id, id_fingerprint) where id_fingerprint is not null;
select protect('guardian');

create table enrolment_event (
	id bigint primary key,
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	kind varchar(24) not null,
	happened_on date not null,
	school_year integer not null,
	reason varchar(200),
	-- Class names as they were that day: a class keeps its row when it moves up.
	from_class varchar(60),
	to_class varchar(60),
	recorded_by bigint not null references app_user,
	recorded_by_name varchar(100) not null,
	recorded_at timestamptz not null
);
create index enrolment_event_of_enrolment on enrolment_event (school_id, enrolment_id);
-- A pupil moves up once per school year, whoever presses the button twice.
create unique index enrolment_event_promoted_once on enrolment_event (enrolment_id, school_year)
	where kind = 'PROMOTED';
select protect('enrolment_event');
select append_only('enrolment_event');

-- A school's classes move up once per school year.
create table promotion (
	id bigint primary key,
	school_id bigint not null references school,
	school_year integer not null,
	moved_up integer not null,
	graduated integer not null,
	promoted_by bigint not null references app_user,
	promoted_at timestamptz not null,
	unique (school_id, school_year)
);
select protect('promotion');
select append_only('promotion');
