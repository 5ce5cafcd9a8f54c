-- Who of the committee has an account is known by it: staying away from a case can then be held to. Representatives of the
-- parents and others from outside stay names.
alter table meeting_attendee add column account_id bigint references app_user;
create unique index meeting_attendee_account_once on meeting_attendee (meeting_id, account_id) where account_id is not null;
-- Those of earlier meetings whose name only one account of the school bears.
update meeting_attendee m set account_id = (select min(u.id) from app_user u where u.school_id = m.school_id and u.name = m.name)
where kind <> 'PARENT'
	and (select count(*) from app_user u where u.school_id = m.school_id and u.name = m.name) = 1
	and not exists (select from committee_meeting c where c.id = m.meeting_id and c.status = 'CONFIRMED');

-- By account where there is one: a name may change, or be borne by two.
create or replace function refuse_recused_signature() returns trigger language plpgsql as $$
begin
	if tg_op = 'UPDATE' and old.signed_by is not null then
		raise exception 'the decision is signed' using errcode = 'insufficient_privilege';
	end if;
	if exists (select from meeting_recusal r
			left join meeting_attendee m on m.meeting_id = new.meeting_id and m.name = r.name
			where r.decision_id = new.id and case when m.account_id is not null then m.account_id = new.signed_by
				else r.name = new.signed_by_name end) then
		raise exception 'who stays away from a vote does not sign the decision' using errcode = 'insufficient_privilege';
	end if;
	return new;
end $$;
