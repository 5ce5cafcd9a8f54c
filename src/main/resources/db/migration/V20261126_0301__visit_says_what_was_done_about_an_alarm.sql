-- What principal and psychology teacher did about a finding that has to be reported at once (privacy.md P16): added,
-- never changed or removed. Somebody has to have called the police, or the principal to have found that it was nothing.
create table visit_alarm_step (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	alarm_id bigint not null references visit_alarm,
	kind text not null check (kind in ('POLICE', 'RESCUE', 'AUTHORITY', 'OTHER', 'UNFOUNDED')),
	done_at timestamptz not null,
	note bytea not null,
	recorded_by bigint not null references app_user,
	recorded_at timestamptz not null
);
create index visit_alarm_step_of_alarm on visit_alarm_step (alarm_id, done_at);
select protect('visit_alarm_step');
select append_only('visit_alarm_step');
