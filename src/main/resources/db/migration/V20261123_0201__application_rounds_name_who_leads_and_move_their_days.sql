-- Who answers for a step of the round.
alter table aid_round_step add column leader text check (length(leader) between 1 and 40 and btrim(leader) = leader);

-- The days of a round may move, but never silently: what was laid down, what holds instead, and why.
create table aid_round_move (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	round_id bigint not null,
	step text not null check (step in ('INFORM', 'APPLY', 'VISIT', 'APPRAISE', 'DECIDE', 'PUBLISH', 'FILE', 'PAY',
		'ARCHIVE')),
	-- Empty where the step had no days yet.
	former_start date,
	former_end date,
	starts_on date not null,
	ends_on date not null,
	reason text not null check (btrim(reason) <> '' and length(reason) <= 300),
	moved_by bigint not null references app_user,
	moved_by_name text not null,
	moved_at timestamptz not null,
	foreign key (school_id, round_id) references aid_round (school_id, id),
	check (ends_on >= starts_on),
	check ((former_start is null) = (former_end is null))
);
create index aid_round_move_of_round on aid_round_move (school_id, round_id, id);
select protect('aid_round_move');
select append_only('aid_round_move');
