-- A table somebody hands in, from upload to undo. Rows without a school (staff, calendars) belong to whoever uploaded
-- them; the service keeps them to that person.
create table import_run (
	id bigint primary key,
	school_id bigint references school,
	kind varchar(60) not null,
	status varchar(16) not null check (status in ('UPLOADED', 'CHECKED', 'CONFIRMED', 'DONE', 'UNDONE', 'CANCELLED')),
	file_name varchar(200) not null,
	file_size integer not null,
	file_sha256 char(64) not null,
	sheet integer not null,
	sheet_name varchar(200) not null,
	header_row integer not null,
	-- column number to field key, as confirmed; headings are no personal data
	columns text not null,
	counts text not null default '{}',
	uploaded_by bigint not null references app_user,
	uploaded_by_name varchar(100) not null,
	uploaded_at timestamptz not null,
	confirmed_by bigint references app_user,
	confirmed_by_name varchar(100),
	confirmed_at timestamptz,
	job_id bigint,
	done_at timestamptz,
	undone_by bigint references app_user,
	undone_by_name varchar(100),
	undone_at timestamptz,
	check ((status in ('CONFIRMED', 'DONE', 'UNDONE')) = (confirmed_at is not null)),
	check ((status in ('DONE', 'UNDONE')) = (done_at is not null)),
	check ((status = 'UNDONE') = (undone_at is not null))
);
create index import_run_school on import_run (school_id, uploaded_at desc);

-- The file itself, sealed, only until the import is done or given up.
create table import_file (
	import_id bigint primary key references import_run,
	school_id bigint references school,
	content bytea not null
);

-- What the dry run says of each row, sealed, as long as the file.
create table import_row (
	import_id bigint not null references import_run,
	school_id bigint references school,
	row_number integer not null,
	bucket varchar(8) not null check (bucket in ('OK', 'CONFIRM', 'ERROR', 'MISSING')),
	plan varchar(8) not null check (plan in ('NEW', 'CHANGED', 'SAME', 'MISSING')),
	-- message keys of its findings, so that a whole kind can be accepted at once
	finding_keys varchar(60)[] not null,
	content bytea not null,
	accepted_by bigint references app_user,
	accepted_by_name varchar(100),
	accepted_at timestamptz,
	primary key (import_id, bucket, row_number),
	-- Only what asks for a decision can get one.
	check (accepted_by is null or bucket = 'CONFIRM')
);

-- What a done import made or changed, with the former state, so that it can be undone.
create table import_change (
	id bigint primary key,
	import_id bigint not null references import_run,
	school_id bigint references school,
	subject_type varchar(40) not null,
	subject_id bigint not null,
	before bytea,
	version integer not null
);
create index import_change_import on import_change (import_id);

-- What a school said a heading means, for the next file like it; an empty field is "do not import".
create table import_heading (
	id bigint primary key,
	school_id bigint references school,
	kind varchar(60) not null,
	heading varchar(200) not null,
	field varchar(60) not null,
	chosen_at timestamptz not null,
	unique nulls not distinct (school_id, kind, heading)
);

do $$
declare
	target text;
begin
	foreach target in array array['import_run', 'import_file', 'import_row', 'import_change', 'import_heading'] loop
		execute format('alter table %I enable row level security', target);
		execute format('create policy %I on %I for select using (school_id is null or school_id = any ((select nullif(current_setting(''nuanyang.read'', true), ''''))::bigint[]))', target || '_read', target);
		execute format('create policy %I on %I for insert with check (school_id is null or school_id = any ((select nullif(current_setting(''nuanyang.write'', true), ''''))::bigint[]))', target || '_insert', target);
		execute format('create policy %I on %I for update using (school_id is null or school_id = any ((select nullif(current_setting(''nuanyang.write'', true), ''''))::bigint[]))', target || '_update', target);
		execute format('create policy %I on %I for delete using (school_id is null or school_id = any ((select nullif(current_setting(''nuanyang.write'', true), ''''))::bigint[]))', target || '_delete', target);
	end loop;
end $$;
