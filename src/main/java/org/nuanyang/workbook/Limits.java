package org.nuanyang.workbook;

/**
 * How much one file may hold, so that no file, however made, takes the memory of others.
 *
 * @param bytes of the file itself
 * @param unpacked bytes of everything in it, unpacked
 * @param rows with titles and headings, for which there is room beside 20,000 pupils
 * @param characters in all cells together
 */
public record Limits(int bytes, long unpacked, int rows, int columns, int cells, int characters, int sheets) {

	public static final Limits STANDARD = new Limits(20 << 20, 120L << 20, 20_200, 300, 1_000_000, 20_000_000, 60);

	/** A cell longer than a spreadsheet allows was not made by one. */
	static final int CELL = 32_767;

	/** A row further down is in no spreadsheet, and numbers are counted up to. */
	static final int ROW = 1_048_576;

}
