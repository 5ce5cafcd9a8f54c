package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * A bank's file format as data: what goes out, what comes back, and what its codes mean.
 *
 * @param header fields of a first line above the rows; empty for none
 * @param fileName with {batch} and {part}
 * @param rowLimit rows per file; more are split over several files
 */
record BankFormat(Kind kind, String encoding, String separator, Unit unit, int rowLimit, String fileName,
		List<Field> header, List<Column> columns, Back back) {

	Charset charset() {
		return Charset.forName(this.encoding);
	}

	String fileName(String batch, int part) {
		return this.fileName.replace("{batch}", batch).replace("{part}", String.valueOf(part));
	}

	/** Text with a separator, or a workbook. */
	enum Kind {

		TEXT, XLSX

	}

	/** 元 with two decimals, or 分. */
	enum Unit {

		YUAN, FEN

	}

	/** What a column holds. */
	enum Field {

		BATCH, ROW_KEY, ACCOUNT, HOLDER, BANK, AMOUNT, REMARK, COUNT, TOTAL, CODE, MESSAGE, DATE

	}

	/** A column and its title, where the format has titles. */
	record Column(Field field, String title) {

	}

	/** What comes back: columns, and the meaning of each code. */
	record Back(List<Column> columns, Map<String, BankResult> codes) {

	}

}
