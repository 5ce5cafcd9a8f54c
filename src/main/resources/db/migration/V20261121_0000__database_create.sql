-- The owner of the schema runs the migrations; the app's role owns nothing, so that row-level security binds it.
-- ${app_role} is the user name of spring.datasource.
grant usage on schema public to "${app_role}";
alter default privileges in schema public grant select, insert, update, delete on tables to "${app_role}";
alter default privileges in schema public grant usage, select on sequences to "${app_role}";
alter default privileges in schema public revoke execute on functions from public;
alter default privileges in schema public grant execute on functions to "${app_role}";

-- One sequence for every table: ids are unique across tables, and blocks of 50 spare round trips on imports.
create sequence id_seq increment by 50 start with 1000;

-- Rows of a school are read and written only within the scope that the transaction carries.
-- nullif: on a pooled connection the setting is '' after its first transaction, which is no array.
-- (select …): evaluated once per statement instead of once per row.
create function protect(target text) returns void language plpgsql as $$
begin
	execute format('alter table %I enable row level security', target);
	execute format('create policy %I on %I for select using (school_id = any ((select nullif(current_setting(''nuanyang.read'', true), ''''))::bigint[]))', target || '_read', target);
	execute format('create policy %I on %I for insert with check (school_id = any ((select nullif(current_setting(''nuanyang.write'', true), ''''))::bigint[]))', target || '_insert', target);
	execute format('create policy %I on %I for update using (school_id = any ((select nullif(current_setting(''nuanyang.write'', true), ''''))::bigint[]))', target || '_update', target);
	execute format('create policy %I on %I for delete using (school_id = any ((select nullif(current_setting(''nuanyang.write'', true), ''''))::bigint[]))', target || '_delete', target);
end $$;

-- What an authority answers to a school: read like the school's rows, written only by who may answer for it.
create function protect_answer(target text) returns void language plpgsql as $$
begin
	execute format('alter table %I enable row level security', target);
	execute format('create policy %I on %I for select using (school_id = any ((select nullif(current_setting(''nuanyang.read'', true), ''''))::bigint[]))', target || '_read', target);
	execute format('create policy %I on %I for insert with check (school_id = any ((select nullif(current_setting(''nuanyang.answer'', true), ''''))::bigint[]))', target || '_answer', target);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
	raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Neither the app nor the owner changes a row once written.
create function append_only(target text) returns void language plpgsql as $$
begin
	execute format('revoke update, delete, truncate on %I from "${app_role}"', target);
	execute format('create trigger %I before update or delete on %I for each row execute function refuse_change()', target || '_append_only', target);
	execute format('create trigger %I before truncate on %I for each statement execute function refuse_change()', target || '_never_emptied', target);
end $$;
