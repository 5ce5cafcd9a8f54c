-- A document entered with a wrong amount is reversed in red and entered again; still only one of them stands.
alter table fund_receipt add column attempt smallint not null default 1 check (attempt > 0);
alter table fund_receipt drop constraint fund_receipt_once;
alter table fund_receipt add constraint fund_receipt_once unique (fund_id, document_no, attempt);

create function fund_receipt_stands_alone() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if exists (select from fund_receipt r where r.fund_id = new.fund_id and r.document_no = new.document_no
			and not exists (select from journal_entry x where x.reverses_id = r.entry_id)) then
		raise exception 'document % is entered', new.document_no using errcode = 'unique_violation',
			constraint = 'fund_receipt_once';
	end if;
	return new;
end $$;
revoke execute on function fund_receipt_stands_alone() from public;
create trigger fund_receipt_stands_alone before insert on fund_receipt
	for each row execute function fund_receipt_stands_alone();
