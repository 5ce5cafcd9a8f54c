-- A reminder tells its reader what waits for him, in his own count and words; the line of the workbench that its sender
-- waits in is another, and is reminded of once a day.
alter table inbox_message add column sent_from text check (length(sent_from) <= 400);
alter table inbox_message add constraint inbox_message_only_a_reminder_is_sent_from_a_line check (sent_from is null or kind = 'REMINDER');
create index inbox_message_reminders on inbox_message (actor_id, at) where kind = 'REMINDER';
