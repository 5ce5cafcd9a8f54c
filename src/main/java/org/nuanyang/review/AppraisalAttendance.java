package org.nuanyang.review;

import java.util.Optional;

import org.nuanyang.application.Attendance;
import org.springframework.stereotype.Component;

/** The head count that stands on the printed application form. */
@Component
class AppraisalAttendance implements Attendance {

	private final AppraisalService appraisals;

	AppraisalAttendance(AppraisalService appraisals) {
		this.appraisals = appraisals;
	}

	@Override
	public Optional<Count> of(long applicationId) {
		return this.appraisals.lastOf(applicationId)
			.map((opinion) -> new Count(opinion.expected(), opinion.attended()));
	}

}
