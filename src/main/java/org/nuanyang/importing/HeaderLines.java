package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;

/**
 * One row of a sheet, and the two rows below it, as they might be a header: per column
 * the texts under which it may be known, the best first.
 */
class HeaderLines {

	/** A heading merged over more rows than this is something else. */
	private static final int TALLEST = 4;

	private static final Pattern DIGIT = Pattern.compile("\\d");

	private final Sheet sheet;

	private final List<Sheet.Merge> merges;

	private final Headings headings;

	private final SheetRow upper;

	private final @Nullable SheetRow lower;

	private final @Nullable SheetRow lowest;

	HeaderLines(Sheet sheet, int place, Headings headings) {
		this.sheet = sheet;
		this.headings = headings;
		this.upper = sheet.rows().get(place);
		this.lower = below(sheet, place, 1);
		this.lowest = (this.lower != null) ? below(sheet, place, 2) : null;
		// There may be thousands further down.
		this.merges = sheet.merges()
			.stream()
			.filter((merge) -> merge.firstRow() <= lastOfThree() && merge.lastRow() >= this.upper.number())
			.toList();
	}

	private static @Nullable SheetRow below(Sheet sheet, int place, int by) {
		var row = (place + by < sheet.rows().size()) ? sheet.rows().get(place + by) : null;
		return (row != null && row.number() == sheet.rows().get(place).number() + by) ? row : null;
	}

	/** The upper row for itself. */
	List<List<String>> alone() {
		return texts(this.upper).stream().map(List::of).toList();
	}

	/** Headings merged downwards reach into rows that would else pass for data. */
	int lastOfOne() {
		return this.merges.stream()
			.filter((merge) -> merge.firstRow() == this.upper.number() && merge.lastRow() > merge.firstRow())
			.filter((merge) -> merge.lastRow() - merge.firstRow() < TALLEST)
			.filter((merge) -> this.headings.best(text(this.upper, merge.firstColumn())) != null)
			.mapToInt(Sheet.Merge::lastRow)
			.max()
			.orElse(this.upper.number());
	}

	int lastOfTwo() {
		return (this.lower != null) ? this.lower.number() : this.upper.number();
	}

	int lastOfThree() {
		return (this.lowest != null) ? this.lowest.number() : lastOfTwo();
	}

	/** Whether the third row is none of data: headings reach into it, or stand in it. */
	boolean isThirdOfHeader() {
		return reachIntoThird() || (this.lowest != null && isOfWords(texts(this.lowest)));
	}

	/** A row about somebody has a number somewhere. */
	private boolean isOfWords(List<String> texts) {
		return texts.stream().noneMatch((text) -> DIGIT.matcher(text).find())
				&& texts.stream().anyMatch((text) -> this.headings.best(text) != null);
	}

	private boolean reachIntoThird() {
		return this.lower != null && this.lowest != null && this.merges.stream()
			.filter((merge) -> merge.firstRow() <= lastOfTwo() && merge.lastRow() >= lastOfThree())
			.filter((merge) -> merge.lastRow() - merge.firstRow() < TALLEST)
			.anyMatch((merge) -> textAt(merge.firstRow(), merge.firstColumn()).map(this.headings::best).isPresent());
	}

	/**
	 * Both rows, if the upper one names groups: a title above the heads is no part of
	 * them, and neither is the first pupil below.
	 */
	Optional<List<List<String>>> together() {
		return (this.lower == null) ? Optional.empty() : under(texts(this.upper), single(texts(this.lower)));
	}

	/** All three, if the upper one names groups. */
	Optional<List<List<String>>> threeTogether() {
		if (this.lower == null || this.lowest == null) {
			return Optional.empty();
		}
		var middle = texts(this.lower);
		var last = single(texts(this.lowest));
		return under(texts(this.upper), under(middle, last).orElseGet(() -> plainly(middle, last)));
	}

	private static List<List<String>> single(List<String> texts) {
		return texts.stream().map(List::of).toList();
	}

