package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;

/**
 * Finds the header among titles, remarks and data: the row, or the two rows under merged
 * group headings, in which most columns are known.
 */
class HeaderFinder {

	/** A header further down is no header. */
	private static final int DEEPEST = 40;

	/** Fewer known columns than this is a coincidence. */
	private static final int FEWEST = 2;

	private final List<ImportField> fields;

	private final Map<String, String> remembered;

	/**
	 * @param remembered field key by plain heading; an empty key means not to import it
	 */
	HeaderFinder(List<ImportField> fields, Map<String, String> remembered) {
		this.fields = fields;
		this.remembered = remembered;
	}

	/** The best layout of a sheet, if it has one. */
	Optional<Layout> find(Sheet sheet, int index) {
		var best = Optional.<Layout>empty();
		for (var place = 0; place < Math.min(DEEPEST, sheet.rows().size()); place++) {
			for (var lines = 1; lines <= 2; lines++) {
				var layout = layout(sheet, index, place, lines);
				if (layout.known() > best.map(Layout::known).orElse(0L)) {
					best = Optional.of(layout);
				}
			}
		}
		return best.filter((layout) -> layout.known() >= FEWEST);
	}

	private Layout layout(Sheet sheet, int index, int place, int lines) {
		var first = sheet.rows().get(place);
		var second = (lines == 2 && place + 1 < sheet.rows().size()) ? sheet.rows().get(place + 1) : null;
		if (second != null && second.number() != first.number() + 1) {
			second = null;
		}
		var width = Math.max(first.cells().size(), (second != null) ? second.cells().size() : 0);
		var headings = new ArrayList<List<String>>();
		var group = "";
		for (var column = 0; column < width; column++) {
			var upper = heading(sheet, first, column);
			if (second == null) {
				headings.add(List.of(upper));
				continue;
			}
			var lower = heading(sheet, second, column);
			group = (upper.isEmpty()) ? group : upper;
			headings.add(combined((upper.isEmpty() && !lower.isEmpty()) ? group : upper, lower));
		}
		return new Layout(index, ((second != null) ? second : first).number(), assigned(headings));
	}

	/** Candidates in order: both lines in one, the lower, the upper. */
	private static List<String> combined(String upper, String lower) {
		if (lower.isEmpty() || lower.equals(upper)) {
			return List.of(upper);
		}
		return (upper.isEmpty()) ? List.of(lower) : List.of(upper + lower, lower);
	}

	/** The text of a cell, or of the merged area that covers it. */
	private static String heading(Sheet sheet, SheetRow row, int column) {
		var cell = row.cell(column);
		if (!cell.isEmpty()) {
			return (cell.kind() == Cell.Kind.TEXT) ? Plain.trimmed(cell.text()) : "";
		}
		return sheet.merges()
			.stream()
			.filter((merge) -> merge.covers(row.number(), column))
			.findFirst()
			.flatMap((merge) -> textAt(sheet, merge.firstRow(), merge.firstColumn()))
			.orElse("");
	}

	private static Optional<String> textAt(Sheet sheet, int number, int column) {
		return sheet.rows()
			.stream()
			.takeWhile((row) -> row.number() <= number)
			.filter((row) -> row.number() == number)
			.findFirst()
			.map((row) -> Plain.trimmed(row.cell(column).text()));
	}

	private record Match(int column, int heading, String field, int likeness) {

	}

	/** Each column one field and each field one column, the surest matches first. */
	private List<Layout.Column> assigned(List<List<String>> headings) {
		var taken = new HashSet<String>();
		var chosen = new Layout.@Nullable Column[headings.size()];
		remember(headings, chosen, taken);
		for (var match : matches(headings)) {
			if (chosen[match.column()] == null && taken.add(match.field())) {
				var heading = headings.get(match.column()).get(0);
				chosen[match.column()] = new Layout.Column(match.column(), heading, match.field(), Layout.Source.AUTO);
			}
		}
		return IntStream.range(0, headings.size())
			.filter((column) -> chosen[column] != null || !headings.get(column).getFirst().isEmpty())
			.mapToObj((column) -> (chosen[column] != null) ? chosen[column]
					: new Layout.Column(column, headings.get(column).getFirst(), null, Layout.Source.UNKNOWN))
			.toList();
	}

	private void remember(List<List<String>> headings, Layout.@Nullable Column[] chosen, HashSet<String> taken) {
		for (var column = 0; column < headings.size(); column++) {
			var heading = headings.get(column).getFirst();
			var field = this.remembered.get(ImportField.plain(heading));
			if (field != null && !heading.isEmpty() && (field.isEmpty() || taken.add(field))) {
				chosen[column] = new Layout.Column(column, heading, (field.isEmpty()) ? null : field,
						Layout.Source.REMEMBERED);
			}
		}
	}

	private List<Match> matches(List<List<String>> headings) {
		var matches = new ArrayList<Match>();
		for (var column = 0; column < headings.size(); column++) {
			for (var candidate = 0; candidate < headings.get(column).size(); candidate++) {
				var heading = headings.get(column).get(candidate);
				for (var field : this.fields) {
					var likeness = (heading.isEmpty()) ? 0 : field.likeness(heading);
					if (likeness > 0) {
						matches.add(new Match(column, candidate, field.key(), likeness));
					}
				}
			}
		}
		matches.sort(Comparator.comparing(Match::heading)
			.thenComparing(Match::likeness, Comparator.reverseOrder())
			.thenComparing(Match::column));
		return matches;
	}

}
