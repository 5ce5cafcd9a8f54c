create table county (
	id bigint primary key,
	name text not null check (name <> '')
);
create table school_district (
	id bigint primary key,
	county_id bigint not null references county,
	name text not null check (name <> ''),
	unique (county_id, name)
);
create table school (
	id bigint primary key,
	district_id bigint not null references school_district,
	name text not null check (name <> ''),
	-- 学校标识码
	code text not null unique check (code <> ''),
	stage text not null check (stage in ('PRIMARY', 'JUNIOR')),
	boarding boolean not null,
	version integer not null default 0,
	unique (district_id, name)
);

-- A grade is the cohort that entered together; its number rises when the year is promoted and is empty once it has left.
create table grade (
	id bigint primary key,
	school_id bigint not null references school,
	entry_year integer not null,
	number integer check (number between 1 and 9),
	version integer not null default 0,
	-- deferred: promoting a year moves all grades of a school at once
	constraint grade_number_once unique (school_id, number) deferrable initially deferred
);
select protect('grade');

create table school_class (
	id bigint primary key,
	school_id bigint not null references school,
	grade_id bigint not null references grade,
	number integer not null check (number between 1 and 99),
	head_teacher_id bigint,
	version integer not null default 0,
	unique (grade_id, number)
);
create index school_class_school on school_class (school_id, grade_id, number);
create index school_class_head_teacher on school_class (head_teacher_id);
select protect('school_class');
