-- Policy of the county, the same for all its schools: no school_id, everybody reads, the service lets only COUNTY write.
create table programme (
	id bigint primary key default nextval('id_seq'),
	code text not null unique check (code ~ '^[A-Z][A-Z_]{2,39}$'),
	name text not null check (btrim(name) <> ''),
	name_en text not null check (btrim(name_en) <> '')
);

create table programme_standard (
	id bigint primary key default nextval('id_seq'),
	programme_id bigint not null references programme,
	-- First calendar year of the school year: 2026 is 2026—2027.
	school_year integer not null check (school_year between 2000 and 2100),
	tier text not null check (tier in ('ONE', 'TWO', 'THREE')),
	annual numeric(12, 2) not null check (annual > 0 and annual <= 50000),
	-- A term is half a year; an odd fen could not be paid in two equal halves.
	constraint programme_standard_halves_exactly check (mod(annual * 100, 2) = 0),
	unique (programme_id, school_year, tier)
);

-- 当地低保线, yuan per person and year (twelve times the monthly figure that the county publishes).
create table subsistence_line (
	school_year integer primary key check (school_year between 2000 and 2100),
	annual numeric(12, 2) not null check (annual > 0 and annual <= 100000)
);

insert into programme (code, name, name_en)
values ('TIERED_GRANT', '义务教育分级助学金', 'Tiered grant for compulsory education');

insert into programme_standard (programme_id, school_year, tier, annual)
select id, year, tier, annual
from programme
cross join (values (2025), (2026)) as years (year)
cross join (values ('ONE', 2000.00), ('TWO', 1500.00), ('THREE', 1000.00)) as amounts (tier, annual)
where code = 'TIERED_GRANT';

-- Invented figure, shown as an example until the county enters its own.
insert into subsistence_line (school_year, annual) values (2025, 6480.00), (2026, 6480.00);
