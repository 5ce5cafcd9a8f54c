package org.nuanyang.application;

import org.nuanyang.visit.AwaitsVisit;
import org.springframework.stereotype.Component;

/**
 * Cases that were handed in and cannot go on before the family is visited. An accepted
 * one waits for nothing else: who was visited before it was accepted has passed on, or is
 * to be visited again.
 */
@Component
class CasesToVisit implements AwaitsVisit {

	@Override
	public String enrolments() {
		return """
				select a.enrolment_id from aid_application a join aid_round r on r.id = a.round_id
				where a.school_id = :school and r.school_year = :year and (a.status = 'ACCEPTED'
					or a.status in ('SUBMITTED', 'SENT_BACK') and not exists (select from home_visit v
						where v.enrolment_id = a.enrolment_id and v.school_year = r.school_year))""";
	}

	@Override
	public String asked() {
		return """
				select a.enrolment_id, asked.actor_name, asked.at, asked.reason
				from aid_application a join aid_round r on r.id = a.round_id
				join lateral (select * from application_event e
					where e.application_id = a.id and e.action in ('RETURN_TO_VISIT', 'RECORD_VISIT')
					order by e.id desc limit 1) asked on asked.action = 'RETURN_TO_VISIT'
				where a.school_id = :school and r.school_year = :year
					and a.status in ('SUBMITTED', 'SENT_BACK', 'ACCEPTED')""";
	}

}
