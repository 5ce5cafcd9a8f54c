-- A forgotten password is reset by two people: one asks, another confirms and hands the one-time password over.
create table password_reset (
	id bigint primary key,
	user_id bigint not null references app_user,
	reason text not null check (reason <> ''),
	asked_by bigint not null references app_user,
	asked_at timestamptz not null,
	status text not null check (status in ('ASKED', 'DONE', 'DROPPED')),
	decided_by bigint references app_user,
	decided_at timestamptz,
	constraint password_reset_decided check ((status = 'ASKED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
	-- who asks never learns the password: otherwise one administrator could take any account
	constraint password_reset_second_person check (status <> 'DONE' or decided_by <> asked_by),
	constraint password_reset_never_own check (user_id <> asked_by and (status <> 'DONE' or user_id <> decided_by))
);
create unique index password_reset_one_open on password_reset (user_id) where status = 'ASKED';
create index password_reset_user on password_reset (user_id, asked_at desc);

-- An administrator's scope holds no school, yet accounts and structure of schools are what administrators keep; the
-- entries about them hold no pupil data. Which of them somebody reads is up to the service.
drop policy audit_entry_read on audit_entry;
create policy audit_entry_read on audit_entry for select
	using (school_id is null or subject_type in ('user', 'school', 'class')
		or school_id = any ((select nullif(current_setting('nuanyang.read', true), ''))::bigint[]));
