package org.nuanyang.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.nuanyang.calendar.CalendarDraft.Finding;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.workbook.SheetRow;
import org.nuanyang.workbook.Workbook;

/**
 * Reads the arrangements of one year from a file with the columns date, kind and name, in
 * any order when a header names them.
 */
class CalendarReader {

	private static final Set<String> HOLIDAY = Set.of("holiday", "放假", "休", "假", "节假日", "休息");

	private static final Set<String> WORKDAY = Set.of("workday", "调休上班", "上班", "班", "补班", "调休");

	private static final List<Set<String>> HEADINGS = List.of(Set.of("date", "日期", "时间"),
			Set.of("kind", "安排", "类型", "类别"), Set.of("name", "名称", "节日", "说明"));

	private static final DateTimeFormatter DATE = DateTimeFormatter
		.ofPattern("[uuuu-M-d][uuuu/M/d][uuuu.M.d][uuuu年M月d日][uuuuMMdd]", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	/** In every year since 1949; a file without one of them is not whole. */
	private static final List<MonthDay> ALWAYS = List.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 1));

	private final List<CalendarDay> days = new ArrayList<>();

	private final List<Finding> findings = new ArrayList<>();

	private final Set<LocalDate> seen = new HashSet<>();

	private int[] columns = { 0, 1, 2 };

	private int year;

	private boolean headed;

	/** Nothing but digits and the marks of a date: somebody meant one. */
	private static final Pattern LIKE_A_DATE = Pattern
		.compile("\\d{2,4}\\s*[-/.年]\\s*\\d{1,2}(\\s*[-/.月]\\s*\\d{1,2}\\s*日?)?|\\d{8}");

	private CalendarReader() {
	}

	/**
	 * @throws RuleViolation if the file is no spreadsheet at all
	 */
	static CalendarDraft read(byte[] file) {
		var sheet = Workbook.read(file).sheets().stream().filter((candidate) -> !candidate.isBlank()).findFirst();
		var reader = new CalendarReader();
		sheet.orElseThrow(() -> new RuleViolation("workbook.blank")).rows().forEach(reader::row);
		return reader.draft();
	}

	private void row(SheetRow row) {
		if (this.seen.isEmpty() && isHeader(row)) {
			this.headed = true;
			return;
		}
		var written = row.cell(this.columns[0]).text().strip();
		var day = date(written);
		if (day.isPresent()) {
			day(row, day.get());
		}
		// Other lines above the first date are the title of the file.
		else if (!this.seen.isEmpty() || LIKE_A_DATE.matcher(written).matches() || this.headed && !written.isEmpty()) {
			found(row, "calendar.import.date", written);
		}
	}

	private boolean isHeader(SheetRow row) {
		var found = HEADINGS.stream().mapToInt((names) -> column(row, names)).toArray();
		if (IntStream.of(found).anyMatch((column) -> column < 0)) {
			return false;
		}
		this.columns = found;
		return true;
	}

	private static int column(SheetRow row, Set<String> names) {
		return IntStream.range(0, row.cells().size())
			.filter((column) -> names.contains(row.cell(column).text().strip().toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElse(-1);
	}

	private static Optional<LocalDate> date(String written) {
		try {
			return Optional.of(LocalDate.parse(written, DATE));
		}
		catch (DateTimeParseException none) {
			return Optional.empty();
		}
	}

	private void day(SheetRow row, LocalDate day) {
		this.year = (this.year == 0) ? day.getYear() : this.year;
		var written = row.cell(this.columns[1]).text().strip();
		var kind = kind(written);
		var name = row.cell(this.columns[2]).text().strip();
		if (!this.seen.add(day)) {
			found(row, "calendar.import.twice", day.toString());
		}
		else if (day.getYear() != this.year) {
			found(row, "calendar.import.other-year", day.toString(), String.valueOf(this.year));
		}
		else if (kind.isEmpty()) {
			found(row, "calendar.import.kind", written);
		}
		else if (name.isEmpty() || name.length() > 40) {
			found(row, "calendar.import.name", day.toString());
		}
		else if (kind.get() == DayKind.WORKDAY && !WorkingDays.isWeekend(day)) {
			found(row, "calendar.import.weekday", day.toString());
		}
		else {
			this.days.add(new CalendarDay(day, kind.get(), name));
		}
	}

	private static Optional<DayKind> kind(String written) {
		var word = written.toLowerCase(Locale.ROOT);
		return HOLIDAY.contains(word) ? Optional.of(DayKind.HOLIDAY)
				: WORKDAY.contains(word) ? Optional.of(DayKind.WORKDAY) : Optional.empty();
	}

	private void found(SheetRow row, String key, String... arguments) {
		this.findings.add(new Finding(row.number(), key, arguments));
	}

	private CalendarDraft draft() {
		if (this.seen.isEmpty() && this.findings.isEmpty()) {
			this.findings.add(new Finding(0, "calendar.import.none"));
		}
		else if (!this.seen.isEmpty()) {
			ALWAYS.stream()
				.map((day) -> day.atYear(this.year))
				.filter((day) -> this.days.stream()
					.noneMatch((found) -> found.day().equals(day) && found.kind() == DayKind.HOLIDAY))
				.forEach((day) -> this.findings.add(new Finding(0, "calendar.import.incomplete", day.toString())));
		}
		return new CalendarDraft(this.year, List.copyOf(this.days), List.copyOf(this.findings));
	}

}
