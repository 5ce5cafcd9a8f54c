-- What somebody has typed of a declaration and not yet handed in: one draft per person, pupil and year, sealed, gone when
-- the declaration is saved.
create table household_draft (
	enrolment_id bigint not null references enrolment,
	school_year integer not null check (school_year between 2000 and 2100),
	user_id bigint not null references app_user,
	school_id bigint not null references school,
	content bytea not null,
	saved_at timestamptz not null,
	primary key (enrolment_id, school_year, user_id)
);
create index household_draft_of_school on household_draft (school_id);
select protect('household_draft');
