create table audit_entry (
	id bigint primary key,
	at timestamptz not null,
	school_id bigint,
	actor_id bigint,
	actor_name text not null,
	action text not null check (action <> ''),
	subject_type text not null,
	subject_id bigint,
	details jsonb not null,
	address text
);
comment on table audit_entry is 'Who did or read what. details never hold personal data.';
create index audit_entry_school_at on audit_entry (school_id, at desc);
create index audit_entry_subject on audit_entry (subject_type, subject_id);
alter table audit_entry enable row level security;
-- Entries without a school (sign-in, accounts, calendar) are not pupils' data; the service decides who reads them.
create policy audit_entry_read on audit_entry for select
	using (school_id is null or school_id = any ((select nullif(current_setting('nuanyang.read', true), ''))::bigint[]));
-- Everybody's deeds are written, also those of a county that reads a school but may not write there.
create policy audit_entry_insert on audit_entry for insert with check (true);
select append_only('audit_entry');

-- The chain is built afterwards by one sealer, so that writers never queue for the newest hash.
create table audit_seal (
	position bigint primary key,
	entry_id bigint not null unique references audit_entry,
	hash bytea not null,
	sealed_at timestamptz not null
);
select append_only('audit_seal');

-- The sealer and the verifier read every school's entries; nothing else of the app may.
create function audit_unsealed(batch integer) returns setof audit_entry
language sql security definer set search_path = public as $$
	select e.* from audit_entry e left join audit_seal s on s.entry_id = e.id where s.entry_id is null order by e.id limit batch
$$;
create function audit_sealed(after bigint, batch integer)
returns table (place bigint, seal bytea, id bigint, at timestamptz, school_id bigint, actor_id bigint, actor_name text,
	action text, subject_type text, subject_id bigint, details jsonb, address text)
language sql security definer set search_path = public as $$
	select s.position, s.hash, e.id, e.at, e.school_id, e.actor_id, e.actor_name, e.action, e.subject_type, e.subject_id,
		e.details, e.address
	from audit_seal s join audit_entry e on e.id = s.entry_id where s.position > after order by s.position limit batch
$$;
