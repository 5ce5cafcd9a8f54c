-- One fund account (专账) of a school: money of one source for one purpose, programme × school year.
create table fund (
	id bigint primary key,
	school_id bigint not null references school,
	name varchar(80) not null check (btrim(name) <> ''),
	source varchar(16) not null check (source in ('CENTRAL', 'PROVINCE', 'CITY', 'COUNTY', 'DONATION', 'OWN')),
	programme_id bigint not null references programme,
	school_year integer not null check (school_year between 1980 and 2200),
	-- Raised by each voucher: numbers without gaps, and the one row that postings of a fund queue for.
	last_voucher integer not null default 0,
	opened_by bigint not null references app_user,
	opened_by_name varchar(100) not null,
	opened_at timestamptz not null,
	constraint fund_name_once unique (school_id, name),
	-- What entries and batches refer to, so that a foreign key alone keeps school and purpose together.
	unique (id, school_id),
	unique (id, school_id, programme_id, school_year)
);
create index fund_of_purpose on fund (school_id, programme_id, school_year);
select protect('fund');
-- An opened fund keeps its purpose; only the voucher trigger, as the owner, counts on.
revoke update, delete, truncate on fund from "${app_role}";

-- One voucher (记账凭证): what happened, once, with its lines in posting.
create table journal_entry (
	id bigint primary key,
	school_id bigint not null,
	fund_id bigint not null,
	voucher integer not null,
	entry_date date not null,
	kind varchar(16) not null check (kind in ('RECEIPT', 'PROMISE', 'RELEASE', 'PAYMENT', 'REVERSAL')),
	-- The purpose the money went to. The foreign key below makes it the fund's own purpose.
	programme_id bigint,
	school_year integer,
	-- What the entry leads to: a receipt, a payment batch.
	source_type varchar(24) not null,
	source_id bigint not null,
	reference varchar(80) not null,
	persons integer check (persons > 0),
	-- The sum of either side. Declared, so that a line added to an old entry no longer adds up.
	total numeric(12, 2) not null check (total <> 0),
	reverses_id bigint references journal_entry,
	-- The same event is booked once, however often it is told.
	event_key varchar(80) not null,
	recorded_by bigint not null references app_user,
	recorded_by_name varchar(100) not null,
	recorded_at timestamptz not null,
	unique (fund_id, voucher),
	constraint journal_entry_event_once unique (fund_id, event_key),
	unique (id, fund_id, school_id),
	foreign key (fund_id, school_id) references fund (id, school_id),
	constraint journal_entry_keeps_to_the_purpose foreign key (fund_id, school_id, programme_id, school_year)
		references fund (id, school_id, programme_id, school_year),
	-- Money comes in without naming a purpose of its own; it is never promised or paid without one.
	constraint journal_entry_names_its_purpose
		check (kind = 'RECEIPT' or (programme_id is not null and school_year is not null)),
	-- A red entry (冲销) carries negative amounts and names what it takes back.
	constraint journal_entry_red_names_its_original check ((total < 0) = (reverses_id is not null)),
	check ((kind = 'REVERSAL') = (reverses_id is not null))
);
create index journal_entry_of_fund on journal_entry (school_id, fund_id, voucher);
create index journal_entry_of_source on journal_entry (school_id, source_type, source_id);
select protect('journal_entry');
select append_only('journal_entry');

-- BANK 专户存款 (debit), FUND 资助资金, free (credit), PAYABLE 应付资助款, promised and unpaid (credit).
create table posting (
	id bigint primary key,
	school_id bigint not null,
	fund_id bigint not null,
	entry_id bigint not null,
	account varchar(8) not null check (account in ('BANK', 'FUND', 'PAYABLE')),
	side varchar(6) not null check (side in ('DEBIT', 'CREDIT')),
	amount numeric(12, 2) not null check (amount <> 0),
	-- The row of the payment batch that the line pays.
	line_id bigint,
	foreign key (entry_id, fund_id, school_id) references journal_entry (id, fund_id, school_id)
);
create index posting_of_entry on posting (entry_id, id);
create index posting_of_fund on posting (fund_id, account);
create index posting_of_line on posting (school_id, line_id) where line_id is not null;
select protect('posting');
select append_only('posting');

