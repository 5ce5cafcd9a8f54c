package org.nuanyang.fund;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;

import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;

/**
 * What a ledger covers: a term, a school year or a calendar year. Auditors found balances
 * that differed only because one side counted by school year and the other by calendar
 * year, so both can be printed (money.md 6.2).
 *
 * @param code as in the address: 2026-1, 2026-2, 2026-0 for the school year, 2026 for the
 * calendar year
 * @param labelKey message key, with the years as arguments
 */
public record LedgerPeriod(String code, String labelKey, List<String> years, LocalDate from, LocalDate to) {

	/**
	 * The calendar year of the day, its school year with both terms, and those before.
	 */
	static List<LedgerPeriod> offered(LocalDate today, LocalDate oldest) {
		var periods = new ArrayList<LedgerPeriod>();
		for (var year = SchoolYear.of(today); !year.last().isBefore(oldest); year = year.previous()) {
			periods.add(term(year, 2));
			periods.add(term(year, 1));
			periods.add(term(year, 0));
		}
		for (var year = today.getYear(); year >= oldest.getYear(); year--) {
			periods.add(calendar(year));
		}
		return periods;
	}

	/** Reads the code of an address. */
	static LedgerPeriod of(String code) {
		if (code.matches("(19|20|21)\\d\\d")) {
			return calendar(Integer.parseInt(code));
		}
		if (code.matches("(19|20|21)\\d\\d-[012]")) {
			return term(new SchoolYear(Integer.parseInt(code.substring(0, 4))), code.charAt(5) - '0');
		}
		throw new RuleViolation("fund.period.unknown");
	}

	private static LedgerPeriod calendar(int year) {
		return new LedgerPeriod(String.valueOf(year), "fund.period.calendar", List.of(String.valueOf(year)),
				LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, 31));
	}

	/** A term begins and ends with the months that {@code Term.of} gives it. */
	private static LedgerPeriod term(SchoolYear year, int term) {
		var first = LocalDate.of(year.firstYear(), Month.AUGUST, 1);
		var spring = LocalDate.of(year.firstYear() + 1, Month.FEBRUARY, 1);
		return new LedgerPeriod(year.firstYear() + "-" + term, "fund.period." + term, List.of(year.label()),
				(term == 2) ? spring : first, (term == 1) ? spring.minusDays(1) : first.plusYears(1).minusDays(1));
	}

}
