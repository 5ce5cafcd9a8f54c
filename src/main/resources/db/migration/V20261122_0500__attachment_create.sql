-- Files that belong to things of other features. Name and content are sealed, each bound to its own public id.
create table attachment (
	id bigint primary key,
	school_id bigint not null references school,
	owner_type text not null check (owner_type ~ '^[a-z][a-z-]{1,39}$'),
	owner_id bigint not null,
	slot text not null check (slot ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
	-- 128 random bits: the only name of the file outside
	public_id text not null unique check (public_id ~ '^[A-Za-z0-9_-]{22}$'),
	kind text not null check (kind in ('JPEG', 'PNG', 'PDF')),
	size integer not null check (size between 1 and 16777216),
	name bytea not null,
	content bytea not null,
	uploaded_by bigint not null references app_user,
	uploaded_by_name text not null,
	uploaded_at timestamptz not null,
	checked_by bigint references app_user,
	checked_by_name text,
	checked_at timestamptz,
	removed_by bigint references app_user,
	removed_by_name text,
	removed_at timestamptz,
	-- 已核对 says that a second person has seen the original.
	constraint attachment_checked_by_another check (checked_by <> uploaded_by),
	check ((checked_by is null) = (checked_at is null) and (checked_by is null) = (checked_by_name is null)),
	check ((removed_by is null) = (removed_at is null) and (removed_by is null) = (removed_by_name is null))
);
create index attachment_of_owner on attachment (school_id, owner_type, owner_id);
select protect('attachment');

-- Sealed bytes do not pack.
alter table attachment alter column content set storage external;

-- A file is never changed and never gone: it is checked, and it is taken out of its slot.
revoke update, delete, truncate on attachment from "${app_role}";
grant update (checked_by, checked_by_name, checked_at, removed_by, removed_by_name, removed_at) on attachment
	to "${app_role}";
