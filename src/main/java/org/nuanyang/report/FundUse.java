package org.nuanyang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/**
 * A year's money for all programmes against their budgets: paid, approved and unpaid,
 * still to come by the awards as they stand, and left. One programme's budget is never
 * charged with another's money. Drawn as one bar whose positions are percentages (ui.md
 * 8).
 *
 * @param programmes those that have a budget, an award or a payment in the year
 */
public record FundUse(List<OfProgramme> programmes, SchoolYear year) {

	/**
	 * A programme against its budget, if it has one.
	 *
	 * @param underWay what the ledger calls promised, also what failed and is owed still
	 */
	public record OfProgramme(String name, @Nullable Yuan budget, Yuan paid, Yuan underWay, Yuan planned) {

		public Yuan needed() {
			return this.paid.plus(this.underWay).plus(this.planned);
		}

		/** What its budget still has for nobody; zero without one. */
		public Yuan left() {
			return (this.budget != null && this.budget.isMoreThan(needed())) ? this.budget.minus(needed()) : Yuan.ZERO;
		}

		/** By how much its awards exceed its budget; zero without one. */
		public Yuan over() {
			return (this.budget != null && needed().isMoreThan(this.budget)) ? needed().minus(this.budget) : Yuan.ZERO;
		}

	}

	/** Their names, in one line. */
	public String names() {
		return this.programmes.stream().map(OfProgramme::name).collect(Collectors.joining("、"));
	}

	/** One part of the bar, with the page behind it. */
	public record Part(String name, Yuan amount, String css, String key, String path, String x, String width) {

		public String labelKey() {
			return "report.funds." + this.name;
		}

	}

	/** Of all budgets; null while no programme has one. */
	public @Nullable Yuan budget() {
		return this.programmes.stream()
			.map(OfProgramme::budget)
			.filter(Objects::nonNull)
			.reduce(Yuan::plus)
			.orElse(null);
	}

	public Yuan paid() {
		return sum(OfProgramme::paid);
	}

	public Yuan underWay() {
		return sum(OfProgramme::underWay);
	}

	public Yuan planned() {
		return sum(OfProgramme::planned);
	}

	public Yuan left() {
		return sum(OfProgramme::left);
	}

	/** Those whose awards exceed their own budget. */
	public List<OfProgramme> exceeded() {
		return this.programmes.stream().filter((one) -> one.over().isPositive()).toList();
	}

	public boolean isEmpty() {
		return budget() == null && !sum(OfProgramme::needed).isPositive();
	}

	private Yuan sum(Function<OfProgramme, Yuan> amount) {
		return this.programmes.stream().map(amount).reduce(Yuan.ZERO, Yuan::plus);
	}

	public List<Part> parts() {
		var parts = new ArrayList<Part>();
		add(parts, "paid", paid(), "f1", "k1", payments(PayState.PAID));
		add(parts, "underWay", underWay(), "fs", "ks", payments(PayState.PROMISED));
		add(parts, "planned", planned(), "f3", "k3", "/awards?year=" + this.year.firstYear());
		add(parts, "left", left(), "f0", "k0", "/funds");
		return parts;
	}

	private String payments(PayState state) {
		return "/reports/payments/pupils?year=" + this.year.firstYear() + "&state=" + state.path();
	}

	private void add(List<Part> parts, String name, Yuan amount, String css, String key, String path) {
		var whole = sum(OfProgramme::needed).plus(left()).amount().doubleValue();
		var start = parts.stream().mapToDouble((part) -> part.amount().amount().doubleValue()).sum();
		parts.add(new Part(name, amount, css, key, path, percent(start, whole),
				percent(amount.amount().doubleValue(), whole)));
	}

	private static String percent(double part, double whole) {
		return String.format(Locale.ROOT, "%.2f%%", (whole == 0) ? 0 : 100 * part / whole);
	}

}
