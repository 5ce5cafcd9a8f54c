-- 公示异议登记表: a number of its own, what is to become of the case, and how the objector took the answer.
alter table objection add column record_year integer;
alter table objection add column record_number integer;
update objection o set record_year = n.year, record_number = n.number
from (select id, extract(year from registered_at at time zone 'Asia/Shanghai')::integer as year,
	row_number() over (partition by school_id, extract(year from registered_at at time zone 'Asia/Shanghai')
		order by registered_at, id) as number from objection) n
where n.id = o.id;
alter table objection alter column record_year set not null;
alter table objection alter column record_number set not null;
alter table objection add constraint objection_record_once unique (school_id, record_year, record_number);

-- Who hands in an objection sees no other: the number is given by somebody who does, one school at a time.
create function objection_record_number() returns trigger language plpgsql security definer set search_path = public as $$
begin
	perform pg_advisory_xact_lock(hashtext('objection.number'), new.school_id::integer);
	new.record_year := extract(year from new.registered_at at time zone 'Asia/Shanghai');
	select coalesce(max(o.record_number), 0) + 1 into new.record_number from objection o
	where o.school_id = new.school_id and o.record_year = new.record_year;
	return new;
end $$;
create trigger objection_record_number before insert on objection for each row execute function objection_record_number();

alter table objection add column handling text check (handling in ('KEEP', 'ADJUST', 'CANCEL', 'ADD'));
alter table objection add column answered_on date;
alter table objection add column satisfaction text check (satisfaction in ('SATISFIED', 'MOSTLY', 'DISSATISFIED', 'NOT_SAID'));
-- 要求复核: the objector wants the county centre to look at it.
alter table objection add column review_wanted boolean not null default false;
alter table objection add constraint objection_dismissed_keeps check (
	outcome is null or outcome in ('UPHELD', 'PARTLY') or handling is null or handling = 'KEEP');
