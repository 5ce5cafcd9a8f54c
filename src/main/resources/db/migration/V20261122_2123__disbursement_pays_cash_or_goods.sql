-- 现金、实物发放: for a reason that the checker and the approver read, to whoever signs. What was signed takes the place
-- of the bank's answer; everything else of a batch is as before.
alter table payment_batch
	add column payout varchar(8) not null default 'BANK' check (payout in ('BANK', 'CASH', 'GOODS')),
	add column payout_reason varchar(200),
	add constraint payment_batch_reasoned_payout check ((payout = 'BANK') = (payout_reason is null)),
	add constraint payment_batch_payout_explained check (char_length(btrim(payout_reason)) >= 10);

-- Who is paid by hand needs no account.
alter table payment_row alter column payee_id drop not null, alter column account drop not null,
	add constraint payment_row_account_of_payee check ((payee_id is null) = (account is null));

create function payment_row_has_its_account() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if (new.account is null) = (select b.payout = 'BANK' from payment_batch b where b.id = new.batch_id) then
		raise exception 'only what the bank pays goes to an account' using errcode = 'check_violation',
			constraint = 'payment_row_has_its_account';
	end if;
	return new;
end $$;
create trigger payment_row_has_its_account before insert on payment_row
	for each row execute function payment_row_has_its_account();

-- 签收登记: once per batch, over the scanned sheet.
create table signature_record (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	signed_on date not null,
	recorded_by bigint not null references app_user,
	recorded_by_name varchar(100) not null,
	recorded_at timestamptz not null,
	constraint signature_record_once unique (batch_id),
	unique (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index signature_record_of_school on signature_record (school_id, batch_id);
select protect('signature_record');
select append_only('signature_record');

-- What the sheet says, row by row: one side of the balance strip.
create table signature_line (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	record_id bigint not null,
	row_id bigint not null,
	row_key varchar(12) not null,
	signed boolean not null,
	amount numeric(12, 2) not null check (amount > 0),
	constraint signature_line_once unique (row_id),
	foreign key (record_id, batch_id) references signature_record (id, batch_id),
	foreign key (row_id, batch_id) references payment_row (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index signature_line_of_batch on signature_line (school_id, batch_id);
select protect('signature_line');
select append_only('signature_line');

-- Only over a locked list that no bank pays, and never by who made it.
create function signature_record_of_locked_batch() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	perform from payment_batch b where b.id = new.batch_id and b.status = 'LOCKED' and b.payout <> 'BANK'
		and b.prepared_by <> new.recorded_by for update;
	if not found then
		raise exception 'no signatures without a locked list of another person' using errcode = 'check_violation',
			constraint = 'signature_record_of_locked_batch';
	end if;
	return new;
end $$;
create trigger signature_record_of_locked_batch before insert on signature_record
	for each row execute function signature_record_of_locked_batch();

-- An outcome comes from the bank or from the sheet.
alter table payment_outcome alter column return_id drop not null, add column signature_id bigint,
	add foreign key (signature_id, batch_id) references signature_record (id, batch_id),
	add constraint payment_outcome_of_one_source check ((return_id is null) <> (signature_id is null));

create or replace function bank_file_of_locked_batch() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	perform from payment_batch b where b.id = new.batch_id and b.status = 'LOCKED' and b.payout = 'BANK' for update;
	if not found then
		raise exception 'no file without a locked list that the bank pays' using errcode = 'check_violation',
			constraint = 'bank_file_of_locked_batch';
	end if;
	return new;
end $$;

create or replace function payment_outcome_of_claim() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from payment_row r join payment_claim c on c.row_id = r.id
			where r.id = new.row_id and r.amount = new.amount
				and ((new.signature_id is null and exists (select from bank_file f where f.batch_id = r.batch_id))
					or exists (select from signature_line s where s.row_id = r.id and s.record_id = new.signature_id
						and s.amount = new.amount and s.signed = (new.kind = 'PAID')))) then
		raise exception 'row % was not sent nor signed for, holds no claim, or has another amount', new.row_id
			using errcode = 'check_violation', constraint = 'payment_outcome_of_claim';
	end if;
	return new;
end $$;

-- As before; how a batch is paid does not change either, and what was signed for leads straight to its end.
create or replace function payment_batch_guard() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if (new.id, new.school_id, new.number, new.programme_id, new.school_year, new.term, new.fund_id, new.original_id,
			new.request_key, new.payout, new.payout_reason) is distinct from (old.id, old.school_id, old.number,
			old.programme_id, old.school_year, old.term, old.fund_id, old.original_id, old.request_key, old.payout,
			old.payout_reason) then
		raise exception 'what a batch is for does not change' using errcode = 'check_violation',
			constraint = 'payment_batch_keeps_what_it_is';
	end if;
	if old.status <> 'PREPARED' and (new.row_count, new.total, new.prepared_by)
			is distinct from (old.row_count, old.total, old.prepared_by) then
		raise exception 'the figures of a batch are frozen' using errcode = 'check_violation',
			constraint = 'payment_batch_frozen';
	end if;
	if new.status <> old.status and (old.status, new.status) not in (('PREPARED', 'CHECKED'), ('PREPARED', 'VOID'),
			('CHECKED', 'APPROVED'), ('CHECKED', 'PREPARED'), ('CHECKED', 'VOID'), ('APPROVED', 'LOCKED'),
			('APPROVED', 'PREPARED'), ('APPROVED', 'VOID'), ('LOCKED', 'FILE_ISSUED'), ('LOCKED', 'VOID'),
			('FILE_ISSUED', 'PARTLY_PAID'), ('FILE_ISSUED', 'PAID'), ('PARTLY_PAID', 'PAID'), ('PARTLY_PAID', 'CLOSED'),
			('PAID', 'CLOSED'), ('PAID', 'PARTLY_PAID'), ('CLOSED', 'PARTLY_PAID'))
			and not (old.status = 'LOCKED' and new.status in ('PARTLY_PAID', 'PAID')
				and exists (select from signature_record s where s.batch_id = new.id)) then
		raise exception 'a batch does not go from % to %', old.status, new.status using errcode = 'check_violation',
			constraint = 'payment_batch_way';
	end if;
	if new.status = 'CHECKED' and old.status = 'PREPARED' and exists (
			select from (select count(*) as n, coalesce(sum(r.amount), 0) as t from payment_row r where r.batch_id = new.id) s
			where s.n <> new.row_count or s.t <> new.total) then
		raise exception 'the figures of batch % are not those of its rows', new.number using errcode = 'check_violation',
			constraint = 'payment_batch_adds_up';
	end if;
	if new.status = 'LOCKED' and old.status <> 'LOCKED' and exists (select from payment_row r
			where r.batch_id = new.id and not exists (select from payment_claim c where c.row_id = r.id)) then
		raise exception 'a row of batch % has no claim', new.number using errcode = 'check_violation',
			constraint = 'payment_batch_holds_its_claims';
	end if;
	if new.status = 'VOID' and old.status <> 'VOID' and exists (select from bank_file f where f.batch_id = new.id) then
		raise exception 'a batch whose file is out is not voided' using errcode = 'check_violation',
			constraint = 'payment_batch_is_out';
	end if;
	return new;
end $$;
