-- 确认已到账: the bank called a payment failed and later paid. What it said first stays an outcome, and what it said then
-- stays a line that was not taken; by the bank's slip one person proposes and another confirms that the money arrived.
create table payment_arrival (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	row_id bigint not null,
	line_id bigint not null,
	kind varchar(12) not null check (kind in ('PROPOSED', 'CONFIRMED')),
	document_no varchar(60) not null check (btrim(document_no) <> ''),
	arrived_on date not null,
	amount numeric(12, 2) not null check (amount > 0),
	-- As what they did it: of the two, each is another.
	done_as varchar(12) not null check (done_as in ('OFFICER', 'FINANCE', 'PRINCIPAL')),
	done_by bigint not null references app_user,
	done_by_name varchar(100) not null,
	done_at timestamptz not null,
	check (kind = 'CONFIRMED' or done_as <> 'PRINCIPAL'),
	check (kind = 'PROPOSED' or done_as <> 'OFFICER'),
	foreign key (row_id, batch_id) references payment_row (id, batch_id),
	foreign key (line_id, batch_id) references bank_return_line (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create unique index payment_arrival_once on payment_arrival (row_id) where kind = 'CONFIRMED';
create index payment_arrival_of_row on payment_arrival (row_id, id);
create index payment_arrival_of_batch on payment_arrival (school_id, batch_id);
select protect('payment_arrival');
select append_only('payment_arrival');

-- What became of a row in the end: the outcome, or the arrival that two people confirmed after it.
create view payment_settlement with (security_invoker = true) as
	select o.id, o.school_id, o.batch_id, o.row_id, o.return_id, o.signature_id,
		case when a.id is null then o.kind else 'PAID' end as kind,
		case when a.id is null then o.result else 'PAID' end as result,
		case when a.id is null then o.code end as code,
		case when a.id is null then o.message end as message,
		o.amount, coalesce(a.arrived_on, o.settled_on) as settled_on, coalesce(a.done_by, o.recorded_by) as recorded_by,
		coalesce(a.done_at, o.recorded_at) as recorded_at
	from payment_outcome o left join payment_arrival a on a.row_id = o.row_id and a.kind = 'CONFIRMED';

-- Only what failed, is called paid by the bank, holds its claim, and is neither paid again nor given up; by two.
create function payment_arrival_of_failed_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	proposed payment_arrival;
begin
	if not exists (select from payment_outcome o join payment_row r on r.id = o.row_id
				join payment_claim c on c.row_id = r.id
				join bank_return_line l on l.id = new.line_id and l.batch_id = r.batch_id and l.row_key = r.row_key
			where o.row_id = new.row_id and o.kind = 'FAILED' and o.amount = new.amount and l.result = 'PAID'
				and l.problem is not null and (l.amount is null or l.amount = new.amount)
				and not exists (select from bank_line_voiding v where v.line_id = l.id and v.kind = 'CONFIRMED'))
		or not exists (select from bank_file f where f.batch_id = new.batch_id
			and (f.issued_at at time zone 'Asia/Shanghai')::date <= new.arrived_on)
		or exists (select from payment_waiver w where w.row_id = new.row_id)
		or exists (select from payment_row n join payment_batch b on b.id = n.batch_id
			where n.original_row_id = new.row_id and b.status <> 'VOID') then
		raise exception 'row % is not failed and called paid, or paid otherwise', new.row_id
			using errcode = 'check_violation', constraint = 'payment_arrival_of_failed_row';
	end if;
	if new.kind = 'CONFIRMED' then
		select * into proposed from payment_arrival p where p.row_id = new.row_id and p.kind = 'PROPOSED'
			order by p.id desc limit 1;
		if not found or (proposed.line_id, proposed.document_no, proposed.arrived_on)
				is distinct from (new.line_id, new.document_no, new.arrived_on)
				or proposed.done_as = new.done_as
				or exists (select from payment_arrival p where p.row_id = new.row_id and p.done_by = new.done_by) then
			raise exception 'arrival of row % was not proposed, or by the same person', new.row_id
				using errcode = 'check_violation', constraint = 'payment_arrival_by_two';
		end if;
	end if;
	return new;
end $$;
revoke execute on function payment_arrival_of_failed_row() from public;
create trigger payment_arrival_of_failed_row before insert on payment_arrival
	for each row execute function payment_arrival_of_failed_row();

-- What arrived after all is not paid again.
create function payment_row_not_arrived() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if exists (select from payment_arrival a where a.row_id = new.original_row_id and a.kind = 'CONFIRMED') then
		raise exception 'row % has arrived', new.original_row_id using errcode = 'check_violation',
			constraint = 'payment_row_not_arrived';
	end if;
	return new;
end $$;
revoke execute on function payment_row_not_arrived() from public;
create trigger payment_row_not_arrived before insert on payment_row
	for each row when (new.original_row_id is not null) execute function payment_row_not_arrived();

-- As before; what arrived after all was paid, can come back, and is not given up.
create or replace function payment_back_of_paid_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from payment_settlement o where o.row_id = new.row_id and o.kind = 'PAID'
			and o.amount = new.amount) then
		raise exception 'row % was not paid, or another amount', new.row_id using errcode = 'check_violation',
			constraint = 'payment_back_of_paid_row';
	end if;
	if new.kind = 'RECOVERED' and not exists (select from payment_recovery r
			where r.row_id = new.row_id and r.decided_by is not null) then
		raise exception 'nobody decided to recover row %', new.row_id using errcode = 'check_violation',
			constraint = 'payment_back_was_decided';
	end if;
	return new;
end $$;

create or replace function payment_waiver_of_failed_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not (exists (select from payment_settlement o where o.row_id = new.row_id and o.kind = 'FAILED')
			or exists (select from payment_back k where k.row_id = new.row_id and k.kind = 'RETURNED'))
		or exists (select from payment_row n join payment_batch b on b.id = n.batch_id
			where n.original_row_id = new.row_id and b.status <> 'VOID') then
		raise exception 'row % is not owed', new.row_id using errcode = 'check_violation',
			constraint = 'payment_waiver_of_failed_row';
	end if;
	return new;
end $$;
