-- The sealer looked through the whole trail for what has no seal, every twenty seconds, longer each year. Entries now
-- wait here until they are sealed. The app reaches this table through the triggers only; a row taken out of it by force
-- hides nothing, because the verifier still looks through the whole trail.
create table audit_waiting (
	entry_id bigint primary key
);
revoke all on audit_waiting from "${app_role}";
insert into audit_waiting (entry_id)
	select e.id from audit_entry e where not exists (select from audit_seal s where s.entry_id = e.id);

create function audit_wait() returns trigger language plpgsql security definer set search_path = public as $$
begin
	insert into audit_waiting (entry_id) values (new.id);
	return null;
end $$;
create trigger audit_entry_waits after insert on audit_entry for each row execute function audit_wait();

create function audit_wait_no_more() returns trigger language plpgsql security definer set search_path = public as $$
begin
	delete from audit_waiting where entry_id = new.entry_id;
	return null;
end $$;
create trigger audit_seal_taken after insert on audit_seal for each row execute function audit_wait_no_more();

create or replace function audit_unsealed(batch integer) returns setof audit_entry
language sql security definer set search_path = public as $$
	select e.* from audit_waiting w join audit_entry e on e.id = w.entry_id order by w.entry_id limit batch
$$;
create function audit_count_unsealed() returns bigint
language sql security definer set search_path = public as $$
	select count(*) from audit_entry e where not exists (select from audit_seal s where s.entry_id = e.id)
$$;
