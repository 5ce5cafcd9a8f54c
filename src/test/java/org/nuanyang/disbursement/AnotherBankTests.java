package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A bank that nobody thought of takes its payments after one row is added to a table:
 * fixed widths, fen, a header, a trailer, two rows per file, its own codes.
 */
@IntegrationTest
@Import(Payday.class)
class AnotherBankTests {

	private static final Charset GB18030 = Charset.forName("GB18030");

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	@BeforeEach
	void anotherBank() {
		store();
		this.ready = this.payday.school("10000", "林例一", "阿依·买买提", "冯例三");
	}

	private static void store() {
		TestDatabase.asOwner(
				"""
						insert into bank_format (code, name, name_en, definition) values ('FIXED_FEN', '定长文件', 'Fixed widths', '{
							"kind": "TEXT", "encoding": "GB18030", "separator": "", "unit": "FEN", "rowLimit": 2, "lineEnd": "\\n",
							"fileName": "DF{date:yyyyMMdd}_{batch}_{part}of{parts}_{count}.dat",
							"header": [{"field": "FIXED", "title": "H"}, {"field": "TODAY", "title": "yyyyMMdd"},
								{"field": "BATCH", "title": "", "width": 20}],
							"trailer": [{"field": "FIXED", "title": "T"},
								{"field": "COUNT", "title": "", "width": 6, "pad": "LEFT", "fill": "0"},
								{"field": "TOTAL", "title": "", "width": 12, "pad": "LEFT", "fill": "0"}],
							"columns": [{"field": "FIXED", "title": "D"},
								{"field": "ROW_KEY", "title": "", "width": 6},
								{"field": "HOLDER", "title": "", "width": 12},
								{"field": "ACCOUNT", "title": "", "width": 20, "pad": "LEFT"},
								{"field": "AMOUNT", "title": "", "width": 10, "pad": "LEFT", "fill": "0"}],
							"back": {"skipFirst": 1, "skipLast": 1,
								"columns": [{"field": "BATCH", "title": "", "width": 20}, {"field": "ROW_KEY", "title": "", "width": 6},
									{"field": "AMOUNT", "title": "", "width": 10}, {"field": "CODE", "title": "", "width": 2},
									{"field": "MESSAGE", "title": "", "width": 20}],
								"codes": {"00": "PAID", "17": "NOT_ACTIVE"}}}')
						on conflict (code) do update set definition = excluded.definition""");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
		TestDatabase.asOwner("""
				delete from bank_format where code = 'FIXED_FEN'
					and not exists (select from bank_file where format = 'FIXED_FEN')""");
	}

	@Test
	void itIsOfferedWrittenSplitAndReadBack() {
		var batch = this.payday.locked(this.ready);
		assertThat(this.pages.page(this.ready.school().finance(), "/batches/" + batch + "/files/new").text())
			.contains("定长文件");
		this.payday.issue(this.ready, batch, "FIXED_FEN");
		var view = this.payday.view(this.ready, batch);
		assertThat(view.files()).extracting(FileRow::fileName)
			.satisfiesExactly((name) -> assertThat(name).matches("DF20261026_.+-FF-2026-01_1of2_2\\.dat"),
					(name) -> assertThat(name).matches("DF20261026_.+-FF-2026-01_2of2_1\\.dat"));
		var lines = new String(this.payday.sent(this.ready, batch), GB18030).split("\n", -1);
		assertThat(lines).hasSize(5);
		assertThat(lines[0]).hasSize(29).matches("H20261026(.+-)?FF-2026-01 *");
		assertThat(lines[3]).matches("T000002000000(150000|175000)");
		// Two columns wide for each Chinese character, counted in bytes.
		for (var line : new String[] { lines[1], lines[2] }) {
			assertThat(line.getBytes(GB18030)).hasSize(49);
			assertThat(line).matches("D00000[12].*0000(100000|075000)");
		}
		var answer = this.payday.rows(this.ready, batch)
			.stream()
			.map((row) -> "%-20s%s%10s%s%s".formatted(view.number(), row.rowKey(), row.amount().cents(),
					row.name().equals("冯例三") ? "17" : "00", "说明"))
			.collect(Collectors.joining("\n", "回盘 3\n", "\n合计 3\n"));
		var taken = this.payday.take(this.ready, batch, "r.dat", answer.getBytes(GB18030));
		assertThat(taken).isEqualTo(new BankReturnService.Taken(false, 2, 1, 0, 0, 0));
		var after = this.payday.view(this.ready, batch);
		assertThat(this.payday.rows(this.ready, batch, RowFilter.FAILED).getFirst().result())
			.isEqualTo(BankResult.NOT_ACTIVE);
		assertThat(after.strip().isEven()).isTrue();
		assertThat(after.strip().bankPaid()).isEqualTo(Yuan.of("1750"));
	}

