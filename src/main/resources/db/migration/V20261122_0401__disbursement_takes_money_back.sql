-- 追回: what was paid on a false claim is demanded back; one proposes, another decides.
create table payment_recovery (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	row_id bigint not null,
	reason varchar(200) not null check (btrim(reason) <> ''),
	ordered_by bigint not null references app_user,
	ordered_by_name varchar(100) not null,
	ordered_at timestamptz not null,
	decided_by bigint references app_user,
	decided_by_name varchar(100),
	decided_at timestamptz,
	constraint payment_recovery_once unique (row_id),
	constraint payment_recovery_decided_by_another check (decided_by <> ordered_by),
	foreign key (row_id, batch_id) references payment_row (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index payment_recovery_of_batch on payment_recovery (school_id, batch_id);
select protect('payment_recovery');
revoke update, delete, truncate on payment_recovery from "${app_role}";
grant update (decided_by, decided_by_name, decided_at) on payment_recovery to "${app_role}";

-- Money that was paid and came back, by the bank's document: 退汇 is owed to the pupil still, 追回 is not. The sent row
-- stays as it was.
create table payment_back (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	row_id bigint not null,
	kind varchar(12) not null check (kind in ('RETURNED', 'RECOVERED')),
	document_no varchar(60) not null check (btrim(document_no) <> ''),
	came_on date not null,
	amount numeric(12, 2) not null check (amount > 0),
	reason varchar(200) not null check (btrim(reason) <> ''),
	recorded_by bigint not null references app_user,
	recorded_by_name varchar(100) not null,
	recorded_at timestamptz not null,
	constraint payment_back_once unique (row_id),
	foreign key (row_id, batch_id) references payment_row (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index payment_back_of_batch on payment_back (school_id, batch_id);
select protect('payment_back');
select append_only('payment_back');

-- Only what was paid comes back, all of it, and is demanded back only when two people said so.
create function payment_back_of_paid_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from payment_outcome o where o.row_id = new.row_id and o.kind = 'PAID'
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
create trigger payment_back_of_paid_row before insert on payment_back
	for each row execute function payment_back_of_paid_row();

-- A decision once made stays.
create function payment_recovery_decided_once() returns trigger language plpgsql as $$
begin
	if old.decided_by is not null then
		raise exception 'a decision is never changed' using errcode = 'insufficient_privilege';
	end if;
	return new;
end $$;
create trigger payment_recovery_decided_once before update on payment_recovery
	for each row execute function payment_recovery_decided_once();

-- A red entry (冲销) takes back lines of its original and never more than they were.
create function reversal_mirrors_original() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if exists (select from journal_entry o where o.id = new.reverses_id
			and (o.fund_id <> new.fund_id or o.kind = 'REVERSAL' or o.source_type <> new.source_type
				or o.source_id <> new.source_id))
		or exists (select from posting p join journal_entry e on e.id = p.entry_id
			where e.id = new.reverses_id or e.reverses_id = new.reverses_id
			group by p.account, p.side, coalesce(p.line_id, 0) having sum(p.amount) < 0) then
		raise exception 'entry % takes back what entry % did not book', new.id, new.reverses_id
			using errcode = 'check_violation', constraint = 'reversal_mirrors_original';
	end if;
	return null;
end $$;
create constraint trigger reversal_mirrors_original after insert on journal_entry
	deferrable initially deferred for each row when (new.kind = 'REVERSAL')
	execute function reversal_mirrors_original();
create index journal_entry_of_reversed on journal_entry (reverses_id) where reverses_id is not null;

-- As before, and a batch from which money came back is open again.
create or replace function payment_batch_guard() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if (new.id, new.school_id, new.number, new.programme_id, new.school_year, new.term, new.fund_id, new.original_id,
			new.request_key) is distinct from (old.id, old.school_id, old.number, old.programme_id, old.school_year,
			old.term, old.fund_id, old.original_id, old.request_key) then
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
			('PAID', 'CLOSED'), ('PAID', 'PARTLY_PAID'), ('CLOSED', 'PARTLY_PAID')) then
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

-- As before, and a re-issue also takes over the claims of what the bank sent back after paying it.
create or replace function take_claims(batch bigint) returns setof bigint
	language plpgsql security definer set search_path = public, pg_temp as $$
declare
	b payment_batch := own_batch(batch, 'APPROVED');
begin
	if b.original_id is null then
		insert into payment_claim (person_id, programme_id, school_year, term, row_id, batch_id, school_id)
			select e.person_id, b.programme_id, b.school_year, b.term, r.id, r.batch_id, r.school_id
			from payment_row r join enrolment e on e.id = r.enrolment_id and e.school_id = r.school_id
			where r.batch_id = batch and e.person_id = r.person_id
			-- always in the same order, so that two schools wait for each other and never in a ring
			order by e.person_id
			on conflict do nothing;
	else
		update payment_claim c set row_id = r.id, batch_id = r.batch_id
			from payment_row r join payment_row o on o.id = r.original_row_id
			where r.batch_id = batch and o.batch_id = b.original_id and c.row_id = o.id
				and o.person_id = r.person_id and o.amount = r.amount
				and (exists (select from payment_outcome f where f.row_id = o.id and f.kind = 'FAILED')
					or exists (select from payment_back k where k.row_id = o.id and k.kind = 'RETURNED'));
	end if;
	return query select r.id from payment_row r
		where r.batch_id = batch and not exists (select from payment_claim c where c.row_id = r.id);
end $$;
