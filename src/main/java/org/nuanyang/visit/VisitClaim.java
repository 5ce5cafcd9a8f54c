package org.nuanyang.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.FactCode;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

/**
 * What the rules of a visit look at, as far as it is filled in, so that everything wrong
 * is told at once.
 *
 * @param facts those of the verified figures that can be read
 * @param unverified it is to verify the economy, and no figure is given at all
 */
record VisitClaim(@Nullable UUID submission, @Nullable LocalDate day, @Nullable LocalTime begun,
		@Nullable LocalTime ended, @Nullable LocalDate followUpOn, String secondVisitor, Map<FactCode, String> facts,
		@Nullable Agreement agreement, String difference, boolean unverified) {

	static VisitClaim of(VisitReport report) {
		return new VisitClaim(report.submission(), report.day(), report.begun(), report.ended(), report.followUpOn(),
				report.secondVisitor(), report.facts(), report.agreement(), report.difference(),
				report.purposes().contains(VisitPurpose.ECONOMY) && report.facts().isEmpty());
	}

	List<RuleViolation> violations(Actor actor, LocalDateTime now) {
		var found = new ArrayList<RuleViolation>();
		if (this.day != null) {
			times(this.day, now, found);
		}
		if (this.begun != null && this.ended != null && this.ended.isBefore(this.begun)) {
			found.add(RuleViolation.on("ended", "visit.ended.early"));
		}
		if (this.secondVisitor.strip().equals(actor.name().strip())) {
			found.add(RuleViolation.on("secondVisitor", "visit.second.same"));
		}
		if (this.unverified) {
			found.add(RuleViolation.on("purposes", "visit.economy.unverified"));
		}
		if (this.agreement != null && this.agreement != Agreement.YES && this.difference.isBlank()) {
			found.add(RuleViolation.on("difference", "visit.difference.missing"));
		}
		return found;
	}

	private void times(LocalDate on, LocalDateTime now, List<RuleViolation> found) {
		if (on.isAfter(now.toLocalDate())) {
			found.add(RuleViolation.on("day", "visit.day.future"));
		}
		else if (this.ended != null && on.atTime(this.ended).isAfter(now)) {
			found.add(RuleViolation.on("ended", "visit.ended.future"));
		}
		if (on.isBefore(now.toLocalDate().minusYears(1))) {
			found.add(RuleViolation.on("day", "visit.day.old"));
		}
		if (this.followUpOn != null && this.followUpOn.isBefore(on)) {
			found.add(RuleViolation.on("followUpOn", "visit.follow-up.early"));
		}
	}

}
