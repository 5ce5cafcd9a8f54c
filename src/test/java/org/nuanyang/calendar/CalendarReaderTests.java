package org.nuanyang.calendar;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.nuanyang.calendar.CalendarDraft.Finding;
import org.nuanyang.kernel.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CalendarReaderTests {

	private static final String SOUND = """
			date,kind,name
			2027-01-01,holiday,元旦
			2027-05-01,holiday,劳动节
			2027-05-08,workday,调休上班
			2027-10-01,holiday,国庆节
			""";

	@Test
	void readsWhatIsAnnouncedAndItsOwnTextAgain() {
		var draft = read(SOUND);
		assertThat(draft.findings()).isEmpty();
		assertThat(draft.year()).isEqualTo(2027);
		assertThat(draft.days()).hasSize(4)
			.contains(new CalendarDay(LocalDate.of(2027, 5, 8), DayKind.WORKDAY, "调休上班"));
		assertThat(read(draft.text())).isEqualTo(draft);
	}

	@Test
	void readsOtherOrdersHeadersAndEncodings() throws IOException {
		var text = "2027年节假日安排,,\n名称,日期,安排\n元旦,2027年1月1日,放假\n劳动节,2027/5/1,休\n国庆节,20271001,放假\n\"一,二\",2027.5.8,补班\n";
		var draft = CalendarReader.read(text.getBytes(Charset.forName("GB18030")));
		assertThat(draft.findings()).isEmpty();
		assertThat(draft.days()).extracting(CalendarDay::name).containsExactly("元旦", "劳动节", "国庆节", "一,二");
		assertThat(read(draft.text()).days()).isEqualTo(draft.days());
	}

	@Test
	void namesEachFaultWithItsRow() {
		var draft = read(SOUND + """
				2027-10-01,holiday,国庆节
				2028-01-01,holiday,元旦
				2027-02-30,holiday,春节
				2027-02-06,half day,春节
				2027-02-07,holiday,
				2027-02-08,workday,调休上班
				""");
		assertThat(draft.findings()).containsExactly(new Finding(6, "calendar.import.twice", "2027-10-01"),
				new Finding(7, "calendar.import.other-year", "2028-01-01", "2027"),
				new Finding(8, "calendar.import.date", "2027-02-30"),
				new Finding(9, "calendar.import.kind", "half day"),
				new Finding(10, "calendar.import.name", "2027-02-07"),
				new Finding(11, "calendar.import.weekday", "2027-02-08"));
	}

	@Test
	void halfAFileIsNotAYear() {
		assertThat(read("2027-01-01,holiday,元旦\n").findings()).containsExactly(
				new Finding(0, "calendar.import.incomplete", "2027-05-01"),
				new Finding(0, "calendar.import.incomplete", "2027-10-01"));
		assertThat(read("暂无安排\n").findings()).isEqualTo(List.of(new Finding(0, "calendar.import.none")));
	}

	@Test
	void anythingElseIsRefusedInWords() {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> read(""))
			.extracting(RuleViolation::key)
			.isEqualTo("workbook.empty");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> read("<html><table></table></html>"))
			.extracting(RuleViolation::key)
			.isEqualTo("workbook.html");
	}

	private static CalendarDraft read(String text) {
		return CalendarReader.read(text.getBytes(StandardCharsets.UTF_8));
	}

}
