-- A value sealed with the key file this database belongs to: another key file is noticed at the start, not at the first
-- unreadable pupil.
create table key_check (
	id smallint primary key check (id = 1),
	sealed bytea not null
);
select append_only('key_check');
