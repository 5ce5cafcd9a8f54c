package org.nuanyang.workbench;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.report.Figure;
import org.nuanyang.report.FundUse;
import org.nuanyang.report.SchoolFigures;

/**
 * What the home page shows; a part that is not for the reader's roles is empty.
 *
 * @param view what the page is called: message {@code workbench.<view>.title}
 */
record HomePage(String view, LocalDate today, List<Stat> stats, @Nullable RoundCard round, boolean mayOpenRound,
		WorkList work, List<Figure> figures, @Nullable TierChart tiers, @Nullable FundUse funds,
		List<SchoolLine> schools) {

	public String titleKey() {
		return "workbench." + this.view + ".title";
	}

	/** Whether there is something for a second column. */
	public boolean isAside() {
		return this.round != null || this.funds != null || !this.work.attention().isEmpty();
	}

	public SchoolFigures allSchools() {
		return SchoolFigures.sum(this.schools.stream().map(SchoolLine::figures).toList());
	}

	/** How many schools have a late step, for the line below the title. */
	public long lateSchools() {
		return this.schools.stream().filter((line) -> !line.late().isEmpty()).count();
	}

}
