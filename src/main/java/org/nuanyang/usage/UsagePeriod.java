package org.nuanyang.usage;

import java.time.LocalDate;
import java.time.Month;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/**
 * What a notice covers, with the same bounds as the ledger's periods.
 *
 * @param term null for the whole school year
 */
record UsagePeriod(SchoolYear year, @Nullable Term term) {

	/** Reads 2026-0, 2026-1 or 2026-2, as in the ledger's addresses. */
	static UsagePeriod of(@Nullable String code) {
		if (code == null || !code.matches("(20|21)\\d\\d-[012]")) {
			throw RuleViolation.on("period", "usage.refused.period");
		}
		var term = code.charAt(5) - '0';
		return new UsagePeriod(new SchoolYear(Integer.parseInt(code.substring(0, 4))),
				(term == 0) ? null : Term.values()[term - 1]);
	}

	public String code() {
		return this.year.firstYear() + "-" + ((this.term != null) ? this.term.ordinal() + 1 : 0);
	}

	/** Message key, with the label of the year as argument. */
	public String labelKey() {
		return "usage.period." + ((this.term != null) ? this.term : "YEAR");
	}

	public LocalDate from() {
		return LocalDate.of(this.year.firstYear(), Month.AUGUST, 1).plusMonths((this.term == Term.SPRING) ? 6 : 0);
	}

	public LocalDate to() {
		return from().plusMonths((this.term == null) ? 12 : 6).minusDays(1);
	}

}
