-- An import that is taken back takes what it wrote into the history of its pupils along: the audit trail keeps both
-- the import and its undoing. Every other line of the history stays for good, and none is ever changed.
alter table enrolment_event add column import_id bigint;
create index enrolment_event_of_import on enrolment_event (import_id) where import_id is not null;
drop trigger enrolment_event_append_only on enrolment_event;
create trigger enrolment_event_append_only before update on enrolment_event
	for each row execute function refuse_change();
create trigger enrolment_event_stays before delete on enrolment_event
	for each row when (old.import_id is null) execute function refuse_change();

create function take_back_enrolment_events(import bigint) returns void
	language sql volatile security definer set search_path = public
	begin atomic
		delete from enrolment_event v where v.import_id = import
			and v.school_id = any ((select nullif(current_setting('nuanyang.write', true), ''))::bigint[]);
	end;

-- Persons whom no enrolment knows any more, many at once.
create function forget_persons(persons bigint[]) returns void
	language sql volatile security definer set search_path = public
	begin atomic
		delete from person p where p.id = any (persons)
			and not exists (select from enrolment e where e.person_id = p.id);
	end;

-- A class that an import made goes with it, and its grade, unless anything is tied to them by now.
create function remove_unused_class(class bigint) returns void language plpgsql set search_path = public as $$
declare
	of_grade bigint;
begin
	delete from school_class c where c.id = class and c.head_teacher_id is null
		and not exists (select from enrolment e where e.class_id = c.id) returning c.grade_id into of_grade;
	delete from grade g where g.id = of_grade and not exists (select from school_class c where c.grade_id = g.id);
exception when foreign_key_violation then
	return;
end $$;
