-- Rule sets are policy, the same for all schools of the county: no school_id.
create table rule_set (
	id bigint primary key default nextval('id_seq'),
	name text not null check (btrim(name) <> ''),
	name_en text not null check (btrim(name_en) <> ''),
	school_year integer not null check (school_year between 2000 and 2100),
	version integer not null check (version > 0),
	status text not null check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
	-- The whole set: groups, indicators, bands, entitlements, vetoes, thresholds. Read by RuleSet, which refuses nonsense.
	body jsonb not null,
	unique (school_year, version)
);

-- Two sets in force at once would give two pupils of one year different rules.
create unique index rule_set_one_active_per_year on rule_set (school_year) where status = 'ACTIVE';

-- Assessments point at the rules they were made by: once in force, rules only change by a new version.
create function rule_set_keep() returns trigger language plpgsql as $$
begin
	if old.status <> 'DRAFT' and (tg_op = 'DELETE' or new.body <> old.body or new.school_year <> old.school_year
			or new.version <> old.version) then
		raise exception 'rule set % has been in force and is never changed', old.id using errcode = 'insufficient_privilege';
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger rule_set_keep before update or delete on rule_set for each row execute function rule_set_keep();

-- Kept for ever as calculated: a decided case points at the row it took, a later calculation is another row.
create table assessment (
	id bigint primary key default nextval('id_seq'),
	school_id bigint not null references school,
	enrolment_id bigint not null references enrolment,
	school_year integer not null check (school_year between 2000 and 2100),
	rule_set_id bigint not null references rule_set,
	total numeric(7, 2),
	-- Code of the category that entitles without scoring.
	direct_category text,
	veto jsonb,
	suggested text check (suggested in ('ONE', 'TWO', 'THREE')),
	-- Every indicator with value, source and points, as they were on the day.
	groups jsonb not null,
	assessed_by bigint not null references app_user,
	assessed_at timestamptz not null,
	constraint assessment_scored_or_entitled check ((total is null) = (direct_category is not null)),
	constraint assessment_vetoed_gets_nothing check (veto is null or suggested is null)
);

create index assessment_of_pupil on assessment (school_id, enrolment_id, school_year, id desc);

select protect('assessment');
select append_only('assessment');

