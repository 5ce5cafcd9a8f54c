package org.nuanyang.application;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.Tier;
import org.springframework.stereotype.Service;

/**
 * The cases of a round, and the steps that review, notice and filing take with them. How
 * a case comes in and is assessed is IntakeService; rounds are RoundService.
 */
@Service
public class ApplicationService {

	public RoundView round(Actor actor, long roundId) {
		throw new UnsupportedOperationException();
	}

	/** Those this person may see, by grade, class and name. */
	public List<CaseView> cases(Actor actor, long roundId, Set<ApplicationStatus> statuses) {
		throw new UnsupportedOperationException();
	}

	public CaseView one(Actor actor, long applicationId) {
		throw new UnsupportedOperationException();
	}

	/** Every case of one pupil, the latest year first. */
	public List<CaseView> ofPupil(Actor actor, long enrolmentId) {
		throw new UnsupportedOperationException();
	}

	/** The last step first. */
	public List<CaseEvent> history(Actor actor, long applicationId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param tier what the class proposes, or null when it does not propose the pupil
	 */
	public void appraise(Actor actor, long applicationId, @Nullable Tier tier, String remark) {
		throw new UnsupportedOperationException();
	}

	/** The principal's decision for a tier; refused to whoever proposed one. */
	public void pass(Actor actor, long applicationId, Tier tier, @Nullable String reason) {
		throw new UnsupportedOperationException();
	}

	public void notPass(Actor actor, long applicationId, @Nullable String reason) {
		throw new UnsupportedOperationException();
	}

	public void putOnNotice(Actor actor, Collection<Long> applicationIds) {
		throw new UnsupportedOperationException();
	}

	public void object(Actor actor, long applicationId, @Nullable String reason) {
		throw new UnsupportedOperationException();
	}

	/** The objection was dismissed or dropped. */
	public void resumeNotice(Actor actor, long applicationId, @Nullable String reason) {
		throw new UnsupportedOperationException();
	}

	/** An upheld objection, or a decision taken back: the committee decides anew. */
	public void backToReview(Actor actor, long applicationId, String reason) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The notice has ended without an objection and the list goes to the education
	 * authority.
	 */
	public void recognise(Actor actor, Collection<Long> applicationIds) {
		throw new UnsupportedOperationException();
	}

	/** The education authority has accepted the list. */
	public void filed(Actor actor, long roundId) {
		throw new UnsupportedOperationException();
	}

}
