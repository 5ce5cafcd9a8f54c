-- Objections to a notice (公示异议): handed in by anybody without an account, or entered by staff (来访, 电话, 书面, 邮件).
create table objection (
	id bigint primary key,
	school_id bigint not null references school,
	notice_id bigint not null,
	-- The line it is about; null where it is about a pupil who does not stand there, or about the procedure.
	position integer,
	kind text not null check (kind in ('FACTS', 'MISSED', 'PROCEDURE')),
	channel text not null check (channel in ('ONLINE', 'VISIT', 'PHONE', 'LETTER', 'MAIL')),
	-- Sealed: what people write betrays who they are and what they know of a family.
	words bytea not null,
	evidence bytea,
	received_on date not null,
	due_on date not null check (due_on >= received_on),
	-- The receipt's code is known to its holder alone.
	code_fingerprint bytea unique,
	registered_at timestamptz not null,
	registered_by bigint references app_user,
	status text not null check (status in ('REGISTERED', 'EXAMINING', 'CONCLUDED', 'ANSWERED')),
	handler_id bigint references app_user,
	handler_name text,
	means text,
	finding bytea,
	outcome text check (outcome in ('UPHELD', 'PARTLY', 'DISMISSED', 'DROPPED')),
	answer bytea,
	answer_channel text check (answer_channel in ('ONLINE', 'VISIT', 'PHONE', 'LETTER', 'MAIL')),
	answered_at timestamptz,
	unique (id, school_id),
	foreign key (notice_id, school_id) references notice (id, school_id),
	foreign key (notice_id, position) references notice_row (notice_id, position),
	constraint objection_online_is_nobodys check ((channel = 'ONLINE') = (registered_by is null)),
	constraint objection_has_handler check ((status = 'REGISTERED') = (handler_id is null)),
	constraint objection_concluded_with_finding check (
		(status in ('CONCLUDED', 'ANSWERED')) = (outcome is not null and finding is not null and means is not null)),
	constraint objection_answered_with_words check (
		(status = 'ANSWERED') = (answer is not null and answer_channel is not null and answered_at is not null))
);

create index objection_of_school on objection (school_id, status, due_on);
create index objection_of_line on objection (notice_id, position);

-- Who objected, apart from the objection itself and sealed; no row for one who stays anonymous.
create table objection_reporter (
	objection_id bigint primary key,
	school_id bigint not null,
	name bytea,
	contact bytea,
	relation bytea,
	foreign key (objection_id, school_id) references objection (id, school_id),
	check (num_nonnulls(name, contact, relation) > 0)
);

create table objection_event (
	id bigint primary key,
	objection_id bigint not null,
	school_id bigint not null,
	action text not null,
	-- Null: handed in by the public form.
	actor_id bigint references app_user,
	actor_name text,
	at timestamptz not null,
	foreign key (objection_id, school_id) references objection (id, school_id)
);
create index objection_event_of on objection_event (school_id, objection_id, id);

select protect('objection');
select protect('objection_reporter');
select protect('objection_event');
select append_only('objection_event');
select append_only('objection_reporter');
revoke delete on objection from "${app_role}";

-- Anybody may object to a notice that is published, and read nothing of it afterwards.
create policy objection_public on objection for insert with check (
	status = 'REGISTERED' and channel = 'ONLINE' and exists (
		select from notice n where n.id = notice_id and n.school_id = objection.school_id and n.status = 'PUBLISHED'));

-- Foreign keys look past row-level security: a reporter and an event cannot be hung on a stranger's objection unless it
-- was handed in within the same transaction, which alone knows its number (now() is the transaction's begin).
create function objection_is_new(number bigint, school bigint) returns boolean
language sql stable security definer set search_path = public as $$
	select exists (select from objection o where o.id = number and o.school_id = school and o.channel = 'ONLINE'
		and o.xmin::text = pg_current_xact_id_if_assigned()::xid::text)
$$;
create policy objection_reporter_public on objection_reporter for insert with check (
	objection_is_new(objection_id, school_id));
create policy objection_event_public on objection_event for insert with check (
	actor_id is null and objection_is_new(objection_id, school_id));

-- The holder of a receipt reads how far it is and the answer, and nothing else.
create function objection_answer(code bytea)
returns table (status text, outcome text, due_on date, answer bytea)
language sql stable security definer set search_path = public as $$
	select o.status, case when o.status = 'ANSWERED' then o.outcome end, o.due_on, o.answer
	from objection o where o.code_fingerprint = code
$$;

-- How often an address has handed in or asked; a keyed fingerprint of it, kept for a day, tied to no objection.
create table objection_attempt (
	id bigint primary key,
	address bytea not null,
	asked boolean not null,
	at timestamptz not null
);
create index objection_attempt_address on objection_attempt (address, at);
