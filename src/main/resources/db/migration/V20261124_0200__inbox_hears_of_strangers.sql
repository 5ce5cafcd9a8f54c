-- An objection from the public form reaches those who handle it; who handed it in is nobody the product knows.
alter table inbox_message alter column actor_id drop not null;
alter table inbox_message alter column actor_name drop not null;
alter table inbox_message add constraint inbox_message_actor_has_a_name check ((actor_id is null) = (actor_name is null));
-- Only beside an objection that was handed in within the same transaction, and only to people of its school.
create policy inbox_message_of_stranger on inbox_message for insert with check (
	actor_id is null and kind = 'OBJECTION' and subject_type = 'objection' and objection_is_new(subject_id, school_id)
	and exists (select from app_user u where u.id = recipient_id and u.school_id = inbox_message.school_id));
