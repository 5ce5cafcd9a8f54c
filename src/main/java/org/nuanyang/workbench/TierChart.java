package org.nuanyang.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.nuanyang.programme.Tier;

/**
 * Tiers by grade as stacked bars. Positions are percentages, so that the drawing widens
 * with its card while the words keep their size (ui.md 8).
 */
record TierChart(List<GradeTiers> grades) {

	private static final double LEFT = 14;

	private static final double WIDTH = 80;

	private static final int ROW = 26;

	/** One piece of a bar. */
	record Piece(Tier tier, long pupils, String x, String width, String middle) {

		/** A narrow piece has no room for its number. */
		public boolean labelled() {
			return Double.parseDouble(this.width.replace("%", "")) > 3;
		}

	}

	/** One grade. */
	record Row(String gradeName, int y, List<Piece> pieces, long total, String end) {

		public int baseline() {
			return this.y + 13;
		}

	}

	public boolean isEmpty() {
		return this.grades.isEmpty();
	}

	public List<Tier> tiers() {
		return List.of(Tier.values());
	}

	public int height() {
		return this.grades.size() * ROW + 4;
	}

	public long of(Tier tier) {
		return this.grades.stream().mapToLong((grade) -> grade.of(tier)).sum();
	}

	public long total() {
		return this.grades.stream().mapToLong(GradeTiers::total).sum();
	}

	/**
	 * The grade with the most pupils, for the sentence that says what the chart shows.
	 */
	public GradeTiers most() {
		return this.grades.stream().max(Comparator.comparingLong(GradeTiers::total)).orElseThrow();
	}

	public List<Row> rows() {
		var longest = Math.max(1, this.grades.stream().mapToLong(GradeTiers::total).max().orElse(1));
		var rows = new ArrayList<Row>();
		for (var grade : this.grades) {
			rows.add(row(grade, rows.size() * ROW + 4, WIDTH / longest));
		}
		return rows;
	}

	private Row row(GradeTiers grade, int y, double perPupil) {
		var pieces = new ArrayList<Piece>();
		var x = LEFT;
		for (var tier : tiers()) {
			var width = grade.of(tier) * perPupil;
			if (width > 0) {
				pieces.add(new Piece(tier, grade.of(tier), percent(x), percent(width), percent(x + width / 2)));
			}
			x += width;
		}
		return new Row(grade.gradeName(), y, pieces, grade.total(), percent(x));
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.2f%%", value);
	}

}
