package org.nuanyang.workbook;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table to be handed out.
 *
 * @param rows values: text, whole numbers, BigDecimal, Yuan, LocalDate, or null for
 * nothing; anything else is written as its text
 */
public record Table(String name, List<Column> columns, List<List<@Nullable Object>> rows) {

	/**
	 * @param width in characters; a Chinese one counts as two
	 */
	public record Column(String heading, int width) {

	}

}
