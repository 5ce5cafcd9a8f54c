-- A rule set decides who gets aid: whoever wrote it does not bring it into force. Those that are shipped have no author.
alter table rule_set
	add column created_by bigint references app_user,
	add column created_at timestamptz,
	add column activated_by bigint references app_user,
	add column activated_at timestamptz,
	add column retired_by bigint references app_user,
	add column retired_at timestamptz,
	-- Empty where another rule set took its place.
	add column retire_reason text check (length(retire_reason) <= 300),
	add constraint rule_set_activated_by_another check (activated_by is distinct from created_by or activated_by is null),
	add constraint rule_set_retired_by_somebody check ((retired_by is null) = (retired_at is null)
		and (retired_by is null or status = 'RETIRED'));

-- What has been in force keeps what it said and who said so, and never comes into force again.
create or replace function rule_set_keep() returns trigger language plpgsql as $$
begin
	if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.body <> old.body or new.school_year <> old.school_year
			or new.version <> old.version or new.name <> old.name or new.name_en <> old.name_en
			or new.created_by is distinct from old.created_by or new.activated_by is distinct from old.activated_by
			or new.status = 'DRAFT' or (old.status = 'RETIRED' and new.status <> 'RETIRED')) then
		raise exception 'rule set % has been in force and is never changed', old.id using errcode = 'insufficient_privilege';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;
