-- Decisions of open meetings whose case has since been withdrawn or returned to its class: they could be signed on
-- grounds they were not made on, or kept the others from being signed. From now on they go when the case goes.
delete from meeting_decision d using committee_meeting m
where m.id = d.meeting_id and m.status in ('OPEN', 'AWAITING_CONFIRMATION') and d.signed_at is null
	and exists (select from application_event e where e.application_id = d.application_id
		and e.action in ('WITHDRAW', 'RETURN_TO_CLASS') and e.at > d.decided_at);
