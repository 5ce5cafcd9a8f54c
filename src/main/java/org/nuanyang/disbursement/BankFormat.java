package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A bank's file format as data: what goes out, what comes back, and what its codes mean.
 *
 * @param header fields of a first line above the rows; empty for none
 * @param trailer fields of a last line below the rows; empty for none
 * @param titles whether a line of column titles stands above the rows; a workbook always
 * has one
 * @param lineEnd what ends a line of text, {@code \r\n} where nothing is said
 * @param fileName with {batch}, {part}, {parts}, {count} and {date:pattern}
 * @param rowLimit rows per file; more are split over several files
 */
record BankFormat(Kind kind, String encoding, String separator, Unit unit, int rowLimit, String fileName,
		List<Column> header, @Nullable List<Column> trailer, @Nullable Boolean titles, @Nullable String lineEnd,
		List<Column> columns, Back back) {

	BankFormat {
		separator = Objects.requireNonNullElse(separator, "");
		header = Objects.requireNonNullElseGet(header, List::of);
		lineEnd = Objects.requireNonNullElse(lineEnd, "\r\n");
		trailer = Objects.requireNonNullElseGet(trailer, List::of);
		titles = Objects.requireNonNullElse(titles, false);
	}

	boolean hasTitles() {
		return Boolean.TRUE.equals(this.titles);
	}

	/** Whether its text is told apart by widths, there being nothing between. */
	boolean isFixed() {
		return this.separator.isEmpty() && this.back.columns().stream().anyMatch((column) -> column.bytes() > 0);
	}

	Charset charset() {
		return Charset.forName(this.encoding);
	}

	String fileName(String batch, int part, int parts, int count, LocalDate today) {
		var name = this.fileName.replace("{batch}", batch)
			.replace("{part}", String.valueOf(part))
			.replace("{parts}", String.valueOf(parts))
			.replace("{count}", String.valueOf(count));
		var at = name.indexOf("{date:");
		if (at < 0) {
			return name;
		}
		var end = name.indexOf('}', at);
		return name.substring(0, at) + DateTimeFormatter.ofPattern(name.substring(at + 6, end)).format(today)
				+ name.substring(end + 1);
	}

	/** Text with a separator, or of fixed widths where that is empty, or a workbook. */
	enum Kind {

		TEXT, XLSX

	}

	/** 元 with two decimals, or 分. */
	enum Unit {

		YUAN, FEN

	}

	/** What a column holds. */
	enum Field {

		BATCH, ROW_KEY, ROW_NO, ACCOUNT, HOLDER, BANK, AMOUNT, REMARK, COUNT, TOTAL, PART, TODAY, FIXED, CODE, MESSAGE,
		DATE

	}

	/** Where the blanks go when a value is shorter than its column. */
	enum Pad {

		LEFT, RIGHT

	}

	/**
	 * A column, in the file or in what comes back.
	 *
	 * @param title its title, where the format has titles; the text itself of a FIXED
	 * one; the pattern of a TODAY one
	 * @param width what it is padded to, counted in bytes of the encoding as banks do; 0
	 * for as it is
	 * @param pad the side on which it is padded, RIGHT where nothing is said
	 * @param fill the character it is padded with, a blank where nothing is said
	 * @param number whether a workbook holds the amount as a number, text where nothing
	 * is said; what is no amount would lose digits and stays text
	 */
	record Column(Field field, String title, @Nullable Integer width, @Nullable Pad pad, @Nullable String fill,
			@Nullable Boolean number) {

		Column {
			title = Objects.requireNonNullElse(title, "");
			width = Objects.requireNonNullElse(width, 0);
			pad = Objects.requireNonNullElse(pad, Pad.RIGHT);
			fill = Objects.requireNonNullElse(fill, " ");
			number = Objects.requireNonNullElse(number, false);
		}

		Column(Field field, String title) {
			this(field, title, null, null, null, null);
		}

		/** How many bytes it takes, 0 for as many as the value has. */
		int bytes() {
			return Objects.requireNonNull(this.width);
		}

		boolean isNumber() {
			return this.field == Field.AMOUNT && Boolean.TRUE.equals(this.number);
		}

		/** The value as wide as the column, or itself where it is wider. */
		String padded(String value, Charset charset) {
			var missing = bytes() - value.getBytes(charset).length;
			if (missing <= 0) {
				return value;
			}
			var blanks = Objects.requireNonNull(this.fill).repeat(missing);
			return (this.pad == Pad.LEFT) ? blanks + value : value + blanks;
		}

	}

	/**
	 * What comes back: columns, and the meaning of each code.
	 *
	 * @param advice what to do about a code, in the languages of the pages, where its
	 * meaning alone does not say it
	 * @param skipFirst lines above the rows that carry no row
	 * @param skipLast lines below them
	 */
	record Back(List<Column> columns, Map<String, BankResult> codes, @Nullable Map<String, Advice> advice,
			@Nullable Integer skipFirst, @Nullable Integer skipLast) {

		Back {
			advice = Objects.requireNonNullElseGet(advice, Map::of);
			skipFirst = Objects.requireNonNullElse(skipFirst, 0);
			skipLast = Objects.requireNonNullElse(skipLast, 0);
		}

		/** Lines above the rows. */
		int first() {
			return Objects.requireNonNull(this.skipFirst);
		}

		/** Lines below them. */
		int last() {
			return Objects.requireNonNull(this.skipLast);
		}

		/** Whether the line at this place of so many is one of the rows. */
		boolean isRow(int at, int lines) {
			return at >= first() && at < lines - last();
		}

	}

	/** What to do about a code, in words. */
	record Advice(String zh, String en) {

		String in(Locale locale) {
			return locale.getLanguage().equals("en") ? this.en : this.zh;
		}

	}

}
