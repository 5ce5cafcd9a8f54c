-- The auditor filters by action, and the list of actions is read from here.
create index audit_entry_action on audit_entry (action, at desc);