-- The sample of scoring.md 3.3, shown as 示例: a county replaces it by its own.
insert into rule_set (name, name_en, school_year, version, status, body)
select '示例量化表', 'Sample rule set', year, 1, 'ACTIVE', body
from (values (2025), (2026)) as years (year)
cross join (values ($rules$
{
	"fullMarks": 100,
	"direct": [{"categories": ["P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09", "P11"], "tier": "ONE"}],
	"vetoes": [
		{
			"code": "public-payroll",
			"label": {
				"zh": "家庭成员由财政供养，按规定不得纳入",
				"en": "A member of the household is on the public payroll, which excludes it"
			},
			"fact": "PUBLIC_PAYROLL",
			"value": "YES"
		}
	],
	"groups": [
		{
			"code": "income",
			"label": {"zh": "人均年收入 ÷ 低保线", "en": "Income per head ÷ subsistence line"},
			"min": 0,
			"max": 30,
			"indicators": [
				{
					"code": "income-to-line",
					"label": {"zh": "人均年收入 ÷ 低保线", "en": "Income per head ÷ subsistence line"},
					"missing": "REFUSE",
					"measure": {
						"kind": "COMPUTED",
						"quantity": "INCOME_TO_LINE",
						"bands": [
							{"upTo": 1.0, "points": 30},
							{"upTo": 1.5, "points": 22},
							{"upTo": 2.0, "points": 12},
							{"points": 0}
						]
					}
				}
			]
		},
		{
			"code": "health",
			"label": {"zh": "家庭成员健康", "en": "Health of the household"},
			"min": 0,
			"max": 20,
			"indicators": [
				{
					"code": "severely-ill",
					"label": {"zh": "大病或重残的成员", "en": "Members severely ill or disabled"},
					"missing": "ZERO",
					"measure": {"kind": "COUNT", "fact": "SEVERELY_ILL", "each": 12}
				},
				{
					"code": "mildly-ill",
					"label": {"zh": "慢性病或轻残的成员", "en": "Members chronically ill or mildly disabled"},
					"missing": "ZERO",
					"measure": {"kind": "COUNT", "fact": "MILDLY_ILL", "each": 5}
				},
				{
					"code": "medical",
					"label": {"zh": "近一年医疗自付", "en": "Medical bills paid by the family in a year"},
					"missing": "ZERO",
					"measure": {
						"kind": "BANDS",
						"fact": "MEDICAL_SELF_PAID",
						"bands": [{"upTo": 5000, "points": 0}, {"upTo": 20000, "points": 4}, {"points": 8}]
					}
				}
			]
		},
		{
			"code": "labour",
			"label": {"zh": "劳动力与就业", "en": "Workers and employment"},
			"min": 0,
			"max": 12,
			"indicators": [
				{
					"code": "workers",
					"label": {"zh": "劳动力人数", "en": "Members able to work"},
					"missing": "ZERO",
					"measure": {
						"kind": "BANDS",
						"fact": "WORKERS",
						"bands": [
							{"upTo": 0, "points": 8},
							{"upTo": 1, "points": 7},
							{"upTo": 1.5, "points": 6},
							{"upTo": 2, "points": 3},
							{"points": 0}
						]
					}
				},
				{
					"code": "employment",
					"label": {"zh": "就业状况", "en": "Employment"},
					"missing": "ZERO",
					"measure": {
						"kind": "SINGLE",
						"fact": "EMPLOYMENT",
						"points": {"NONE": 4, "SEASONAL": 3, "FARMING": 2, "STABLE": 0}
					}
				}
			]
		},
		{
			"code": "education",
			"label": {"zh": "教育负担", "en": "Children at school"},
			"min": 0,
			"max": 10,
			"indicators": [
				{
					"code": "in-compulsory",
					"label": {"zh": "义务教育阶段在读子女", "en": "Children in compulsory school"},
					"missing": "ZERO",
					"measure": {"kind": "COUNT", "fact": "IN_COMPULSORY", "each": 2}
				},
				{
					"code": "in-further",
					"label": {"zh": "非义务教育阶段在读子女", "en": "Children in further education"},
					"missing": "ZERO",
					"measure": {"kind": "COUNT", "fact": "IN_FURTHER_EDUCATION", "each": 4}
				}
			]
		},
		{
			"code": "sudden",
			"label": {"zh": "突发变故（12 个月内）", "en": "Sudden events (within 12 months)"},
			"min": 0,
			"max": 15,
			"indicators": [
				{
					"code": "events",
					"label": {"zh": "发生的变故", "en": "What happened"},
					"missing": "ZERO",
					"measure": {
						"kind": "MULTIPLE",
						"fact": "SUDDEN_EVENTS",
						"points": {"ILLNESS": 4, "DISASTER": 4, "ACCIDENT": 4},
						"cap": 6
					}
				},
				{
					"code": "loss",
					"label": {"zh": "损失或自付", "en": "Loss or bills"},
					"missing": "ZERO",
					"measure": {
						"kind": "BANDS",
						"fact": "SUDDEN_LOSS",
						"bands": [
							{"upTo": 0, "points": 0},
							{"upTo": 10000, "points": 2},
							{"upTo": 30000, "points": 5},
							{"upTo": 50000, "points": 7},
							{"points": 9}
						]
					}
				}
			]
		},
		{
			"code": "structure",
			"label": {"zh": "家庭结构", "en": "Family structure"},
			"min": 0,
			"max": 8,
			"indicators": [
				{
					"code": "family",
					"label": {"zh": "家庭结构", "en": "Family structure"},
					"missing": "ZERO",
					"measure": {
						"kind": "SINGLE",
						"fact": "FAMILY_STRUCTURE",
						"points": {
							"BOTH_PARENTS": 0,
							"ONE_AWAY": 2,
							"WITH_GRANDPARENTS": 5,
							"SINGLE_PARENT": 6,
							"NO_PARENTS": 8
						}
					}
				}
			]
		},
		{
			"code": "housing",
			"label": {"zh": "居住条件", "en": "Housing"},
			"min": 0,
			"max": 5,
			"indicators": [
				{
					"code": "home",
					"label": {"zh": "居住条件", "en": "Housing"},
					"missing": "ZERO",
					"measure": {
						"kind": "SINGLE",
						"fact": "HOUSING",
						"points": {"SOUND": 0, "SIMPLE": 2, "RENTED": 3, "CROWDED": 4, "UNSAFE": 5}
					}
				}
			]
		}
	],
	"thresholds": [{"tier": "ONE", "from": 70}, {"tier": "TWO", "from": 50}, {"tier": "THREE", "from": 30}]
}
$rules$::jsonb)) as sample (body);
