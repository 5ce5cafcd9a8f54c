package org.nuanyang.workbook;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.nuanyang.kernel.Yuan;
import org.nuanyang.workbook.Cell.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class TableWriterTests {

	private final List<String> dangerous = List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1",
			"=HYPERLINK(\"http://example.invalid\",\"x\")");

	@Test
	void noFormulaIsAliveInAWorkbook() {
		var table = new Table("名单/1", List.of(new Table.Column("姓名", 12)),
				this.dangerous.stream().map(List::<Object>of).toList());
		for (var row : Workbook.read(TableWriter.xlsx(table)).sheets().getFirst().rows()) {
			assertThat(row.cell(0).kind()).isEqualTo(Kind.TEXT);
			assertThat(row.cell(0).formula()).isFalse();
		}
	}

	@Test
	void noFormulaIsAliveInSeparatedText() {
		var table = new Table("", List.of(new Table.Column("=姓名", 12)),
				this.dangerous.stream().map(List::<Object>of).toList());
		var sheet = Workbook.read(TableWriter.csv(table, StandardCharsets.UTF_8)).sheets().getFirst();
		assertThat(sheet.rows()).hasSize(this.dangerous.size() + 1)
			.allSatisfy((row) -> assertThat(row.cell(0).text()).startsWith("'"));
	}

	@Test
	void idsKeepTheirDigitsAndMoneyItsCents() {
		var values = Arrays.<Object>asList("100000201309010018", Yuan.of("1500"), LocalDate.of(2026, 9, 1), 7L, null,
				"末");
		var table = new Table("x", List.of(), List.of(values));
		var row = Workbook.read(TableWriter.xlsx(table)).sheets().getFirst().rows().getFirst();
		assertThat(row.cells().stream().map(Cell::text)).containsExactly("100000201309010018", "1500", "2026-09-01",
				"7", "", "末");
	}

}
