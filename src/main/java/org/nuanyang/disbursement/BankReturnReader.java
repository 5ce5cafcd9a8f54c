package org.nuanyang.disbursement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;

/**
 * Reads a bank return as the format says: columns by their titles where the file has a
 * title line, else in the declared order. What cannot be read is a line with a problem,
 * never a guess.
 */
final class BankReturnReader {

	/**
	 * 2026-11-02, 20261102, 2026/11/2, 2026.11.2, 2026年11月2日, with or without an hour
	 * behind.
	 */
	private static final Pattern DAY = Pattern
		.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日|(\\d{2})(\\d{2}))"
				+ "(?:[ T]?\\d{1,2}:?\\d{2}(?::?\\d{2})?)?");

	private static final int LONGEST = 200;

	private static final int LONGEST_DAY = 24;

	private static final List<String> SEPARATORS = List.of("|", "\t", ",", ";", "，");

	private final BankFormat format;

	private final ReturnTitles titles;

	private final ReturnCodes codes;

	BankReturnReader(BankFormat format) {
		this.format = format;
		this.titles = new ReturnTitles(format);
		this.codes = new ReturnCodes(format.back().codes());
	}

	/** The lines of a text file. */
	List<ReturnLine> text(byte[] content) {
		var text = decoded(content);
		var separator = separator(text);
		var cells = new ArrayList<List<String>>();
		for (var line : text.split("\\R", -1)) {
			cells.add(line.isBlank() ? List.of() : cells(line, separator));
		}
		return lines(cells);
	}

	private List<String> cells(String line, String separator) {
		var parts = separator.isEmpty() ? byWidth(line) : (line.indexOf('"') >= 0) ? quoted(line, separator)
				: List.of(line.split(Pattern.quote(separator), -1));
		return parts.stream().map(String::strip).toList();
	}

	/** As spreadsheets write separated text: "1,750.00" is one cell. */
	private static List<String> quoted(String line, String separator) {
		var format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setLenientEof(true)
			.setTrailingData(true)
			.setIgnoreSurroundingSpaces(true)
			.get();
		try (var parser = CSVParser.parse(line, format)) {
			return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The format's own separator where the file has it; else the one that makes a line of
	 * titles; empty for fixed widths.
	 */
	private String separator(String text) {
		var own = this.format.separator();
		if (this.format.isFixed() || (!own.isEmpty() && text.contains(own))) {
			return own;
		}
		return SEPARATORS.stream()
			.filter((one) -> text.lines().anyMatch((line) -> this.titles.places(cells(line, one)) != null))
			.findFirst()
			.orElseThrow(() -> own.isEmpty() ? new RuleViolation("disbursement.return.untitled", wanted())
					: new RuleViolation("disbursement.return.separator", own, wanted()));
	}

	private String wanted() {
		return this.format.back().columns().stream().map(ReturnTitles::name).collect(Collectors.joining("、"));
	}

	/** Fixed widths are bytes of the encoding, in which a Chinese character takes two. */
	private List<String> byWidth(String line) {
		var bytes = line.getBytes(this.format.charset());
		var parts = new ArrayList<String>();
		var from = 0;
		for (var column : this.format.back().columns()) {
			var to = Math.min(bytes.length, from + column.bytes());
			parts.add(new String(bytes, from, to - from, this.format.charset()));
			from = to;
		}
		return parts;
	}

	/** Strict: a byte that is no character of the encoding refuses the file. */
	private String decoded(byte[] content) {
		var text = decoded(content, StandardCharsets.UTF_8);
		if (text == null) {
			text = decoded(content, this.format.charset());
		}
		if (text == null) {
			text = decoded(content, Charset.forName("GB18030"));
		}
		if (text == null) {
			throw new RuleViolation("disbursement.return.encoding", this.format.encoding());
		}
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

	private static @Nullable String decoded(byte[] content, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/**
	 * The lines of a table; an empty row is skipped and keeps its number. Where the
	 * format has a first or last line without a row, one that reads like a row stays,
	 * with that problem.
	 */
	List<ReturnLine> lines(List<List<String>> rows) {
		var places = inOrder();
		var titled = false;
		var lines = new ArrayList<ReturnLine>();
		var last = rows.size();
		while (last > 0 && rows.get(last - 1).stream().allMatch(String::isBlank)) {
			last--;
		}
		for (var at = 0; at < last; at++) {
			var cells = rows.get(at);
			if (cells.stream().allMatch(String::isBlank)) {
				continue;
			}
			if (!this.format.back().isRow(at, last)) {
				var passed = line(at + 1, cells, places);
				if (passed.problem() == null) {
					lines.add(passed.but(ReturnProblem.SKIPPED));
				}
				continue;
			}
			var titles = this.titles.places(cells);
			if (titles != null) {
				places = titles;
				titled = true;
				continue;
			}
			lines.add(line(at + 1, cells, places));
		}
		if (!titled && !lines.isEmpty() && lines.stream().allMatch((line) -> line.result() == null)) {
			throw new RuleViolation("disbursement.return.header", wanted());
		}
		return lines;
	}

	private Map<BankFormat.Field, Integer> inOrder() {
		var places = new EnumMap<BankFormat.Field, Integer>(BankFormat.Field.class);
		var columns = this.format.back().columns();
		for (var at = 0; at < columns.size(); at++) {
			places.put(columns.get(at).field(), at);
		}
		return places;
	}

	private ReturnLine line(int number, List<String> cells, Map<BankFormat.Field, Integer> places) {
		var batch = cell(cells, places, BankFormat.Field.BATCH);
		var key = cell(cells, places, BankFormat.Field.ROW_KEY);
		var code = cell(cells, places, BankFormat.Field.CODE);
		var message = cell(cells, places, BankFormat.Field.MESSAGE);
		var result = this.codes.of(code);
		var amount = amount(cell(cells, places, BankFormat.Field.AMOUNT));
		var day = cell(cells, places, BankFormat.Field.DATE);
		var on = date(day);
		var unreadable = key.isEmpty() || code.isEmpty() || (on == null && !day.isEmpty())
				|| (amount == null && places.containsKey(BankFormat.Field.AMOUNT));
		var problem = unreadable ? ReturnProblem.UNREADABLE : (result == null) ? ReturnProblem.UNKNOWN_CODE : null;
		return new ReturnLine(number, cut(batch, 40), cut(key, 40), amount, cut(code, 24), result,
				message.isEmpty() ? null : cut(message, LONGEST), on, problem);
	}

	private static String cell(List<String> cells, Map<BankFormat.Field, Integer> places, BankFormat.Field field) {
		var at = places.get(field);
		return (at != null && at < cells.size()) ? cells.get(at) : "";
	}

	private @Nullable Yuan amount(String text) {
		try {
			if (this.format.unit() == BankFormat.Unit.FEN) {
				return text.matches("\\d{1,14}") ? Yuan.ofCents(Long.parseLong(text)) : null;
			}
			return text.isEmpty() ? null : Yuan.of(text);
		}
		catch (RuleViolation ex) {
			return null;
		}
	}

	private static @Nullable LocalDate date(String text) {
		var day = DAY.matcher(cut(text, LONGEST_DAY));
		if (!day.matches()) {
			return null;
		}
		try {
			return LocalDate.of(part(day, 1), part(day, 3, 5, 7), part(day, 4, 6, 8));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The first of these groups that the text has. */
	private static int part(Matcher day, int... groups) {
		return Arrays.stream(groups)
			.mapToObj(day::group)
			.filter(Objects::nonNull)
			.mapToInt(Integer::parseInt)
			.findFirst()
			.orElseThrow();
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

}