-- Numbers the voucher. The update also takes the fund's row until the transaction ends, under every isolation level:
-- whoever books on the same fund waits here, and then sees what was booked before.
create function journal_entry_number() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	update fund set last_voucher = last_voucher + 1 where id = new.fund_id returning last_voucher into new.voucher;
	return new;
end $$;
create trigger journal_entry_number before insert on journal_entry
	for each row execute function journal_entry_number();

-- At the end of the transaction both sides of an entry add up to its declared total, in the colour of the entry.
create function journal_entry_balanced() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	entry bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
	declared numeric;
	debit numeric;
	credit numeric;
	off_colour boolean;
begin
	-- Thousands of lines are added up once, at the last one that this transaction wrote.
	if tg_table_name = 'posting' and exists (select from posting p
			where p.entry_id = entry and p.id > new.id and p.xmin = pg_current_xact_id()::xid) then
		return null;
	end if;
	select total into declared from journal_entry where id = entry;
	select coalesce(sum(amount) filter (where side = 'DEBIT'), 0), coalesce(sum(amount) filter (where side = 'CREDIT'), 0),
			bool_or((amount < 0) <> (declared < 0))
		into debit, credit, off_colour from posting where entry_id = entry;
	if debit <> declared or credit <> declared or off_colour then
		raise exception 'entry % is not balanced: debit %, credit %, declared %', entry, debit, credit, declared
			using errcode = 'check_violation', constraint = 'journal_entry_balanced';
	end if;
	return null;
end $$;
create constraint trigger journal_entry_balanced after insert on journal_entry
	deferrable initially deferred for each row execute function journal_entry_balanced('id');
create constraint trigger posting_balanced after insert on posting
	deferrable initially deferred for each row execute function journal_entry_balanced('entry_id');

-- No account of a fund is ever overdrawn: not the bank, not what is free, not what is promised. Runs as the owner, so
-- that it adds up every line of the fund and not only those that the transaction may see.
create function fund_never_negative() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	overdrawn record;
begin
	perform from fund where id in (select fund_id from added) order by id for update;
	select p.fund_id, p.account, sum(case when (p.side = 'DEBIT') = (p.account = 'BANK') then p.amount else -p.amount end)
			as balance
		into overdrawn
		from posting p where (p.fund_id, p.account) in (select fund_id, account from added)
		group by p.fund_id, p.account
		having sum(case when (p.side = 'DEBIT') = (p.account = 'BANK') then p.amount else -p.amount end) < 0
		limit 1;
	if found then
		raise exception 'fund % would be overdrawn: % %', overdrawn.fund_id, overdrawn.account, overdrawn.balance
			using errcode = 'check_violation', constraint = 'fund_never_negative';
	end if;
	return null;
end $$;
create trigger fund_never_negative after insert on posting
	referencing new table as added for each statement execute function fund_never_negative();

-- 到账登记: money that came in, by document.
create table fund_receipt (
	id bigint primary key,
	school_id bigint not null,
	fund_id bigint not null,
	entry_id bigint not null unique,
	document_no varchar(60) not null check (btrim(document_no) <> ''),
	received_on date not null,
	amount numeric(12, 2) not null check (amount > 0),
	payer varchar(80),
	recorded_by bigint not null references app_user,
	recorded_by_name varchar(100) not null,
	recorded_at timestamptz not null,
	-- One document is entered once: a second click, or a second person, books nothing twice.
	constraint fund_receipt_once unique (fund_id, document_no),
	foreign key (entry_id, fund_id, school_id) references journal_entry (id, fund_id, school_id)
);
create index fund_receipt_of_fund on fund_receipt (school_id, fund_id, received_on);
select protect('fund_receipt');
select append_only('fund_receipt');
