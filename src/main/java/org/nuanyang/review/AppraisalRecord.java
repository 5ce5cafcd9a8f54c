package org.nuanyang.review;

import java.time.LocalDate;
import java.util.List;

/** A recorded appraisal as its page shows it. */
record AppraisalRecord(long id, long roundId, String classLabel, LocalDate heldOn, String place, String chair,
		int expected, List<ClassAppraisal.Member> members, List<RecordedOpinion> opinions, String recordedBy) {

	public int attended() {
		return this.members.size();
	}

	public boolean hasVoid() {
		return this.opinions.stream().anyMatch(RecordedOpinion::isVoid);
	}

}
