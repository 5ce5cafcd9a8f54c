package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.nuanyang.workbook.Sheet;

/**
 * Finds the header among titles, remarks and data: the row, or the two or three rows of
 * which the upper ones name groups of columns, in which most columns are known.
 */
class HeaderFinder {

	/** A header further down is no header. */
	private static final int DEEPEST = 30;

	/** Fewer known columns than this is a coincidence. */
	private static final int FEWEST = 2;

	private final Headings headings;

	private final Map<String, String> remembered;

	/**
	 * @param remembered field key by plain heading; an empty key means not to import it
	 */
	HeaderFinder(List<ImportField> fields, Map<String, String> remembered) {
		this.headings = new Headings(fields);
		this.remembered = remembered;
	}

	/**
	 * The best layout of a sheet, if it has one. Two lines that are a header say more
	 * than either alone, so they win over one that knows as many columns.
	 */
	Optional<Layout> find(Sheet sheet, int index) {
		Layout best = null;
		for (var place = 0; place < Math.min(DEEPEST, sheet.rows().size()); place++) {
			var lines = new HeaderLines(sheet, place, this.headings);
			var better = layout(index, lines);
			if (best == null || better.known() > best.known()) {
				best = better;
			}
		}
		return Optional.ofNullable(best).filter((layout) -> layout.known() >= FEWEST);
	}

	/** A third line must add something, or be plainly no data. */
	private Layout layout(int index, HeaderLines lines) {
		var one = layout(index, lines.lastOfOne(), lines.alone());
		var two = lines.together()
			.map((columns) -> layout(index, lines.lastOfTwo(), columns))
			.filter((layout) -> layout.known() >= one.known())
			.orElse(one);
		var least = two.known() + (lines.isThirdOfHeader() ? 0 : 1);
		return lines.threeTogether()
			.map((columns) -> layout(index, lines.lastOfThree(), columns))
			.filter((layout) -> layout.known() >= least)
			.orElse(two);
	}

	private Layout layout(int index, int headerRow, List<List<String>> columns) {
		return new Layout(index, headerRow, assigned(columns));
	}

	private record Match(int column, int heading, String field, int likeness) {

	}

	/** Each column one field and each field one column, the surest matches first. */
	private List<Layout.Column> assigned(List<List<String>> columns) {
		var taken = new HashSet<String>();
		var chosen = new Layout.@Nullable Column[columns.size()];
		remember(columns, chosen, taken);
		for (var match : matches(columns)) {
			if (chosen[match.column()] == null && taken.add(match.field())) {
				var heading = columns.get(match.column()).get(match.heading());
				chosen[match.column()] = new Layout.Column(match.column(), heading, match.field(), Layout.Source.AUTO);
			}
		}
		return IntStream.range(0, columns.size())
			.filter((column) -> chosen[column] != null || !columns.get(column).getLast().isEmpty())
			.mapToObj((column) -> (chosen[column] != null) ? chosen[column]
					: new Layout.Column(column, columns.get(column).getLast(), null, Layout.Source.UNKNOWN))
			.toList();
	}

	/**
	 * A heading that stands there twice means two things, and what a whole import needs
	 * is not left out because it was once.
	 */
	private void remember(List<List<String>> columns, Layout.@Nullable Column[] chosen, HashSet<String> taken) {
		if (this.remembered.isEmpty()) {
			return;
		}
		var plain = columns.stream().map((column) -> ImportField.plain(column.getFirst())).toList();
		for (var column = 0; column < columns.size(); column++) {
			var heading = columns.get(column).getFirst();
			var field = this.remembered.get(plain.get(column));
			if (field == null || heading.isEmpty() || Collections.frequency(plain, plain.get(column)) > 1
					|| (field.isEmpty() && this.headings.isRequired(heading))) {
				continue;
			}
			if (field.isEmpty() || taken.add(field)) {
				chosen[column] = new Layout.Column(column, heading, (field.isEmpty()) ? null : field,
						Layout.Source.REMEMBERED);
			}
		}
	}

	private List<Match> matches(List<List<String>> columns) {
		var matches = new ArrayList<Match>();
		for (var column = 0; column < columns.size(); column++) {
			for (var candidate = 0; candidate < columns.get(column).size(); candidate++) {
				for (var meaning : this.headings.of(columns.get(column).get(candidate))) {
					matches.add(new Match(column, candidate, meaning.field(), meaning.likeness()));
				}
			}
		}
		matches.sort(Comparator.comparing(Match::heading)
			.thenComparing(Match::likeness, Comparator.reverseOrder())
			.thenComparing(Match::column));
		return matches;
	}

}
