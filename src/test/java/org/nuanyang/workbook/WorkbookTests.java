package org.nuanyang.workbook;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.nuanyang.workbook.Cell.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** The roster of one school in every format a school hands in. */
class WorkbookTests {

	static byte[] roster(String name) throws IOException {
		try (var in = WorkbookTests.class.getResourceAsStream("/roster/" + name)) {
			assertThat(in).as(name).isNotNull();
			return in.readAllBytes();
		}
	}

	@ParameterizedTest
	@CsvSource({ "clean.xlsx, XLSX", "legacy.xls, XLS", "gb18030.csv, CSV", "utf8bom.csv, CSV" })
	void theSamePupilsComeOutOfEveryFormat(String name, Workbook.Format format) throws IOException {
		var workbook = Workbook.read(roster(name));
		assertThat(workbook.format()).isEqualTo(format);
		assertThat(texts(workbook)).hasSize(641).isEqualTo(texts(Workbook.read(roster("utf8bom.csv"))));
	}

	private static List<List<String>> texts(Workbook workbook) {
		return workbook.sheets()
			.getFirst()
			.rows()
			.stream()
			.map((row) -> row.cells().stream().map(Cell::text).toList())
			.toList();
	}

	@Test
	void rowsKeepTheNumbersOfTheSheet() throws IOException {
		var sheet = Workbook.read(roster("dirty.xlsx")).sheets().getFirst();
		assertThat(sheet.rows().get(3).number()).isEqualTo(4);
		assertThat(sheet.rows().getLast().cell(0).text()).startsWith("备注");
		assertThat(sheet.rows().getLast().number()).isEqualTo(647);
	}

	@Test
	void tellsDatesNumbersAndFormulas() throws IOException {
		var rows = Workbook.read(roster("dirty.xlsx")).sheets().getFirst().rows();
		assertThat(rows.get(30).cell(3)).isEqualTo(new Cell(Kind.DATE, "2019-11-13", false));
		assertThat(rows.get(24).cell(6).kind()).isEqualTo(Kind.NUMBER);
		assertThat(rows.get(24).cell(6).lostDigits()).isTrue();
		assertThat(rows.get(36).cell(11).formula()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "yyyy\\-mm\\-dd", "yyyy\"年\"m\"月\"d\"日\";@", "[$-804]m/d/yyyy", "yyyy/m" })
	void knowsDateFormats(String code) {
		assertThat(new DateStyles(List.of(164), java.util.Map.of(164, code)).isDate(0)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "General", "0.00", "#,##0\"日\"", "@", "[Red]0", "0.00E+00", "h:mm" })
	void doesNotTakeNumbersForDates(String code) {
		assertThat(new DateStyles(List.of(164), java.util.Map.of(164, code)).isDate(0)).isFalse();
	}

	@Test
	void namesColumnsAsSpreadsheetsDo() {
		assertThat(List.of(0, 25, 26, 701, 702).stream().map(Sheet::columnName)).containsExactly("A", "Z", "AA", "ZZ",
				"AAA");
	}

}
