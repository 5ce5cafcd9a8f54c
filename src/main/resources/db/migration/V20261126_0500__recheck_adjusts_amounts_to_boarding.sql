-- Boarding changed and with it the amounts: proposed and confirmed by two, as another tier is. The tier stays.
alter table recheck drop constraint recheck_outcome_check;
alter table recheck add constraint recheck_outcome_check
	check (outcome in ('KEEP', 'RAISE', 'LOWER', 'END', 'BOARDING'));
alter table recheck drop constraint recheck_tier_of_outcome;
alter table recheck add constraint recheck_tier_of_outcome check (case outcome when 'END' then tier_after is null
	when 'KEEP' then tier_after = tier_before
	when 'BOARDING' then tier_after is not null and tier_after = tier_before
	when 'RAISE' then tier_after is not null and (tier_before, tier_after) in (('TWO', 'ONE'), ('THREE', 'ONE'), ('THREE', 'TWO'))
	else tier_after is not null and (tier_before, tier_after) in (('ONE', 'TWO'), ('ONE', 'THREE'), ('TWO', 'THREE')) end);
