package org.nuanyang.disbursement;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Workbook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.kernel.Sex;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.payee.PayeeRelation;
import org.nuanyang.programme.Tier;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A bank format is data: what a third one writes and reads needs no code. */
class BankFormatTests {

	private static final String XLSX = """
			{"kind": "XLSX", "encoding": "UTF-8", "separator": "", "unit": "YUAN", "rowLimit": 10,
			"fileName": "x", "header": [], "columns": [{"field": "ROW_KEY", "title": "行号"},
				{"field": "ACCOUNT", "title": "账号"}, {"field": "AMOUNT", "title": "金额"}],
			"back": {"columns": [{"field": "BATCH", "title": "批次号"}, {"field": "ROW_KEY", "title": "行号"},
				{"field": "AMOUNT", "title": "金额"}, {"field": "CODE", "title": "结果码"},
				{"field": "MESSAGE", "title": "说明"}, {"field": "DATE", "title": "日期"}], "codes": {"0000": "PAID", "0001": "PROCESSING"}}}
			""";

	private static final BankFormat COMMA_FEN = JsonMapper.builder()
		.build()
		.readValue(
				"""
						{"kind": "TEXT", "encoding": "GB18030", "separator": ",", "unit": "FEN", "rowLimit": 2,
						"fileName": "DF_{batch}_{part}.dat", "header": [{"field": "COUNT", "title": ""}, {"field": "TOTAL", "title": ""}],
						"columns": [{"field": "ACCOUNT", "title": "a"}, {"field": "AMOUNT", "title": "b"},
							{"field": "ROW_KEY", "title": "c"}, {"field": "HOLDER", "title": "d"}],
						"back": {"columns": [{"field": "ROW_KEY", "title": "c"}, {"field": "CODE", "title": "e"},
							{"field": "AMOUNT", "title": "b"}, {"field": "BATCH", "title": "f"}], "codes": {"S": "PAID", "F1": "FROZEN"}}}
						""",
				BankFormat.class);

	/** Number of the format “@” in every workbook. */
	private static final String TEXT = "49";

	@Test
	void writesInPartsOfTheLimitEachWithItsOwnTotal() {
		var rows = IntStream.rangeClosed(1, 5).mapToObj((n) -> row(n, "312.50", "林例一")).toList();
		var files = new BankFileWriter(COMMA_FEN, "FF-1", "FF-1", "x", Payday.DAY).write(rows, accounts(rows));
		assertThat(files).extracting(BankFile::name).containsExactly("DF_FF-1_1.dat", "DF_FF-1_2.dat", "DF_FF-1_3.dat");
		assertThat(files).extracting(BankFile::total).containsExactly(Yuan.of("625"), Yuan.of("625"), Yuan.of("312.5"));
		assertThat(new String(files.get(2).content(), Charset.forName("GB18030")))
			.isEqualTo("1,31250\r\n6210000000000005,31250,000005,林例一\r\n");
		assertThat(files.getFirst().sha256()).hasSize(64).isNotEqualTo(files.get(1).sha256());
	}

	@Test
	void readsTheReturnInItsOwnOrderAndUnit() {
		var lines = new BankReturnReader(COMMA_FEN).text("000001,S,31250,FF-1\n\n000002,F1,31250,FF-1\n".getBytes());
		assertThat(lines).extracting(ReturnLine::lineNo).containsExactly(1, 3);
		assertThat(lines).extracting(ReturnLine::amount).containsOnly(Yuan.of("312.50"));
		assertThat(lines).extracting(ReturnLine::result).containsExactly(BankResult.PAID, BankResult.FROZEN);
	}

	@Test
	void listsWhatTheEncodingLacksAndWhatWouldBreakTheLine() {
		var writer = new BankFileWriter(gbk(), "FF-1", "FF-1", "x", Payday.DAY);
		assertThat(writer.unwritable(List.of(row(1, "1", "王㵘")))).extracting(BankFileWriter.Unwritable::characters)
			.containsExactly("㵘");
		assertThat(writer.unwritable(List.of(row(1, "1", "𬱖|林")))).extracting(BankFileWriter.Unwritable::characters)
			.containsExactly("𬱖 |");
		assertThat(writer.unwritable(List.of(row(1, "1", "阿依·买买提")))).isEmpty();
	}

