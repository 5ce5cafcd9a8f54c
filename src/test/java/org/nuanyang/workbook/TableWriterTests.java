package org.nuanyang.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.workbook.Cell.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

	@Test
	void strictProgramsHaveNothingToRepair() throws Exception {
		var table = new Table("名单", List.of(new Table.Column("姓名", 12), new Table.Column("金额", 14)),
				List.of(List.of("林例一", Yuan.of("1500"))));
		var parts = new HashMap<String, Document>();
		// Read as it comes, without the directory at the end, as a mail gateway does.
		try (var zip = new ZipInputStream(new ByteArrayInputStream(TableWriter.xlsx(table)))) {
			for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
				parts.put(part.getName(),
						Jsoup.parse(new String(zip.readAllBytes(), StandardCharsets.UTF_8), Parser.xmlParser()));
			}
		}
		var styles = Objects.requireNonNull(parts.get("xl/styles.xml"));
		var normal = Objects.requireNonNull(styles.selectFirst("cellStyles > cellStyle[name=Normal][builtinId=0]"));
		assertThat(styles.select("cellStyleXfs > xf")).hasSize(1 + Integer.parseInt(normal.attr("xfId")));
		assertThat(styles.select("numFmts > numFmt").eachAttr("formatCode")).containsExactly("yyyy-mm-dd");
		assertThat(styles.select("numFmts").attr("count")).isEqualTo("1");
		assertThat(styles.select("fgColor").eachAttr("rgb")).isNotEmpty().allMatch((colour) -> colour.length() == 8);
		assertThat(Objects.requireNonNull(parts.get("xl/workbook.xml")).select("definedNames")).isEmpty();
		var sheet = Objects.requireNonNull(parts.get("xl/worksheets/sheet1.xml"));
		assertThat(sheet.select("cols > col").eachAttr("width")).containsExactly("12", "14");
		assertThat(bold(styles, sheet, "A1")).isTrue();
		assertThat(bold(styles, sheet, "A2")).isFalse();
		assertThat(format(styles, sheet, "A2")).isEqualTo("49");
		// Known to every program by its number: #,##0.00
		assertThat(format(styles, sheet, "B2")).isEqualTo("4");
	}

	private static boolean bold(Document styles, Document sheet, String cell) {
		var font = Integer.parseInt(style(styles, sheet, cell).attr("fontId"));
		return !styles.select("fonts > font").get(font).select("b").isEmpty();
	}

	private static String format(Document styles, Document sheet, String cell) {
		return style(styles, sheet, cell).attr("numFmtId");
	}

	private static Element style(Document styles, Document sheet, String cell) {
		return styles.select("cellXfs > xf").get(Integer.parseInt(sheet.select("c[r=" + cell + "]").attr("s")));
	}

	@Test
	void whatBreaksOffIsNoFile() {
		var out = new ByteArrayOutputStream();
		assertThatIllegalStateException()
			.isThrownBy(() -> TableWriter.xlsx(out, "学生", List.of(new Table.Column("姓名", 12)), (sheet) -> {
				IntStream.range(0, 5000).forEach((row) -> sheet.accept(List.of("林例一", row)));
				throw new IllegalStateException("the database has gone");
			}));
		assertThat(out.size()).as("bytes on their way before the end").isPositive();
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> Workbook.read(out.toByteArray()));
	}

}
