package org.nuanyang.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * A home visit as recorded.
 *
 * @param visitor name of the first visitor, who recorded it
 * @param words what was seen and said; the observation is empty for who may not read it
 */
public record VisitView(long id, long enrolmentId, SchoolYear year, VisitKind kind, LocalDate day, LocalTime begun,
		LocalTime ended, String place, long visitorId, String visitor, String secondVisitor, String interviewee,
		String intervieweeRelation, List<VisitPurpose> purposes, VisitReport.Words words, Agreement agreement,
		String difference, @Nullable LocalDate followUpOn, Instant recordedAt) {

	VisitView showing(boolean observation) {
		var kept = new VisitReport.Words(this.words.members(), this.words.dwelling(), this.words.childAtHome(),
				observation ? this.words.observation() : "", this.words.requests(), this.words.agreed());
		return new VisitView(this.id, this.enrolmentId, this.year, this.kind, this.day, this.begun, this.ended,
				this.place, this.visitorId, this.visitor, this.secondVisitor, this.interviewee,
				this.intervieweeRelation, this.purposes, kept, this.agreement, this.difference, this.followUpOn,
				this.recordedAt);
	}

}
