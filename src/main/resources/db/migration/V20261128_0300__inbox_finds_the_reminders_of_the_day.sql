-- A reminder of the day counts whoever of the school sent it: every home page asks for them.
create index inbox_message_reminders_of_school on inbox_message (school_id, at) where kind = 'REMINDER';
drop index inbox_message_reminders;
