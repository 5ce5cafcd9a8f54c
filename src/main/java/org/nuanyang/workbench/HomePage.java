package org.nuanyang.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.objection.OpenCounts;
import org.nuanyang.report.Figure;
import org.nuanyang.report.FundUse;
import org.nuanyang.report.Owed;
import org.nuanyang.report.SchoolFigures;

/**
 * What the home page shows; a part that is not for the reader's roles is empty.
 *
 * @param mayImport the reader keeps the roster and the round of a school
 * @param reminded the lines of which somebody of the school has reminded today, and when
 * @param view what the page is called: message {@code workbench.<view>.title}
 */
record HomePage(String view, LocalDate today, List<Stat> stats, @Nullable RoundCard round, boolean mayImport,
		WorkList work, Map<String, Instant> reminded, List<Owed> owed, List<Figure> figures, @Nullable TierChart tiers,
		@Nullable FundUse funds, List<SchoolLine> schools) {

	public String titleKey() {
		return "workbench." + this.view + ".title";
	}

	/** Every school begins with a roster, every year with a round. */
	public boolean mayOpenRound() {
		return this.mayImport && this.round == null;
	}

	/** Whether the committee has something to decide, which the officer prepares. */
	public boolean isMeetingDue() {
		return this.mayImport && this.round != null && this.round.isBeforeCommittee();
	}

	/** Whether there is something for a second column. */
	public boolean isAside() {
		return isDated() || this.funds != null || !this.work.attention().isEmpty();
	}

	/** Whether there are days to show by which something is to be done. */
	public boolean isDated() {
		return this.round != null || !this.owed.isEmpty();
	}

	/**
	 * Whether the reader counts payments, as finance does, not pupils in hardship.
	 */
	public boolean isOfPayments() {
		return "desk".equals(this.view) && this.round == null;
	}

	/** Where the money that is owed is listed. */
	public String owedPath(Owed one) {
		return isOfPayments()
				? "/reports/payments/pupils?year=" + one.year().firstYear() + "&term=" + one.term() + "&state="
						+ (one.isOverdue(this.today) ? "overdue" : "owed")
				: one.isOverdue(this.today) ? "/overview/overdue" : "/overview/paid?met=false";
	}

	public SchoolFigures allSchools() {
		return SchoolFigures.sum(this.schools.stream().map(SchoolLine::figures).toList());
	}

	/** How many schools have a late step or late money, for the line below the title. */
	public long lateSchools() {
		return this.schools.stream().filter(SchoolLine::isLate).count();
	}

	/** Objections not answered, of all schools together. */
	public OpenCounts.Open allObjections() {
		return this.schools.stream().map(SchoolLine::objections).reduce(OpenCounts.Open.NONE, OpenCounts.Open::plus);
	}

}
