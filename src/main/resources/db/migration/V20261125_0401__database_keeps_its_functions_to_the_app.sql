-- What PostgreSQL grants to PUBLIC on every new function is a global default, which the revoke within the schema (the
-- first migration) did not touch: functions that look past row-level security were open to every role of the server.
-- The app keeps its own grant.
alter default privileges revoke execute on functions from public;

do $$
declare
	target regprocedure;
begin
	for target in
		select p.oid::regprocedure from pg_proc p
		where p.pronamespace = 'public'::regnamespace and p.proowner = (select r.oid from pg_roles r where r.rolname = current_user)
	loop
		execute format('revoke execute on function %s from public', target);
	end loop;
end $$;
