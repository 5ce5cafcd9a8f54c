-- Bank accounts of pupils. A row is never edited: a change is a new row that waits for a second person.
create table payee (
	id bigint primary key,
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	-- As the bank has it, which may differ from the roster in rare characters.
	holder text not null check (btrim(holder) <> ''),
	relation text not null check (relation in ('SELF', 'FATHER', 'MOTHER', 'GRANDPARENT', 'GUARDIAN', 'OTHER')),
	bank_name text not null check (btrim(bank_name) <> ''),
	account bytea not null,
	-- Keyed hash: finds one account under several pupils without opening any.
	account_fingerprint bytea not null,
	luhn_valid boolean not null,
	evidence text not null check (btrim(evidence) <> ''),
	status text not null check (status in ('PENDING', 'CONFIRMED', 'REFUSED', 'REPLACED', 'WITHDRAWN')),
	entered_by bigint not null references app_user,
	entered_at timestamptz not null,
	decided_by bigint references app_user,
	decided_at timestamptz,
	-- The second person saw the warnings and confirms all the same.
	acknowledged boolean not null default false,
	refusal text,
	version integer not null default 0,
	-- The maker of an account is never the one who confirms it, whatever the code does.
	constraint payee_second_person check (decided_by is null or decided_by <> entered_by or status = 'WITHDRAWN'),
	constraint payee_decided check ((status = 'PENDING') = (decided_by is null)),
	constraint payee_refused_with_reason check ((status = 'REFUSED') = (refusal is not null))
);

-- Money goes to one account; a second one in force would leave the choice to chance.
create unique index payee_one_confirmed on payee (enrolment_id) where status = 'CONFIRMED';
create unique index payee_one_pending on payee (enrolment_id) where status = 'PENDING';
create index payee_of_school on payee (school_id, enrolment_id);
create index payee_same_account on payee (school_id, account_fingerprint) where status in ('PENDING', 'CONFIRMED');

select protect('payee');
