package org.nuanyang.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.Tier;
import org.nuanyang.report.ClassTiers;

/**
 * Tiers by grade, or by the classes of one grade, as stacked bars. Positions are
 * percentages, so that the drawing widens with its card while the words keep their size
 * (ui.md 8).
 *
 * @param grade the grade whose classes are drawn, or null for all grades
 */
record TierChart(List<ClassTiers> classes, @Nullable Integer grade) {

	private static final double LEFT = 20;

	private static final double WIDTH = 73;

	private static final int ROW = 26;

	/** One piece of a bar. */
	record Piece(Tier tier, long pupils, String x, String width, String middle) {

		/** A narrow piece has no room for its number. */
		public boolean labelled() {
			return Double.parseDouble(this.width.replace("%", "")) > 3;
		}

	}

	/** One grade or class. */
	record Row(BarTiers bar, int y, List<Piece> pieces, String end) {

		public int baseline() {
			return this.y + 13;
		}

	}

	public boolean isEmpty() {
		return this.classes.isEmpty();
	}

	public List<Tier> tiers() {
		return List.of(Tier.values());
	}

	/** The grades to choose from. */
	public List<ClassTiers> grades() {
		return List.copyOf(this.classes.stream()
			.collect(Collectors.toMap(ClassTiers::grade, (one) -> one, (one, other) -> one, TreeMap::new))
			.values());
	}

	public List<BarTiers> bars() {
		var grade = this.grade;
		if (grade != null) {
			return this.classes.stream().filter((one) -> one.grade() == grade).map(BarTiers::ofClass).toList();
		}
		return this.classes.stream()
			.collect(Collectors.groupingBy(ClassTiers::grade, TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.map((one) -> BarTiers.ofGrade(one.getKey(), one.getValue()))
			.toList();
	}

	public int height() {
		return bars().size() * ROW + 4;
	}

	public long of(Tier tier) {
		return bars().stream().mapToLong((bar) -> bar.of(tier)).sum();
	}

	public long total() {
		return bars().stream().mapToLong(BarTiers::total).sum();
	}

	/** Where all of them are listed. */
	public String path() {
		return (this.grade != null) ? BarTiers.LIST + "?grade=" + this.grade : BarTiers.LIST;
	}

	/** The bar with the most pupils, for the sentence that says what the chart shows. */
	public BarTiers most() {
		return bars().stream().max(Comparator.comparingLong(BarTiers::total)).orElseThrow();
	}

	public List<Row> rows() {
		var bars = bars();
		var longest = Math.max(1, bars.stream().mapToLong(BarTiers::total).max().orElse(1));
		var rows = new ArrayList<Row>();
		for (var bar : bars) {
			rows.add(row(bar, rows.size() * ROW + 4, WIDTH / longest));
		}
		return rows;
	}

	private Row row(BarTiers bar, int y, double perPupil) {
		var pieces = new ArrayList<Piece>();
		var x = LEFT;
		for (var tier : tiers()) {
			var width = bar.of(tier) * perPupil;
			if (width > 0) {
				pieces.add(new Piece(tier, bar.of(tier), percent(x), percent(width), percent(x + width / 2)));
			}
			x += width;
		}
		return new Row(bar, y, pieces, percent(x));
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.2f%%", value);
	}

}
