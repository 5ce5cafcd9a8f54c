-- An award that has ended is paid nothing from this term on, also where a locked list that held the term is voided, or
-- a row of it fails. Before, only the amount said so, which a locked list keeps.
alter table award add column ended_from text check (ended_from in ('AUTUMN', 'SPRING'));
update award a set ended_from = coalesce(
	(select v.from_term from award_event v where v.award_id = a.id and v.action = 'END' order by v.at desc, v.id desc limit 1),
	'AUTUMN')
	where a.status in ('TRANSFERRED', 'ENDED');
alter table award add constraint award_ended_from_a_term check ((status in ('TRANSFERRED', 'ENDED')) = (ended_from is not null));

-- What an ended award gave: not the term from which it ended, unless that stands on a locked list.
create or replace function awarded_before(person bigint, programme bigint, year integer, wanted text) returns boolean
	language sql stable security definer set search_path = public
	return exists (select from award a join award_term t on t.award_id = a.id
		where a.person_id = person and a.programme_id = programme and a.school_year = year
			and a.status in ('TRANSFERRED', 'ENDED') and t.term = wanted and t.amount > 0
			and (t.term < a.ended_from or exists (select from payment_row r join payment_batch b on b.id = r.batch_id
				where r.award_id = a.id and b.term = t.term
					and b.status in ('LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED'))));
