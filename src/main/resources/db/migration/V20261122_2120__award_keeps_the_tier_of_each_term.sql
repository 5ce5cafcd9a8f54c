-- A tier changed from the second term on leaves the first term as it was: its list, its sheet and its ledger show the
-- tier that held in that term, not the one that holds now.
alter table award_term add column tier text check (tier in ('ONE', 'TWO', 'THREE'));
update award_term t set tier = coalesce(
	-- What a locked list has frozen is what holds.
	(select r.tier from payment_row r join payment_batch b on b.id = r.batch_id
		where r.award_id = t.award_id and b.term = t.term
			and b.status in ('LOCKED', 'FILE_ISSUED', 'PARTLY_PAID', 'PAID', 'CLOSED') order by r.id limit 1),
	(select v.tier from award_event v where v.award_id = t.award_id and (v.from_term is null or v.from_term <= t.term)
		order by v.at desc, v.id desc limit 1),
	(select a.tier from award a where a.id = t.award_id));
alter table award_term alter column tier set not null;
