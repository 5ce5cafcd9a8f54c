-- Which columns the county's aid centre wants in the workbook of a filing, and in which order.
create table filing_county_template (
	county_id bigint primary key references county,
	columns text not null check (columns <> ''),
	changed_by bigint not null references app_user,
	changed_at timestamptz not null
);