	@Test
	void dotsOfNamesAreWrittenAsTheOneThatBanksKnow() {
		var rows = List.of(row(1, "1", "迪丽拜尔•艾力"));
		assertThat(new BankFileWriter(gbk(), "FF-1", "FF-1", "x", Payday.DAY).unwritable(rows)).isEmpty();
		assertThat(new String(new BankFileWriter(COMMA_FEN, "FF-1", "FF-1", "x", Payday.DAY).write(rows, accounts(rows))
			.getFirst()
			.content(), Charset.forName("GB18030"))).contains("迪丽拜尔·艾力");
	}

	@Test
	void aWorkbookKeepsItsDigitsAsText() {
		assertThat(cells(xlsx())).extracting(Cell::kind, Cell::text)
			.containsExactly(tuple(Cell.Kind.TEXT, "000003"), tuple(Cell.Kind.TEXT, "6210000000000003"),
					tuple(Cell.Kind.TEXT, "500.50"));
	}

	/** An account never is one: it would lose its last digits. */
	@Test
	void aWorkbookHoldsAmountsAsNumbersWhereItsFormatSaysSo() {
		var numbers = XLSX.replace("\"title\": \"金额\"", "\"title\": \"金额\", \"number\": true")
			.replace("\"title\": \"账号\"", "\"title\": \"账号\", \"number\": true");
		assertThat(cells(format(numbers))).extracting(Cell::kind, Cell::text)
			.containsExactly(tuple(Cell.Kind.TEXT, "000003"), tuple(Cell.Kind.TEXT, "6210000000000003"),
					tuple(Cell.Kind.NUMBER, "500.5"));
		assertThat(cells(format(numbers.replace("YUAN", "FEN"))).getLast()).extracting(Cell::kind, Cell::text)
			.containsExactly(Cell.Kind.NUMBER, "50050");
	}

	private static List<Cell> cells(BankFormat format) {
		var rows = List.of(row(3, "500.50", "林例一"));
		var content = new BankFileWriter(format, "FF-1", "FF-1", "x", Payday.DAY).write(rows, accounts(rows))
			.getFirst()
			.content();
		return Workbook.read(content).sheets().getFirst().rows().getLast().cells();
	}

	@Test
	void aLongColumnOfAccountsIsInTheTextFormatToItsEnd(@TempDir Path folder) throws IOException {
		var rows = IntStream.rangeClosed(1, 10).mapToObj((n) -> row(n, "500", "林例一")).toList();
		var content = new BankFileWriter(xlsx(), "FF-1", "FF-1", "x", Payday.DAY).write(rows, accounts(rows))
			.getFirst()
			.content();
		var parts = parts(Files.write(folder.resolve("file.xlsx"), content));
		var formats = Pattern.compile("<xf numFmtId=\"(\\d+)\"")
			.matcher(Objects.requireNonNull(parts.get("xl/styles.xml")).replaceFirst("(?s).*<cellXfs", ""))
			.results()
			.map((format) -> format.group(1))
			.toList();
		var cells = Pattern.compile("<c r=\"B(\\d+)\" s=\"(\\d+)\" t=\"(s|inlineStr)\"")
			.matcher(Objects.requireNonNull(parts.get("xl/worksheets/sheet1.xml")))
			.results()
			.filter((cell) -> !cell.group(1).equals("1"))
			.toList();
		assertThat(cells).hasSize(10).allMatch((cell) -> formats.get(Integer.parseInt(cell.group(2))).equals(TEXT));
	}

