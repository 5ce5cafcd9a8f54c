-- What the family declares: one row per pupil and school year, replaced when it is declared again.
create table household (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	school_year integer not null check (school_year between 2000 and 2100),
	residence text not null check (residence in ('URBAN', 'RURAL')),
	-- Declared facts by code, beyond those that follow from the members; the school's own are in verified_fact.
	situation jsonb not null default '{}' check (jsonb_typeof(situation) = 'object'),
	disaster text not null default '',
	accident text not null default '',
	weak_labour text not null default '',
	unemployment text not null default '',
	debt text not null default '',
	other text not null default '',
	-- 本学年已获资助: must be stated, 无 included.
	aid_received text not null check (btrim(aid_received) <> ''),
	declared_by bigint not null references app_user,
	declared_at timestamptz not null,
	version integer not null default 0,
	unique (enrolment_id, school_year)
);

create index household_of_school on household (school_id, school_year);

create table household_member (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	household_id bigint not null references household on delete cascade,
	position integer not null check (position between 0 and 19),
	name text not null check (btrim(name) <> ''),
	relation text not null check (relation in ('FATHER', 'MOTHER', 'SIBLING', 'GUARDIAN', 'GRANDPARENT', 'OTHER')),
	age integer check (age between 0 and 120),
	work_unit text not null default '',
	occupation text not null default '',
	-- Zero is an answer, blank is not (filling rule of the official form).
	yearly_income numeric(12, 2) not null check (yearly_income >= 0),
	health text not null check (health in ('HEALTHY', 'MINOR', 'SEVERE', 'DECEASED', 'MISSING', 'DIVORCED')),
	unique (household_id, position)
);

create index household_member_of_school on household_member (school_id, household_id);

-- What the school has verified. Rows are added only: the last per code is in force, the earlier ones stay evidence.
create table verified_fact (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	school_year integer not null check (school_year between 2000 and 2100),
	code text not null,
	value text not null,
	source text not null check (source in ('LIST', 'VISIT', 'DOCUMENT')),
	verified_by bigint not null references app_user,
	verified_at timestamptz not null
);

create index verified_fact_in_force on verified_fact (school_id, enrolment_id, school_year, code, id desc);

select protect('household');
select protect('household_member');
select protect('verified_fact');
select append_only('verified_fact');
