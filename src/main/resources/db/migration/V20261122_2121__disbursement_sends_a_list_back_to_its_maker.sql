-- Sent back by whoever checks or approves: nobody checks the list again before its maker has made it anew.
alter table payment_batch add column returned boolean not null default false;
