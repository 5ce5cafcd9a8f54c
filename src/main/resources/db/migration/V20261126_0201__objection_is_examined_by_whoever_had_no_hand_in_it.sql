-- forms.md 4.6, 核查人≠原评审经办: one definition for the button, the list of work and the question whether anybody is left.
-- Whoever drew up, received, verified, scored, appraised, ruled on or signed a case has a hand in it. The steps that
-- follow from an objection itself give nobody a hand.
create function case_involves(application bigint, person bigint) returns boolean
language sql stable set search_path = public as $$
	select exists (select from application_event v where v.application_id = application and v.actor_id = person
			and v.action not in ('OBJECT', 'RESUME_NOTICE', 'RETURN', 'TAKE_OFF_NOTICE'))
		or exists (select from aid_application a join assessment s on s.id = a.assessment_id
			where a.id = application and s.assessed_by = person)
		or exists (select from aid_application a join school_class k on k.id = a.class_id
			where a.id = application and k.head_teacher_id = person)
		or exists (select from aid_application a join aid_round r on r.id = a.round_id
			join home_visit h on h.enrolment_id = a.enrolment_id and h.school_year = r.school_year
			where a.id = application
				and (h.visitor_id = person or h.second_visitor = (select name from app_user where id = person)))
		or exists (select from meeting_decision d join committee_meeting m on m.id = d.meeting_id
			where d.application_id = application and person in (d.decided_by, d.signed_by, m.confirmed_by))
		-- A member is known by the account, by the name only where none is known; who recused did not judge.
		or exists (select from meeting_decision d join meeting_attendee m on m.meeting_id = d.meeting_id
			where d.application_id = application and m.present
				and case when m.account_id is not null then m.account_id = person
					else m.name = (select name from app_user where id = person) end
				and not exists (select from meeting_recusal r where r.decision_id = d.id and r.name = m.name))
$$;

-- An objection to the whole list is also one to everybody's class; how the list came about, one to every case on it.
create function objection_involves(objection bigint, person bigint) returns boolean
language sql stable set search_path = public as $$
	select exists (select from objection o where o.id = objection_involves.objection and (
		exists (select from notice_event v
			where v.notice_id = o.notice_id and v.actor_id = person and v.action <> 'WITHDRAW')
		or exists (select from notice_case c where c.notice_id = o.notice_id
			and (c.position = o.position or o.position is null and o.kind = 'PROCEDURE')
			and case_involves(c.application_id, person))
		or exists (select from user_role t where t.user_id = person and t.role = 'HEAD_TEACHER'
			and (o.position is null or not exists (select from user_role w
				where w.user_id = person and w.role in ('OFFICER', 'PRINCIPAL', 'REVIEWER', 'FINANCE'))))))
$$;

create function objection_has_taker(objection bigint) returns boolean
language sql stable set search_path = public as $$
	select exists (select from objection o join app_user u on u.school_id = o.school_id and not u.disabled
		where o.id = objection_has_taker.objection
			and exists (select from user_role r where r.user_id = u.id
				and r.role in ('OFFICER', 'PRINCIPAL', 'REVIEWER', 'FINANCE', 'COUNSELLOR'))
			and not exists (select from user_role r where r.user_id = u.id and r.role = 'ADMIN')
			and not objection_involves(o.id, u.id))
$$;

-- An administrator sees nothing of pupils or objections, and still has to open the account that is missing: told are
-- the school and how many objections wait, of the schools in the administrator's place.
create function objections_without_taker(administrator bigint) returns table (school text, number bigint)
language sql stable security definer set search_path = public as $$
	select s.name, count(*)
	from objection o join school s on s.id = o.school_id join school_district d on d.id = s.district_id
	join app_user u on u.id = administrator
	where o.status = 'REGISTERED' and not objection_has_taker(o.id)
		and exists (select from user_role r where r.user_id = u.id and r.role = 'ADMIN')
		and case when u.school_id is not null then u.school_id = s.id
			when u.district_id is not null then u.district_id = d.id
			else u.county_id is null or u.county_id = d.county_id end
	group by s.id, s.name order by s.name
$$;

-- What is done about an objection to no line: by whom, by when; the pupil who was missed; and whether the whole notice
-- is to be published anew.
alter table objection add column measure bytea;
alter table objection add column measure_by text;
alter table objection add column measure_due date;
alter table objection add column missed_enrolment_id bigint references enrolment;
alter table objection add column anew boolean not null default false;
alter table objection add constraint objection_measure_is_whole check (
	(measure is null) = (measure_by is null) and (measure is null) = (measure_due is null));
alter table objection add constraint objection_measure_follows_from_upheld check (
	outcome in ('UPHELD', 'PARTLY') or (measure is null and missed_enrolment_id is null and not anew));
alter table objection add constraint objection_missed_is_missed check (missed_enrolment_id is null or kind = 'MISSED');
alter table objection add constraint objection_anew_is_of_the_whole check (not anew or (kind = 'PROCEDURE' and position is null));
