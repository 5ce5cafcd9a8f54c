package org.nuanyang.workbook;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVFormat;

import org.nuanyang.kernel.RuleViolation;

/**
 * Reads separated text in UTF-8, UTF-16 or GB18030 (of which GBK and GB2312 are part).
 */
class CsvReader {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final Pattern AS_TEXT = Pattern.compile("=\"[^\"]*\"");

	private final byte[] file;

	private final Limits limits;

	CsvReader(byte[] file, Limits limits) {
		this.file = file;
		this.limits = limits;
	}

	List<Sheet> read() throws IOException {
		var text = text();
		if (text.chars().limit(100_000).anyMatch((character) -> character < ' ' && "\t\r\n\f".indexOf(character) < 0)) {
			throw new RuleViolation("workbook.unknown");
		}
		var builder = new SheetBuilder(this.limits);
		builder.beginSheet("", false);
		var format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator(text))
			.setIgnoreEmptyLines(false)
			.setLenientEof(true)
			.setTrailingData(true)
			.get();
		try (var parser = format.parse(new StringReader(text))) {
			var row = 0;
			for (var line : parser) {
				row++;
				for (var column = 0; column < line.size(); column++) {
					builder.cell(column, Cell.text(plain(line.get(column))));
				}
				builder.endRow(row, false);
			}
		}
		builder.endSheet();
		return builder.sheets();
	}

	/** A field written ="0123" so that a spreadsheet leaves its zeros alone. */
	private static String plain(String field) {
		return (field.startsWith("=") && AS_TEXT.matcher(field).matches()) ? field.substring(2, field.length() - 1)
				: field;
	}

	private String text() {
		if (begins(0xEF, 0xBB, 0xBF)) {
			return decoded(StandardCharsets.UTF_8, 3);
		}
		if (begins(0xFF, 0xFE)) {
			return decoded(StandardCharsets.UTF_16LE, 2);
		}
		if (begins(0xFE, 0xFF)) {
			return decoded(StandardCharsets.UTF_16BE, 2);
		}
		return (fits(StandardCharsets.UTF_8)) ? decoded(StandardCharsets.UTF_8, 0) : decoded(GB18030, 0);
	}

	private boolean begins(int... mark) {
		for (var i = 0; i < mark.length; i++) {
			if (this.file.length <= i || (this.file[i] & 0xFF) != mark[i]) {
				return false;
			}
		}
		return true;
	}

	private boolean fits(Charset charset) {
		try {
			strict(charset, 0);
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	private String decoded(Charset charset, int from) {
		try {
			return strict(charset, from);
		}
		catch (CharacterCodingException ex) {
			throw new RuleViolation((hasZeros()) ? "workbook.unknown" : "workbook.encoding");
		}
	}

	/** No text in any of our encodings has zero bytes; programs and pictures do. */
	private boolean hasZeros() {
		for (var i = 0; i < Math.min(this.file.length, 4096); i++) {
			if (this.file[i] == 0) {
				return true;
			}
		}
		return false;
	}

	private String strict(Charset charset, int from) throws CharacterCodingException {
		return charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT)
			.decode(ByteBuffer.wrap(this.file, from, this.file.length - from))
			.toString();
	}

	/** Whichever separates most on the first lines: a title above the header has none. */
	private static char separator(String text) {
		var start = text.substring(0, Math.min(text.length(), 20_000));
		var best = ',';
		for (var candidate : new char[] { '\t', ';', '|' }) {
			if (count(start, candidate) > count(start, best)) {
				best = candidate;
			}
		}
		return best;
	}

	private static long count(String text, char wanted) {
		return text.chars().filter((character) -> character == wanted).count();
	}

}
