-- What the rule set suggested on the day is evidence: the case may be assessed again, the meeting was not.
-- Empty: written down before this column, and not to be told from what was kept.
alter table class_appraisal_opinion add column assessment_id bigint references assessment;

-- The case's last assessment before the class met; its event is written right after it.
alter table class_appraisal_opinion disable trigger class_appraisal_opinion_append_only;
update class_appraisal_opinion o set assessment_id = (
	select max(s.id)
	from aid_application a
	join aid_round r on r.id = a.round_id
	join assessment s on s.enrolment_id = a.enrolment_id and s.school_year = r.school_year
	where a.id = o.application_id and s.id < (
		select max(e.id) from application_event e
		where e.application_id = a.id and e.action = 'ASSESS' and e.id < o.appraisal_id));
alter table class_appraisal_opinion enable trigger class_appraisal_opinion_append_only;