	private static Map<String, String> parts(Path file) throws IOException {
		var parts = new HashMap<String, String>();
		try (var zip = new ZipFile(file.toFile())) {
			for (var entry : zip.stream().toList()) {
				parts.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return parts;
	}

	@Test
	void aNarrowColumnGetsTheNumberWithoutTheSchool() {
		var wide = new BankFormat.Column(BankFormat.Field.BATCH, "", 20, null, null, null);
		var narrow = new BankFormat.Column(BankFormat.Field.BATCH, "", 12, null, null, null);
		assertThat(named(wide)).isEqualTo("S17-FF-2026-01      \r\n");
		assertThat(named(narrow)).isEqualTo("FF-2026-01  \r\n");
	}

	private static String named(BankFormat.Column column) {
		var format = new BankFormat(BankFormat.Kind.TEXT, "GBK", "", BankFormat.Unit.YUAN, 10, "{batch}", List.of(),
				null, null, null, List.of(column), new BankFormat.Back(List.of(), Map.of(), null, null, null));
		var rows = List.of(row(1, "500", "林例一"));
		return new String(
				new BankFileWriter(format, "FF-2026-01", "S17-FF-2026-01", "x", Payday.DAY).write(rows, accounts(rows))
					.getFirst()
					.content(),
				Charset.forName("GBK"));
	}

	@Test
	void banksWordsForColumnsAndResultsAreUnderstood() {
		for (var separator : new String[] { "|", ",", "\t" }) {
			var text = "序号|批次号|交易金额（元）|交易结果|备注\n3|FF-1|500|成功|\n4|FF-1|500|失败|户名不符\n5|FF-1|500|0|\n".replace("|",
					separator);
			var lines = new BankReturnReader(xlsx()).text(text.getBytes(Charset.forName("GBK")));
			assertThat(lines).extracting(ReturnLine::rowKey, ReturnLine::result, ReturnLine::problem)
				.containsExactly(tuple("3", BankResult.PAID, null), tuple("4", BankResult.OTHER, null),
						tuple("5", BankResult.PAID, null));
			assertThat(lines).extracting(ReturnLine::amount).containsOnly(Yuan.of("500"));
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "2026-10-26", "20261026", "2026/10/26", "2026年10月26日", "2026.10.26 09:30", "20261026093015" })
	void daysAreReadAsBanksWriteThem(String day) {
		assertThat(read("批次号|行号|金额|结果码|日期\nFF-1|1|5|0000|" + day)).singleElement().satisfies((line) -> {
			assertThat(line.on()).isEqualTo(Payday.DAY);
			assertThat(line.problem()).isNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "昨天", "2026-13-01", "26/10/2026", "2026-10/26" })
	void aDayThatCannotBeReadIsNotTakenForToday(String day) {
		assertThat(read("批次号|行号|金额|结果码|日期\nFF-1|1|5|0000|" + day)).extracting(ReturnLine::problem)
			.containsExactly(ReturnProblem.UNREADABLE);
	}

	@Test
	void theSampleIsReadBackWholeWhateverItsFormatSkips() {
		var skipping = "\"back\": {\"skipFirst\": 2, \"skipLast\": 1,";
		for (var json : new String[] { XLSX.replace("\"back\": {", skipping), XLSX,
				XLSX.replace("\"back\": {", skipping).replace("\"XLSX\"", "\"TEXT\"") }) {
			var sample = ReturnGuide.sample(format(json), Payday.DAY).content();
			assertThat(ReturnTable.read(format(json), sample)).extracting(ReturnLine::result, ReturnLine::problem)
				.containsExactly(tuple(BankResult.PAID, null), tuple(BankResult.PROCESSING, null));
		}
	}

	@Test
	void whatIsNotUnderstoodIsSaid() {
		assertThatThrownBy(() -> read("行号|结果\n1|成功")).hasMessage("disbursement.return.columns");
		assertThatThrownBy(() -> read("批次号|行号|金额(分)|结果\nFF-1|1|5000|成功")).hasMessage("disbursement.return.columns");
		assertThatThrownBy(() -> read("甲 乙 丙")).hasMessage("disbursement.return.untitled");
		assertThatThrownBy(() -> read("a|b|c|d\n1|2|3|4")).hasMessage("disbursement.return.untitled");
		assertThatThrownBy(() -> new BankReturnReader(COMMA_FEN).text("x,y,z\n1,2,3".getBytes()))
			.hasMessage("disbursement.return.header");
	}

	private static List<ReturnLine> read(String text) {
		return new BankReturnReader(xlsx()).text(text.getBytes(StandardCharsets.UTF_8));
	}

	private static BankFormat xlsx() {
		return format(XLSX);
	}

	private static BankFormat format(String json) {
		return JsonMapper.builder().build().readValue(json, BankFormat.class);
	}

	private static BankFormat gbk() {
		return new BankFormat(BankFormat.Kind.TEXT, "GBK", "|", BankFormat.Unit.YUAN, 10, "x", List.of(), null, null,
				null, List.of(), new BankFormat.Back(List.of(), Map.of(), null, null, null));
	}

	private static Map<Long, String> accounts(List<PaymentRow> rows) {
		return rows.stream()
			.collect(java.util.stream.Collectors.toMap(PaymentRow::id, (row) -> "621000000000000" + row.id()));
	}

	private static PaymentRow row(int number, String amount, String holder) {
		return new PaymentRow(number, number, "%06d".formatted(number), number, number, "林例一", Sex.MALE, "1000****", 1,
				"五年级(2)班", Tier.ONE, Yuan.of(amount), holder, PayeeRelation.SELF, "测试银行", "6210****", null, null, null,
				null, false, null, null);
	}

}
