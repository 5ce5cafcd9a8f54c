-- 不再补发: a row that failed and is owed no longer, because the child died or the award was ended, or because nobody
-- claims it. What was set aside for it is free again; its claim stays, so that the term is never paid otherwise.
create table payment_waiver (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	row_id bigint not null,
	reason varchar(200) not null check (btrim(reason) <> ''),
	decided_by bigint not null references app_user,
	decided_by_name varchar(100) not null,
	decided_at timestamptz not null,
	constraint payment_waiver_once unique (row_id),
	foreign key (row_id, batch_id) references payment_row (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create index payment_waiver_of_batch on payment_waiver (school_id, batch_id);
select protect('payment_waiver');
select append_only('payment_waiver');

-- Only what failed or came back is given up, and what is given up is on no other list.
create function payment_waiver_of_failed_row() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not (exists (select from payment_outcome o where o.row_id = new.row_id and o.kind = 'FAILED')
			or exists (select from payment_back k where k.row_id = new.row_id and k.kind = 'RETURNED'))
		or exists (select from payment_row n join payment_batch b on b.id = n.batch_id
			where n.original_row_id = new.row_id and b.status <> 'VOID') then
		raise exception 'row % is not owed', new.row_id using errcode = 'check_violation',
			constraint = 'payment_waiver_of_failed_row';
	end if;
	return new;
end $$;
revoke execute on function payment_waiver_of_failed_row() from public;
create trigger payment_waiver_of_failed_row before insert on payment_waiver
	for each row execute function payment_waiver_of_failed_row();

create function payment_row_not_waived() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if exists (select from payment_waiver w where w.row_id = new.original_row_id) then
		raise exception 'row % is given up', new.original_row_id using errcode = 'check_violation',
			constraint = 'payment_row_not_waived';
	end if;
	return new;
end $$;
revoke execute on function payment_row_not_waived() from public;
create trigger payment_row_not_waived before insert on payment_row
	for each row when (new.original_row_id is not null) execute function payment_row_not_waived();
