-- Messages inside the product: what changed in somebody's cases, and what a colleague reminds of. They name nobody: the
-- page asks for the name again, and shows it as far as its reader may see the pupil then.
create table inbox_message (
	id bigint primary key default nextval('id_seq'),
	-- Of the thing it is about; a county's reader has the school in sight, not in hand.
	school_id bigint not null references school,
	recipient_id bigint not null references app_user,
	kind text not null,
	subject_type text not null,
	subject_id bigint,
	-- Where it leads.
	path text not null check (path ~ '^/[^/]' and length(path) <= 300 or path = '/'),
	-- A reminder says which line of the workbench it is about, and how many things waited.
	work text check (length(work) <= 100),
	waiting bigint,
	actor_id bigint not null references app_user,
	actor_name text not null,
	at timestamptz not null,
	read_at timestamptz,
	constraint inbox_message_never_to_oneself check (recipient_id <> actor_id),
	constraint inbox_message_reminder_names_its_line check ((kind = 'REMINDER') = (work is not null))
);
create index inbox_message_of_recipient on inbox_message (recipient_id, at desc);
create index inbox_message_unread on inbox_message (recipient_id) where read_at is null;
create index inbox_message_of_school on inbox_message (school_id);

alter table inbox_message enable row level security;
create policy inbox_message_read on inbox_message for select using (school_id = any (
	(select nullif(current_setting('nuanyang.read', true), ''))::bigint[]));
-- Written by whoever changes something at the school, and by who answers it.
create policy inbox_message_insert on inbox_message for insert with check (school_id = any (
	(select nullif(current_setting('nuanyang.write', true), ''))::bigint[]) or school_id = any (
	(select nullif(current_setting('nuanyang.answer', true), ''))::bigint[]));
-- Reading it is all that a recipient changes, also one who only has the school in sight.
create policy inbox_message_update on inbox_message for update using (school_id = any (
	(select nullif(current_setting('nuanyang.read', true), ''))::bigint[]));
revoke update, delete, truncate on inbox_message from "${app_role}";
grant update (read_at) on inbox_message to "${app_role}";
