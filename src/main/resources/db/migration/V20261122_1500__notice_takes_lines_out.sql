-- A line whose pupil went back to review after an upheld objection stands on the public page no more. The words of the
-- line stay as they were published: only this mark is ever written later, and never taken back.
alter table notice_row add column removed boolean not null default false;

create or replace function notice_row_is_frozen() returns trigger language plpgsql as $$
begin
	if exists (select from notice n where n.id = old.notice_id and n.status in ('PUBLISHED', 'WITHDRAWN', 'ARCHIVED')) then
		if tg_op = 'UPDATE' then
			if new.removed and not old.removed
				and (new.notice_id, new.school_id, new.position, new.name, new.grade_name, new.class_name)
					= (old.notice_id, old.school_id, old.position, old.name, old.grade_name, old.class_name)
				and new.tier is not distinct from old.tier then
				return new;
			end if;
		end if;
		raise exception 'a published notice is never edited (notice %)', old.notice_id;
	end if;
	return case tg_op when 'DELETE' then old else new end;
end $$;

alter policy notice_row_public on notice_row using (
	not removed and exists (select from notice n where n.id = notice_id and n.status = 'PUBLISHED'));

-- What the county decides for every notice: within how many working days an objection is answered.
create table notice_policy (
	one boolean primary key default true check (one),
	answer_days integer not null check (answer_days between 1 and 30)
);
insert into notice_policy (answer_days) values (5);