	/** Who does as the sample does loses no row. */
	@Test
	void theSampleHasTheLinesThatAreSkippedAndItsGuideNamesThem() {
		var batch = this.payday.issued(this.ready, "FIXED_FEN");
		assertThat(this.pages.page(this.ready.school().finance(), "/batches/" + batch).select("main").text())
			.contains("批次号（20）、行号（6）、金额（10）、结果码（2）、说明（20）", "最前面 1 行是文件头", "最后 1 行是文件尾", "一个汉字占两个字节");
		var sample = this.pages.get(this.ready.school().finance(), "/batches/" + batch + "/returns/sample")
			.getResponse()
			.getContentAsByteArray();
		assertThat(new String(sample, GB18030).split("\r\n")).hasSize(4).startsWith("首行样例").endsWith("末行样例");
		var written = new String(sample, GB18030);
		var number = this.payday.view(this.ready, batch).number();
		for (var row : this.payday.rows(this.ready, batch).subList(0, 2)) {
			written = written.replaceFirst("样例 {16}%s75000 {5}".formatted(row.rowKey()),
					"%-20s%s%10s".formatted(number, row.rowKey(), row.amount().cents()));
		}
		assertThat(this.payday.take(this.ready, batch, "r.dat", written.getBytes(GB18030)))
			.isEqualTo(new BankReturnService.Taken(false, 1, 1, 0, 1, 0));
	}

	@Test
	void aRowInThePlaceOfALineThatIsSkippedIsListedUntilItComesInItsOwn() {
		var batch = this.payday.issued(this.ready, "FIXED_FEN");
		var number = this.payday.view(this.ready, batch).number();
		var rows = this.payday.rows(this.ready, batch)
			.stream()
			.map((row) -> "%-20s%s%10s00".formatted(number, row.rowKey(), row.amount().cents()))
			.collect(Collectors.joining("\n"));
		assertThat(this.payday.take(this.ready, batch, "r.dat", rows.getBytes(GB18030)))
			.isEqualTo(new BankReturnService.Taken(false, 1, 0, 2, 2, 0));
		assertThat(this.payday.problems(this.ready, batch)).extracting(ProblemRow::problem, ProblemRow::isOpen)
			.containsExactly(tuple(ReturnProblem.SKIPPED, true), tuple(ReturnProblem.SKIPPED, true));
		assertThat(this.pages.page(this.ready.school().finance(), "/batches/" + batch).text()).contains("看起来却是本批次的结果");
		this.payday.take(this.ready, batch, "r2.dat", ("头\n" + rows + "\n尾").getBytes(GB18030));
		assertThat(this.payday.problems(this.ready, batch)).extracting(ProblemRow::isOpen).containsOnly(false);
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.PAID);
		// Once more without them: what was known is not said again.
		assertThat(this.payday.take(this.ready, batch, "r3.dat", (rows + "\n").getBytes(GB18030)).problems()).isZero();
	}

	/** An operator writes it by hand; whoever has nothing to do with it goes on. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '~',
			value = { "jsonb_set(definition, '{encoding}', '\"GBX\"'); encoding 不是认识的编码",
					"jsonb_set(definition, '{columns}', '[]'); columns 至少要有", "definition - 'columns'; 定义读不出来",
					"definition - 'back'; 定义读不出来", "'null'::jsonb; 定义读不出来", "'[]'::jsonb; 定义读不出来",
					"jsonb_set(definition, '{back,codes,00}', '\"PAYED\"'); 定义读不出来",
					"jsonb_set(definition, '{back,codes,00}', '\"FROZEN\"'); back 至少要有",
					"jsonb_set(definition, '{back,columns,1}', '{\"field\": \"ROW_KEY\"}'); 每一列都要有 width",
					"jsonb_set(definition, '{rowLimit}', '0'); rowLimit 要大于 0",
					"jsonb_set(definition, '{header,1,title}', '\"bbbbbbbbbb{\"'); 日期格式" })
	void aFaultyOneIsLeftOutAndSaysWhy(String definition, String why) {
		TestDatabase.asOwner("update bank_format set definition = " + definition + " where code = 'FIXED_FEN'");
		var finance = this.ready.school().finance();
		assertThat(this.pages.page(finance, "/batches/codes").text()).contains("格式“定长文件”（FIXED_FEN）的定义有误", why, "1002");
		var batch = this.payday.locked(this.ready);
		var path = "/batches/" + batch + "/files/new";
		assertThat(this.pages.page(finance, path).select("option").eachText()).hasSize(2).doesNotContain("定长文件");
		assertThat(this.pages.get(finance, path + "?format=FIXED_FEN")).hasStatus(422)
			.bodyText()
			.contains("银行文件格式“定长文件”的定义有误");
	}

	@Test
	void aBatchThatIsOutSaysThatItsFormatWasBroken() {
		var batch = this.payday.issued(this.ready, "FIXED_FEN");
		TestDatabase.asOwner("update bank_format set definition = '{}' where code = 'FIXED_FEN'");
		try {
			assertThat(this.pages.page(this.ready.school().finance(), "/batches/" + batch).text()).contains("导入银行回盘");
			assertThatThrownBy(() -> this.payday.take(this.ready, batch, "r.dat", "x".getBytes(GB18030)))
				.hasMessage("disbursement.format.refused");
		}
		finally {
			store();
		}
	}

	@Test
	void aNameWiderThanItsColumnIsListedAndNotCut() {
		this.payday.account(this.ready.school(), this.ready.pupils().get(1), "阿卜杜热合曼·阿依");
		var batch = this.payday.locked(this.ready);
		assertThatThrownBy(() -> this.payday.issue(this.ready, batch, "FIXED_FEN"))
			.isInstanceOfSatisfying(RuleViolation.class, (refusal) -> {
				assertThat(refusal.key()).isEqualTo("disbursement.refused.too-wide");
				assertThat(refusal.arguments()).containsExactly(1, "阿依·买买提 阿卜杜热合曼·阿依");
			});
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.LOCKED);
	}

}
