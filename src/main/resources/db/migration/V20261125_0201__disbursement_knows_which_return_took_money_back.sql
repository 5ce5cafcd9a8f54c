-- A payment that a return file sends back counts among what that file brought.
alter table payment_back add column return_id bigint references bank_return;
