package org.nuanyang.identification;

import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Service;

/** Assesses pupils by the rule set of the year; every assessment is kept. */
@Service
public class IdentificationService {

	/**
	 * Assesses the facts verified so far and stores a new assessment; earlier ones stay
	 * untouched. Refuses when no rule set is active or a fact that may not be missing is
	 * missing, naming it.
	 */
	public AssessmentView assess(Actor actor, long enrolmentId, SchoolYear year) {
		throw new UnsupportedOperationException();
	}

	/** The last assessment of that year. */
	public Optional<AssessmentView> latest(Actor actor, long enrolmentId, SchoolYear year) {
		throw new UnsupportedOperationException();
	}

	/** One assessment, as a case took it. */
	public AssessmentView assessment(Actor actor, long assessmentId) {
		throw new UnsupportedOperationException();
	}

}
