package org.nuanyang.filing;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A column that the workbook of a filing may have. */
public enum FilingColumn {

	POSITION("position", 8), NAME("name", 14), SEX("sex", 8), ID_TYPE("id-type", 14), DOCUMENT("document", 24),
	SCHOOL("school", 24), DISTRICT("district", 18), YEAR("year", 14), GRADE("grade", 12), CLASS("class", 10),
	BOARDING("boarding", 10), TIER("tier", 10), NUMBER("number", 18), RETURNED("returned", 36);

	private final String key;

	private final int width;

	FilingColumn(String key, int width) {
		this.key = key;
		this.width = width;
	}

	public String labelKey() {
		return "filing.column." + this.key;
	}

	int width() {
		return this.width;
	}

	/** What a school gets that has chosen nothing. */
	static List<FilingColumn> usual() {
		return List.of(POSITION, NAME, SEX, DOCUMENT, GRADE, CLASS, BOARDING, TIER);
	}

	/**
	 * What the centre gets to write its reasons into; by the first two a row is found
	 * again.
	 */
	static List<FilingColumn> toAnswer() {
		return List.of(POSITION, NAME, SEX, DOCUMENT, GRADE, CLASS, BOARDING, TIER, RETURNED);
	}

	/** Whatever the centre chooses besides: without these no answer finds its row. */
	static List<FilingColumn> needed() {
		return List.of(POSITION, NAME, RETURNED);
	}

	/**
	 * Chosen columns by the numbers given to them; those without one come last, in the
	 * order of this list.
	 */
	static List<FilingColumn> ordered(Collection<FilingColumn> columns, Map<FilingColumn, Integer> numbers) {
		return columns.stream()
			.distinct()
			.sorted(Comparator.comparing((FilingColumn column) -> numbers.getOrDefault(column, Integer.MAX_VALUE))
				.thenComparing(Comparator.naturalOrder()))
			.toList();
	}

	static String stored(List<FilingColumn> columns) {
		return columns.stream().map(Enum::name).collect(Collectors.joining(","));
	}

	/** As they were kept; a name that a later version dropped is passed over. */
	static List<FilingColumn> read(String stored) {
		return Arrays.stream(stored.split(","))
			.flatMap((name) -> Arrays.stream(values()).filter((column) -> column.name().equals(name)))
			.toList();
	}

}
