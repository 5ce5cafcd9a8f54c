-- The declaration of the last submission; null while nothing was ever submitted.
alter table aid_application add declaration_id bigint;
alter table aid_application add foreign key (school_id, declaration_id) references frozen_declaration (school_id, id);

-- Cases submitted before declarations were frozen: what the household says today is the best that is known.
with frozen as (
	insert into frozen_declaration (school_id, enrolment_id, school_year, content, declared_by_name, declared_at,
		household_version, frozen_by, frozen_at)
	select h.school_id, h.enrolment_id, h.school_year,
		jsonb_build_object('residence', h.residence, 'situation', h.situation,
			'members', coalesce((select jsonb_agg(jsonb_build_object('name', m.name, 'relation', m.relation, 'age', m.age,
				'workUnit', m.work_unit, 'occupation', m.occupation, 'yearlyIncome', m.yearly_income::text, 'health', m.health)
				order by m.position) from household_member m where m.household_id = h.id), '[]'::jsonb),
			'circumstances', jsonb_build_object('disaster', h.disaster, 'accident', h.accident, 'weakLabour', h.weak_labour,
				'unemployment', h.unemployment, 'debt', h.debt, 'other', h.other, 'aidReceived', h.aid_received),
			'origin', jsonb_build_object('nativePlace', h.native_place, 'postcode', h.postcode)),
		u.name, h.declared_at, h.version, h.declared_by, now()
	from household h join app_user u on u.id = h.declared_by
	where exists (select from aid_application a join aid_round r on r.id = a.round_id
		where a.enrolment_id = h.enrolment_id and r.school_year = h.school_year and a.school_id = h.school_id
			and a.status not in ('DRAFT', 'SENT_BACK'))
	returning id, school_id, enrolment_id, school_year
)
update aid_application a set declaration_id = f.id
from frozen f, aid_round r
where r.id = a.round_id and f.enrolment_id = a.enrolment_id and f.school_year = r.school_year
	and f.school_id = a.school_id and a.status not in ('DRAFT', 'SENT_BACK');
