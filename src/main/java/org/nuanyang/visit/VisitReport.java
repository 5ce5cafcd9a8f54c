package org.nuanyang.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.kernel.RuleViolation;

/**
 * What a visit is recorded from.
 *
 * @param submission made by the form; the same one again is the same visit
 * @param facts verified figures, stored as such beside the visit
 * @param alarm what has to be reported at once, or null when nothing was found
 */
public record VisitReport(UUID submission, VisitKind kind, LocalDate day, LocalTime begun, LocalTime ended,
		String place, String secondVisitor, String interviewee, String intervieweeRelation, Set<VisitPurpose> purposes,
		Map<FactCode, String> facts, Words words, Agreement agreement, String difference,
		@Nullable LocalDate followUpOn, @Nullable String alarm) {

	public VisitReport {
		purposes = Set.copyOf(purposes);
		facts = Map.copyOf(facts);
		if (ended.isBefore(begun)) {
			throw RuleViolation.on("ended", "visit.ended.early");
		}
		if (followUpOn != null && followUpOn.isBefore(day)) {
			throw RuleViolation.on("followUpOn", "visit.follow-up.early");
		}
		if (agreement != Agreement.YES && difference.isBlank()) {
			throw RuleViolation.on("difference", "visit.difference.missing");
		}
		if (alarm != null && alarm.isBlank()) {
			throw RuleViolation.on("alarmFinding", "visit.alarm.finding.missing");
		}
	}

	/**
	 * What was seen and said, in the visitors' words; empty where there is nothing to
	 * say.
	 */
	public record Words(String members, String dwelling, String childAtHome, String observation, String requests,
			String agreed) {

	}

}
