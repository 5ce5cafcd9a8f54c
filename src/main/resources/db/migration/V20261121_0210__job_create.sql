-- Long work (imports, exports, batches) that survives a restart. No school policy: a job is claimed before anybody's
-- scope is known, its payload holds references and no personal data, and only its owner is ever shown it.
create table job (
	id bigint primary key default nextval('id_seq'),
	kind text not null check (kind <> ''),
	owner_id bigint not null,
	school_id bigint,
	payload text not null,
	status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
	done integer not null default 0 check (done >= 0),
	total integer not null check (total >= 0),
	-- Counts the claims; a worker that lost its lease no longer holds the current number and may write nothing.
	attempt integer not null default 0,
	-- Queued: not before this time. Running: the lease, by the database's clock, which all copies of the app share.
	held_until timestamptz,
	created_at timestamptz not null,
	started_at timestamptz,
	finished_at timestamptz,
	result_path text check (result_path like '/%'),
	failure_key text,
	failure_arguments text[] not null default '{}',
	check ((status in ('DONE', 'FAILED')) = (finished_at is not null)),
	check ((status = 'FAILED') = (failure_key is not null))
);

create index job_open on job (id) where status in ('QUEUED', 'RUNNING');

create index job_owner on job (owner_id, id desc);
