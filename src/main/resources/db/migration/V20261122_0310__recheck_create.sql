-- The termly re-check (动态调整) of a recognised pupil: what was found, on what evidence, since when, and who confirmed it.
create table recheck (
	id bigint primary key,
	school_id bigint not null references school,
	application_id bigint not null,
	school_year integer not null,
	term text not null check (term in ('AUTUMN', 'SPRING')),
	outcome text not null check (outcome in ('KEEP', 'RAISE', 'LOWER', 'END')),
	cause text check (cause in ('TRANSFERRED', 'GRADUATED', 'ON_LEAVE', 'DIED', 'LEFT', 'BETTER_OFF', 'FALSE_STATEMENT')),
	tier_before text not null check (tier_before in ('ONE', 'TWO', 'THREE')),
	tier_after text check (tier_after in ('ONE', 'TWO', 'THREE')),
	effective_on date not null,
	-- The first term whose money changes.
	from_term text not null check (from_term in ('AUTUMN', 'SPRING')),
	reason text not null check (btrim(reason) <> '' and length(reason) <= 500),
	evidence text not null check (btrim(evidence) <> '' and length(evidence) <= 500),
	status text not null check (status in ('RECORDED', 'PROPOSED', 'CONFIRMED', 'DECLINED', 'TAKEN_BACK')),
	proposed_by bigint not null references app_user,
	proposed_by_name text not null,
	proposed_at timestamptz not null,
	decided_by bigint references app_user,
	decided_by_name text,
	decided_at timestamptz,
	note text check (length(note) <= 500),
	version integer not null default 0,
	foreign key (school_id, application_id) references aid_application (school_id, id),
	constraint recheck_end_has_a_cause check ((outcome = 'END') = (cause is not null)),
	constraint recheck_tier_of_outcome check (case outcome when 'END' then tier_after is null
		when 'KEEP' then tier_after = tier_before
		when 'RAISE' then tier_after is not null and (tier_before, tier_after) in (('TWO', 'ONE'), ('THREE', 'ONE'), ('THREE', 'TWO'))
		else tier_after is not null and (tier_before, tier_after) in (('ONE', 'TWO'), ('ONE', 'THREE'), ('TWO', 'THREE')) end),
	constraint recheck_nothing_found_is_recorded check ((outcome = 'KEEP') = (status = 'RECORDED')),
	-- Whoever proposes a change never decides it.
	constraint recheck_second_person check (case when status in ('CONFIRMED', 'DECLINED')
		then decided_by is not null and decided_by <> proposed_by else true end)
);
-- One proposal at a time per case.
create unique index recheck_one_open on recheck (application_id) where status = 'PROPOSED';
create index recheck_of_school on recheck (school_id, status);
create index recheck_of_case on recheck (school_id, application_id);
select protect('recheck');
