package org.nuanyang.award;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/**
 * Awards: granted from an accepted filing, once per person, programme and school year.
 */
@Service
@Transactional(readOnly = true)
public class AwardService {

	private final AwardRepository awards;

	AwardService(AwardRepository awards) {
		this.awards = awards;
	}

	/**
	 * What the school's awards of a programme pay in one term, in the order of granting.
	 */
	public List<PayableAward> payable(Actor actor, long schoolId, long programmeId, SchoolYear year, Term term) {
		if (!actor.scope().read().contains(schoolId)) {
			throw new NotFound("awards of school " + schoolId);
		}
		return this.awards.payable(schoolId, programmeId, year, term);
	}

}