	/** Where the lower row says nothing, the upper one does. */
	private static List<List<String>> plainly(List<String> above, List<List<String>> below) {
		return IntStream.range(0, Math.max(above.size(), below.size()))
			.mapToObj((column) -> (column >= below.size() || below.get(column).getFirst().isEmpty())
					? List.of((column < above.size()) ? above.get(column) : "") : below.get(column))
			.toList();
	}

	/** Nothing if the texts above name no groups. */
	private Optional<List<List<String>>> under(List<String> above, List<List<String>> below) {
		var columns = new ArrayList<List<String>>();
		var grouped = false;
		var group = "";
		for (var column = 0; column < Math.max(above.size(), below.size()); column++) {
			var up = (column < above.size()) ? above.get(column) : "";
			var lows = (column < below.size()) ? below.get(column) : List.of("");
			var next = (column + 1 < above.size()) ? above.get(column + 1) : "";
			var spread = up.isEmpty() || (column + 1 < above.size() && next.isEmpty()) || up.equals(next)
					|| up.equals(group);
			group = (up.isEmpty()) ? group : up;
			var low = joint(group, lows, spread);
			if (low == null) {
				columns.add(apart(group, up, lows));
				continue;
			}
			var joined = new ArrayList<>(lows);
			joined.addFirst(group + low);
			columns.add(joined);
			grouped |= saysMore(group + low, group, low);
		}
		return grouped ? Optional.of(columns) : Optional.empty();
	}

	/** The text that means something with the group before it, or null. */
	private @Nullable String joint(String group, List<String> lows, boolean spread) {
		return lows.stream()
			.filter((low) -> !low.isEmpty() && !low.equals(group) && isJoint(group + low, low, spread))
			.findFirst()
			.orElse(null);
	}

	/** The birthday of a father is no pupil's, though nobody asks for his. */
	private List<String> apart(String group, String up, List<String> lows) {
		var low = lows.getFirst();
		if (low.isEmpty()) {
			return List.of(up);
		}
		return (!low.equals(group) && this.headings.isSomebodyElses(group, low)) ? List.of(group + low) : lows;
	}

	private boolean isJoint(String joined, String low, boolean spread) {
		return this.headings.best(joined) != null && (spread || this.headings.best(low) != null);
	}

	/** 姓名 over 张三 reads as 姓名张三 and means no more than 姓名. */
	private boolean saysMore(String joined, String group, String low) {
		var meaning = this.headings.best(joined);
		var ofLow = this.headings.best(low);
		return !Objects.equals(meaning, this.headings.best(group)) || (ofLow != null && !ofLow.equals(meaning));
	}

	private List<String> texts(SheetRow row) {
		var texts = new ArrayList<String>();
		for (var column = 0; column < row.cells().size(); column++) {
			texts.add(text(row, column));
		}
		for (var merge : this.merges) {
			if (merge.firstRow() < row.number() && merge.lastRow() >= row.number()) {
				for (var column = texts.size(); column <= Math.min(merge.lastColumn(), 300); column++) {
					texts.add(text(row, column));
				}
			}
		}
		return texts;
	}

	/** The text of a cell, or of the merged area that covers it. */
	private String text(SheetRow row, int column) {
		var cell = row.cell(column);
		if (!cell.isEmpty()) {
			return (cell.kind() == Cell.Kind.TEXT) ? Plain.trimmed(cell.text()) : "";
		}
		return this.merges.stream()
			.filter((merge) -> merge.covers(row.number(), column))
			.findFirst()
			.flatMap((merge) -> textAt(merge.firstRow(), merge.firstColumn()))
			.orElse("");
	}

	private Optional<String> textAt(int number, int column) {
		return this.sheet.rows()
			.stream()
			.takeWhile((row) -> row.number() <= number)
			.filter((row) -> row.number() == number)
			.findFirst()
			.map((row) -> Plain.trimmed(row.cell(column).text()));
	}

}
