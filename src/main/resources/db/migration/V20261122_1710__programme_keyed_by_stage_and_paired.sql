-- A programme pays by tier, or by stage × boarding whatever the tier (money.md 6.1).
alter table programme add column keyed_by text not null default 'TIER' check (keyed_by in ('TIER', 'STAGE'));

create table programme_stage_standard (
	id bigint primary key default nextval('id_seq'),
	programme_id bigint not null references programme,
	school_year integer not null check (school_year between 2000 and 2100),
	stage text not null check (stage in ('PRIMARY', 'JUNIOR')),
	boarding boolean not null,
	annual numeric(12, 2) not null check (annual > 0 and annual <= 50000),
	constraint programme_stage_standard_halves_exactly check (mod(annual * 100, 2) = 0),
	unique (programme_id, school_year, stage, boarding)
);

insert into programme (code, name, name_en, keyed_by)
values ('LIVING_SUBSIDY', '义务教育生活补助', 'Living subsidy for compulsory education', 'STAGE');

-- 寄宿: 小学 1250, 初中 1500; 非寄宿 half of it. A term of a day pupil at primary school is worth 312.50.
insert into programme_stage_standard (programme_id, school_year, stage, boarding, annual)
select id, year, stage, boarding, annual
from programme
cross join (values (2025), (2026)) as years (year)
cross join (values ('PRIMARY', true, 1250.00), ('PRIMARY', false, 625.00), ('JUNIOR', true, 1500.00),
	('JUNIOR', false, 750.00)) as amounts (stage, boarding, annual)
where code = 'LIVING_SUBSIDY';

-- May one pupil hold both in one school year? One row per pair; a pair without a row may be held together.
create table programme_pair (
	one bigint not null references programme,
	other bigint not null references programme,
	rule text not null check (rule in ('TOGETHER', 'EITHER', 'HIGHER', 'NEVER', 'RECOMMENDED')),
	primary key (one, other),
	check (one < other)
);
