-- 籍贯 and 邮政编码 stand on the official form (forms.md 4.1); both may be left out.
alter table household
	add native_place text not null default '' check (length(native_place) <= 60),
	add postcode text not null default '' check (postcode ~ '^([0-9]{6})?$');

-- What was declared when an application was submitted: one row per submission, whatever the household says later.
create table frozen_declaration (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	school_year integer not null check (school_year between 2000 and 2100),
	-- The declaration as its pages read it: no later rule or column changes its meaning.
	content jsonb not null check (jsonb_typeof(content) = 'object'),
	declared_by_name text not null,
	declared_at timestamptz not null,
	household_version integer not null,
	frozen_by bigint not null references app_user,
	frozen_at timestamptz not null,
	-- Target of foreign keys that keep a row in the school of its declaration.
	unique (school_id, id)
);
create index frozen_declaration_of_pupil on frozen_declaration (school_id, enrolment_id, school_year);
select protect('frozen_declaration');
select append_only('frozen_declaration');
