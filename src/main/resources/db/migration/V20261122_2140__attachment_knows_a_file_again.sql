-- A keyed fingerprint of the file as it was handed in; older files have none.
alter table attachment add column fingerprint bytea;

-- Two people at once must not put the same file into one slot.
create unique index attachment_once_in_its_slot on attachment (school_id, owner_type, owner_id, slot, fingerprint)
	where removed_at is null;
