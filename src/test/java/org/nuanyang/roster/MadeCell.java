package org.nuanyang.roster;

import java.time.LocalDate;

/**
 * What somebody put into a cell of a made-up roster.
 *
 * @param text a number or a day as plain text; of a formula its last result
 */
record MadeCell(Kind kind, String text) {

	enum Kind {

		TEXT, NUMBER, DAY,
		/** With its result beside it. */
		FORMULA,
		/** #N/A */
		FAILED

	}

	static final MadeCell NOTHING = text("");

	static MadeCell text(String text) {
		return new MadeCell(Kind.TEXT, text);
	}

	static MadeCell number(String digits) {
		return new MadeCell(Kind.NUMBER, digits);
	}

	static MadeCell day(LocalDate day) {
		return new MadeCell(Kind.DAY, day.toString());
	}

	static MadeCell formula(String result) {
		return new MadeCell(Kind.FORMULA, result);
	}

	static MadeCell failed() {
		return new MadeCell(Kind.FAILED, "#N/A");
	}

	boolean isEmpty() {
		return this.text.isEmpty();
	}

}
