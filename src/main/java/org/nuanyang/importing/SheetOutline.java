package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.workbook.Sheet;

/**
 * What a person needs to see of a sheet to say what is in it: read once, when the file
 * comes.
 *
 * @param rows that hold data; all rows if there is no table
 * @param layout null if the sheet holds no table of this kind
 * @param samples the first contents by column, masked where they are long numbers
 * @param said what its name or title says of all its rows, empty if nothing
 * @param sections lines that say something of the rows below them
 */
record SheetOutline(int index, String name, boolean hidden, int rows, @Nullable Layout layout,
		Map<Integer, String> samples, String said, List<DataRows.Section> sections) {

	SheetOutline {
		// Of files that came before such lines were read there is nothing.
		sections = (sections != null) ? List.copyOf(sections) : List.of();
	}

	private static final int SAMPLES = 3;

	/** Between the digits of one number people put spaces, dashes, dots and stars. */
	private static final String DIGITS = "[A-Za-z]?\\d(?:[\\s\\-‐‑–—.·_]*[\\dXx×*]){";

	private static final Pattern LONG_NUMBER = Pattern.compile(DIGITS + "9,}");

	private static final Pattern FEW_DIGITS = Pattern.compile(DIGITS + "4,}");

	/** A day, with its hour at most, is no number. */
	private static final Pattern DAY = Pattern
		.compile("(19|20)\\d{2}[-./年]\\d{1,2}[-./月]\\d{1,2}日?([ T]\\d{1,2}:\\d{2}(:\\d{2})?)?");

	static SheetOutline of(Sheet sheet, int index, HeaderFinder finder, Importer<?> importer) {
		var layout = finder.find(sheet, index).orElse(null);
		if (layout == null) {
			return new SheetOutline(index, sheet.name(), sheet.hidden(), sheet.rows().size(), null, Map.of(), "",
					List.of());
		}
		var said = said(sheet, layout, importer);
		var data = DataRows.below(sheet, layout, importer, importer.meaningForSheet(said));
		var sensitive = importer.fields().stream().filter(ImportField::sensitive).map(ImportField::key).toList();
		var samples = layout.columns()
			.stream()
			.collect(Collectors.toMap(Layout.Column::column, (column) -> samples(data, column, sensitive)));
		return new SheetOutline(index, sheet.name(), sheet.hidden(), data.rows().size(), layout, samples, said,
				data.sections());
	}

	/** The name says it, or one of the lines above the header. */
	private static String said(Sheet sheet, Layout layout, Importer<?> importer) {
		var texts = new ArrayList<String>();
		texts.add(sheet.name());
		sheet.rows()
			.stream()
			.takeWhile((row) -> row.number() <= layout.headerRow())
			.flatMap((row) -> row.cells().stream())
			.map((cell) -> Plain.text(cell.text()))
			.filter((text) -> !text.isEmpty())
			.forEach(texts::add);
		return importer.saidOfSheet(texts, layout.columnOfField().keySet());
	}

	private static String samples(DataRows data, Layout.Column column, List<String> sensitive) {
		return data.rows()
			.stream()
			.map((row) -> Plain.trimmed(row.cell(column.column()).text()))
			.filter((text) -> !text.isEmpty())
			.distinct()
			.limit(SAMPLES)
			.map((text) -> shown(text, column.field() != null && sensitive.contains(column.field())))
			.collect(Collectors.joining("、"));
	}

	/** Numbers long enough to be somebody's are masked, however they are spaced. */
	private static String shown(String text, boolean sensitive) {
		var plain = Plain.text(text);
		if (!DAY.matcher(plain).matches()) {
			var number = (sensitive) ? FEW_DIGITS : LONG_NUMBER;
			var masked = number.matcher(plain).replaceAll((match) -> masked(match.group()));
			if (!masked.equals(plain)) {
				return cut(masked);
			}
		}
		return cut(text);
	}

	private static String masked(String number) {
		var bare = number.replaceAll("[^A-Za-z0-9]", "");
		return (bare.length() == 11) ? bare.substring(0, 3) + "****" + bare.substring(7) : Plain.masked(bare);
	}

	private static String cut(String text) {
		return (text.codePointCount(0, text.length()) > 40) ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…"
				: text;
	}

	boolean hasTable() {
		return this.layout != null;
	}

	boolean hasData() {
		return this.layout != null && this.rows > 0;
	}

	long known() {
		return (this.layout != null) ? this.layout.known() : 0;
	}

	/**
	 * Visible sheets before hidden ones, those with data before empty ones, then the one
	 * in which most is known, then the longest: an example beside the real table has the
	 * same columns.
	 */
	boolean isBetterThan(SheetOutline other) {
		if (this.hidden != other.hidden) {
			return other.hidden;
		}
		if (hasData() != other.hasData()) {
			return hasData();
		}
		return (known() != other.known()) ? known() > other.known() : this.rows > other.rows;
	}

	/** Whether both have the same known columns, in whichever order. */
	boolean isLike(SheetOutline other) {
		return hasData() && headings().equals(other.headings());
	}

	private List<String> headings() {
		return (this.layout == null) ? List.of()
				: this.layout.columns()
					.stream()
					.filter((column) -> column.field() != null)
					.map((column) -> ImportField.plain(column.heading()) + " " + column.field())
					.sorted()
					.toList();
	}

	SheetPart part(Importer<?> importer) {
		return new SheetPart(this.name, Objects.requireNonNull(this.layout), this.said,
				importer.meaningForSheet(this.said));
	}

}
