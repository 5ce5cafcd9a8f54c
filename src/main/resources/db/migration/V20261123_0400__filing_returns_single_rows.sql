-- The class a pupil stood in when the list was sent: a class moves up with its pupils, one who changed class did not.
alter table filing_row add column class_id bigint references school_class;
-- Equality with the person's document of today without opening either.
alter table filing_row add column document_fingerprint bytea;

-- Rows that the centre gives back within its answer; the others are filed.
create table filing_row_return (
	filing_id bigint not null,
	school_id bigint not null,
	position integer not null,
	reason text not null check (btrim(reason) <> ''),
	primary key (filing_id, position),
	foreign key (filing_id, position) references filing_row (filing_id, position),
	foreign key (filing_id, school_id) references filing (id, school_id)
);
select protect_answer('filing_row_return');
select append_only('filing_row_return');

-- Returned rows are part of the answer: none comes after it.
create function filing_row_return_in_time() returns trigger language plpgsql as $$
begin
	if exists (select from filing_answer a where a.filing_id = new.filing_id) then
		raise exception 'filing % has been answered', new.filing_id using errcode = 'unique_violation';
	end if;
	return new;
end $$;
create trigger filing_row_return_in_time before insert on filing_row_return
	for each row execute function filing_row_return_in_time();

-- A row that was returned lets its case be sent again, as a whole list that was returned does.
create or replace function filing_row_once() returns trigger language plpgsql as $$
begin
	perform pg_advisory_xact_lock(new.application_id);
	if exists (select from filing_row r left join filing_answer a on a.filing_id = r.filing_id
			where r.application_id = new.application_id and r.school_id = new.school_id and coalesce(a.accepted, true)
				and not exists (select from filing_row_return b
					where b.filing_id = r.filing_id and b.position = r.position)) then
		raise exception 'case % already stands on a filing that was not returned', new.application_id
			using errcode = 'unique_violation';
	end if;
	return new;
end $$;

-- 已备案 ≠ 当前: what a row that stands says otherwise than the files of today. Read with the reader's own scope.
create view filing_difference with (security_invoker = true) as
select r.school_id, r.filing_id, r.position, r.application_id, r.enrolment_id, f.school_year, f.number_year, f.number,
	d.field, d.filed, d.current
from filing_row r
	join filing f on f.id = r.filing_id
	left join filing_answer a on a.filing_id = r.filing_id
	join enrolment e on e.id = r.enrolment_id
	join person p on p.id = r.person_id
	join school_class k on k.id = e.class_id
	join grade g on g.id = k.grade_id
	join aid_application c on c.id = r.application_id
	cross join lateral (values
		('NAME', r.name, p.name::text, r.name <> p.name),
		('SEX', r.sex, p.sex::text, r.sex <> p.sex),
		('DOCUMENT', null, null, r.document_fingerprint is distinct from p.id_fingerprint
			and (r.document_fingerprint is not null or r.id_number is null)),
		('CLASS', r.grade_name || r.class_name,
			coalesce((array['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'])[g.number],
				g.entry_year || '级') || '(' || k.number || ')班', e.class_id <> r.class_id),
		('BOARDING', r.boarding::text, e.boarding::text, r.boarding <> e.boarding),
		('TIER', r.tier, c.decided_tier, r.tier <> c.decided_tier),
		('ENROLMENT', 'ENROLLED', e.status::text, e.status <> 'ENROLLED'),
		('CASE', 'RECOGNISED', c.status, c.status not in ('RECOGNISED', 'ADJUSTED'))) d(field, filed, current, differs)
where coalesce(a.accepted, true) and d.differs
	and not exists (select from filing_row_return b where b.filing_id = r.filing_id and b.position = r.position);

-- Which columns a school wants in the workbook of a filing.
create table filing_template (
	school_id bigint primary key references school,
	columns text not null check (columns <> ''),
	changed_by bigint not null references app_user,
	changed_at timestamptz not null
);
select protect('filing_template');
