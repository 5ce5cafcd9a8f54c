-- A line of a bank return that was not taken is explained by finance and confirmed by a second person; from then on it
-- is void. The line itself stays as the bank wrote it.
alter table bank_return_line add constraint bank_return_line_of_its_batch unique (id, batch_id);

create table bank_line_voiding (
	id bigint primary key,
	school_id bigint not null,
	batch_id bigint not null,
	line_id bigint not null,
	kind varchar(12) not null check (kind in ('PROPOSED', 'CONFIRMED')),
	reason varchar(200) check (btrim(reason) <> ''),
	done_by bigint not null references app_user,
	done_by_name varchar(100) not null,
	done_at timestamptz not null,
	check ((kind = 'PROPOSED') = (reason is not null)),
	foreign key (line_id, batch_id) references bank_return_line (id, batch_id),
	foreign key (batch_id, school_id) references payment_batch (id, school_id)
);
create unique index bank_line_voiding_once on bank_line_voiding (line_id) where kind = 'CONFIRMED';
create index bank_line_voiding_of_line on bank_line_voiding (line_id, id);
create index bank_line_voiding_of_batch on bank_line_voiding (school_id, batch_id);
select protect('bank_line_voiding');
select append_only('bank_line_voiding');

-- Only what was not taken is voided, and never by whoever explained it.
create function bank_line_voiding_by_two() returns trigger
	language plpgsql security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from bank_return_line l where l.id = new.line_id and l.problem is not null) then
		raise exception 'line % was taken', new.line_id using errcode = 'check_violation',
			constraint = 'bank_line_voiding_of_line_not_taken';
	end if;
	if new.kind = 'CONFIRMED' and (not exists (select from bank_line_voiding v
				where v.line_id = new.line_id and v.kind = 'PROPOSED')
			or exists (select from bank_line_voiding v where v.line_id = new.line_id and v.done_by = new.done_by)) then
		raise exception 'line % is not explained, or by the same person', new.line_id using errcode = 'check_violation',
			constraint = 'bank_line_voiding_by_two';
	end if;
	return new;
end $$;
create trigger bank_line_voiding_by_two before insert on bank_line_voiding
	for each row execute function bank_line_voiding_by_two();
