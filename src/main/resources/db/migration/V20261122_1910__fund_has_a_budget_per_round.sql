-- What a school means to spend on a round (school × programme × school year), in all and where it likes per tier. A new
-- figure is a new row: the latest one holds, and the earlier ones say what it was.
create table fund_budget (
	id bigint primary key,
	school_id bigint not null references school,
	programme_id bigint not null references programme,
	school_year integer not null check (school_year between 1980 and 2200),
	total numeric(12, 2) not null check (total > 0),
	tier_one numeric(12, 2) check (tier_one >= 0),
	tier_two numeric(12, 2) check (tier_two >= 0),
	tier_three numeric(12, 2) check (tier_three >= 0),
	reason varchar(200) not null check (btrim(reason) <> ''),
	set_by bigint not null references app_user,
	set_by_name varchar(100) not null,
	set_at timestamptz not null,
	constraint fund_budget_tiers_fit
		check (coalesce(tier_one, 0) + coalesce(tier_two, 0) + coalesce(tier_three, 0) <= total)
);
create index fund_budget_of_year on fund_budget (school_id, programme_id, school_year, id);
select protect('fund_budget');
select append_only('fund_budget');
