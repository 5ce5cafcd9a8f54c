-- Whoever stays away from the vote on a case does not sign its decision either: each decision says who signed it.
alter table meeting_decision
	add column signed_by bigint references app_user,
	add column signed_by_name text,
	add column signed_at timestamptz;
comment on column meeting_decision.signed_by is 'who signed this decision off; another person than confirmed the meeting where that one stayed away';

-- So far one person signed all of a meeting.
alter table meeting_decision disable trigger meeting_decision_confirmed;
update meeting_decision d set signed_by = m.confirmed_by, signed_by_name = m.confirmed_by_name, signed_at = m.confirmed_at
	from committee_meeting m where m.id = d.meeting_id and m.status = 'CONFIRMED';
alter table meeting_decision enable trigger meeting_decision_confirmed;

alter table meeting_decision
	add check ((signed_by is null) = (signed_by_name is null) and (signed_by is null) = (signed_at is null)),
	add constraint meeting_decision_two_persons check (signed_by <> decided_by) not valid;

create function refuse_recused_signature() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and old.signed_by is not null then
		raise exception 'the decision is signed' using errcode = 'insufficient_privilege';
	end if;
	if exists (select from meeting_recusal r where r.decision_id = new.id and r.name = new.signed_by_name) then
		raise exception 'who stays away from a vote does not sign the decision' using errcode = 'insufficient_privilege';
	end if;
	return new;
end $$;
create trigger meeting_decision_signed before insert or update on meeting_decision
	for each row execute function refuse_recused_signature();
