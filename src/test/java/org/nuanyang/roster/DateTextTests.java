package org.nuanyang.roster;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.nuanyang.roster.DateText.Outcome;
import org.nuanyang.workbook.Cell;

import static org.assertj.core.api.Assertions.assertThat;

class DateTextTests {

	@ParameterizedTest
	@CsvSource({ "20130901", "2013-9-1", "2013/09/01", "2013.9.1", "2013年9月1日", "２０１３年９月１号", "41518",
			"2013-09-01 00:00:00", "9/1/2013", "2013、9、1", "'2013.09.01 '" })
	void readsADay(String written) {
		assertThat(DateText.of(Cell.text(written)).day()).hasToString("2013-09-01");
	}

	@ParameterizedTest
	@CsvSource({ "20150230, IMPOSSIBLE", "2015-13-01, IMPOSSIBLE", "2013.9, MONTH", "201309, MONTH", "2013年9月, MONTH",
			"201399, IMPOSSIBLE", "不详, UNREADABLE", "13-9-1, UNREADABLE", "'', UNREADABLE" })
	void saysWhatIsNoDay(String written, Outcome outcome) {
		assertThat(DateText.of(Cell.text(written)).outcome()).isEqualTo(outcome);
	}

}
