-- What is typed as a user name may be a password: of it, and of the address, only keyed fingerprints are kept, and no
-- longer than they count. SQL has no key to make them with, so the counting of this half hour begins anew.
delete from sign_in_attempt;
alter table sign_in_attempt
	alter username type bytea using ''::bytea,
	alter address type bytea using ''::bytea;
create index sign_in_attempt_at on sign_in_attempt (at);
