package org.nuanyang.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * One cell as the file holds it.
 *
 * @param text the text as typed; a number in plain digits; a date as 2026-09-01
 * @param formula whether a formula computed it; the text is then its last result, which
 * may be missing
 */
public record Cell(Kind kind, String text, boolean formula) {

	public enum Kind {

		EMPTY, TEXT, NUMBER, DATE, BOOLEAN, ERROR

	}

	public static final Cell EMPTY = new Cell(Kind.EMPTY, "", false);

	/**
	 * Serial 60 is 29 February 1900, a day that Excel invented; no date here is that old.
	 */
	private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

	private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

	private static final Pattern POWER = Pattern.compile("[+-]?\\d([.]\\d+)?[Ee]\\+?\\d{2,3}");

	private static final Pattern PLAIN = Pattern.compile("-?[\\d.]+");

	/** Beyond this a spreadsheet has replaced digits by zeros. */
	private static final double EXACT = 1e15;

	public static Cell text(String text) {
		return (text.isEmpty()) ? EMPTY : new Cell(Kind.TEXT, text, false);
	}

	static Cell number(double value, String written) {
		if (Double.isNaN(value) || Double.isInfinite(value) || Math.abs(value) >= 1e21) {
			return new Cell(Kind.NUMBER, written, false);
		}
		var digits = (Math.abs(value) < EXACT)
				? new BigDecimal(value).round(new MathContext(15, RoundingMode.HALF_EVEN))
				: new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN);
		var plain = (digits.signum() == 0) ? "0" : digits.stripTrailingZeros().toPlainString();
		return new Cell(Kind.NUMBER, plain, false);
	}

	/** A day number of the workbook; time of day falls away. */
	static Cell date(double serial, boolean since1904) {
		if (!(serial >= 1) || serial > 200_000) {
			return number(serial, String.valueOf(serial));
		}
		var day = (since1904 ? EPOCH_1904 : EPOCH_1900).plusDays((long) Math.floor(serial));
		return new Cell(Kind.DATE, day.toString(), false);
	}

	Cell asFormula() {
		return new Cell(this.kind, this.text, true);
	}

	public boolean isEmpty() {
		return this.text.isBlank() && !this.formula;
	}

	/**
	 * A number so long that a spreadsheet kept its first 15 digits only: what is shown is
	 * not what was typed, and nobody can tell what was.
	 */
	public boolean lostDigits() {
		if (this.kind == Kind.TEXT) {
			return POWER.matcher(this.text.strip()).matches();
		}
		return this.kind == Kind.NUMBER
				&& (!PLAIN.matcher(this.text).matches() || Math.abs(Double.parseDouble(this.text)) >= EXACT);
	}

}
