package org.nuanyang.disbursement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.workbook.Cell;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanyang.support.Cast.as;

/**
 * What the bank says, taken once; what failed, paid again; and the strip that compares
 * three sides.
 */
@IntegrationTest
@Import(Payday.class)
class BankReturnTests {

	private static final Charset GBK = Charset.forName("GBK");

	@Autowired
	private Payday payday;

	@Autowired
	private BatchService batches;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	private long batch;

	@BeforeEach
	void aBatchAtTheBank() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.batch = this.payday.issued(this.ready, "GBK_PIPE");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void theSameReturnCountsOnce() {
		var answer = this.payday.answer(this.ready, this.batch, Map.of());
		assertThat(take("a.txt", answer)).isEqualTo(new BankReturnService.Taken(false, 3, 0, 0, 0, 0));
		assertThat(take("b.txt", answer).before()).isTrue();
		// The same lines in another file change nothing either.
		var longer = (new String(answer, GBK) + "\r\n").getBytes(GBK);
		assertThat(take("c.txt", longer)).isEqualTo(new BankReturnService.Taken(false, 0, 0, 0, 0, 3));
		var fourth = new MockMultipartFile("file", "d.txt", null, (new String(answer, GBK) + "\r\n\r\n").getBytes(GBK));
		var finance = this.ready.school().finance();
		var said = this.mvc.post()
			.uri("/batches/{id}/returns", this.batch)
			.multipart()
			.file(fourth)
			.with(as(finance))
			.exchange();
		assertThat(said.getMvcResult().getFlashMap().get("done")).asString().contains("disbursement.flash.known");
		assertThat(this.mvc.get().uri("/batches/{id}", this.batch).with(as(finance))).bodyText().contains("3 行，没有新结果");
		assertThat(view().status()).isEqualTo(BatchStatus.PAID);
		assertThat(view().strip().ledgerPaid()).isEqualTo(Yuan.of("2500"));
		assertThat(view().strip().isEven()).isTrue();
	}

	@Test
	void someSucceedSomeFailSomeWait() {
		var first = take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1002", "冯例三", "0001")));
		assertThat(first).isEqualTo(new BankReturnService.Taken(false, 1, 1, 0, 1, 0));
		assertThat(view().status()).isEqualTo(BatchStatus.PARTLY_PAID);
		assertThat(view().strip().unanswered()).isEqualTo(Yuan.of("750"));
		var page = this.mvc.get().uri("/batches/{id}", this.batch).with(as(this.ready.school().finance())).exchange();
		assertThat(page).hasStatusOk().bodyText().contains("部分成功", "户名不符", "请家长持身份证到开户网点查询", "银行退回", "更正账户");
		var second = take("2.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1002")));
		assertThat(second).isEqualTo(new BankReturnService.Taken(false, 1, 0, 0, 0, 2));
		assertThat(view().strip().ledgerPaid()).isEqualTo(Yuan.of("1750"));
		assertThat(view().strip().isEven()).isTrue();
	}

	@Test
	void whatFailedIsTakenOutForAPurpose() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1002", "冯例三", "1004")));
		var path = "/batches/" + this.batch + "/failed/file";
		var officer = this.ready.school().officer();
		assertThat(this.pages.post(officer, path, Map.of())).hasStatus(422).bodyText().contains("请选择下载用途");
		assertThat(this.pages.post(officer, path, Map.of("purpose", "TO_BANK"))).hasStatus(422);
		var file = this.pages.post(this.ready.school().auditor(), path, Map.of("purpose", "INSPECTION"));
		assertThat(file).hasStatusOk();
		var rows = org.nuanyang.workbook.Workbook.read(file.getResponse().getContentAsByteArray())
			.sheets()
			.getFirst()
			.rows();
		assertThat(rows).hasSize(4);
		assertThat(rows.getLast().cell(0).text()).contains("导出人：" + this.ready.school().auditor().name(), "接受检查");
		assertThat(rows.stream().map((row) -> row.cells().stream().map(Cell::text).collect(Collectors.joining(" "))))
			.anyMatch((row) -> row.contains("吴例二") && row.contains("750") && row.contains("1002 户名不符"))
			.anyMatch((row) -> row.contains("请家长带卡和身份证到任一网点激活") && row.endsWith("待家长办理"))
			.noneMatch((row) -> row.matches(".*\\d{15,}.*"));
		assertThat(this.payday.recorded(this.ready.school(), "disbursement.failed-exported")).isOne();
		assertThat(this.pages.post(this.ready.school().headTeacher(), path, Map.of("purpose", "MEND"))).hasStatus(403);
		assertThat(this.pages.post(this.ready.school().otherOfficer(), path, Map.of("purpose", "MEND"))).hasStatus(404);
	}

	@Test
	void whatDoesNotMatchIsListedAndNotBooked() {
		var lines = String.join("\r\n", "批次号|行号|金额|结果码|说明|日期", "FF-2026-01|000002|1000.00|0000|成功|20261026",
				"FF-2026-01|000001|700.00|0000|成功|20261026", "FF-2026-01|000009|750.00|0000|成功|20261026",
				"FF-2025-07|000003|750.00|0000|成功|20261026", "FF-2026-01|000003|750.00|E77|怪码|20261026", "乱写");
		assertThat(take("r.txt", lines.getBytes(GBK))).isEqualTo(new BankReturnService.Taken(false, 1, 0, 5, 2, 0));
		assertThat(this.payday.problems(this.ready, this.batch)).extracting(ProblemRow::problem)
			.containsExactly(ReturnProblem.AMOUNT, ReturnProblem.UNKNOWN_ROW, ReturnProblem.OTHER_BATCH,
					ReturnProblem.UNKNOWN_CODE, ReturnProblem.UNREADABLE);
		assertThat(this.payday.problems(this.ready, this.batch)).extracting(ProblemRow::lineNo)
			.containsExactly(3, 4, 5, 6, 7);
		// The bank says it paid 700 for row 1 and 750 for a row that is not there: the
		// strip tells.
		assertThat(view().strip().isEven()).isFalse();
		assertThat(view().strip().gaps()).extracting(BatchStrip.Gap::rowKey).containsExactly("000001", "000009");
		var page = this.mvc.get().uri("/batches/{id}", this.batch).with(as(this.ready.school().finance())).exchange();
		assertThat(page).bodyText().contains("未采用 5 行", "金额与名册不一致", "结果码没有登记", "不一致 2 处");
	}

	@Test
	void aReturnInUtf8WithItsMarkIsRead() {
		var text = "\uFEFF" + new String(this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1002")), GBK);
		assertThat(take("utf8.txt", text.getBytes(StandardCharsets.UTF_8)))
			.isEqualTo(new BankReturnService.Taken(false, 2, 1, 0, 0, 0));
		assertThat(view().strip().isEven()).isTrue();
	}

	@Test
	void theReturnOfAnotherSchoolsBatchOfTheSameNumberIsNotTaken() {
		var header = new String(this.payday.sent(this.ready, this.batch), GBK).lines().findFirst().orElseThrow();
		var reference = header.substring(0, header.indexOf('|'));
		assertThat(reference).endsWith("-FF-2026-01");
		assertThatThrownBy(() -> take("r.txt", "OTHER-FF-2026-01|000001|1000.00|0000|成功|20261026".getBytes(GBK)))
			.hasMessage("disbursement.return.nothing");
		assertThat(take("r.txt", (reference + "|000002|1000.00|0000|成功|20261026").getBytes(GBK)).paid()).isOne();
		assertThat(view().strip().bankPaid()).isEqualTo(Yuan.of("1000"));
	}

	@Test
	void aLaterReturnThatContradictsIsListed() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1002", "冯例三", "0001")));
		var taken = take("2.txt", this.payday.answer(this.ready, this.batch, Map.of("林例一", "1001", "冯例三", "1005")));
		assertThat(taken).isEqualTo(new BankReturnService.Taken(false, 0, 1, 2, 0, 0));
		assertThat(this.payday.problems(this.ready, this.batch)).extracting(ProblemRow::problem)
			.containsExactly(ReturnProblem.CONTRADICTS, ReturnProblem.CONTRADICTS);
	}

	@Test
	void aLineFromADayToComeIsNotTaken() {
		var line = "FF-2026-01|000002|1000.00|0000|成功|20261027\r\nFF-2026-01|000001|750.00|0000|成功|20261026";
		assertThat(take("r.txt", line.getBytes(GBK))).isEqualTo(new BankReturnService.Taken(false, 1, 0, 1, 2, 0));
		assertThat(this.payday.problems(this.ready, this.batch)).extracting(ProblemRow::problem)
			.containsExactly(ReturnProblem.UNREADABLE);
	}

	@Test
	void aLineThatSaysPaidAndCannotBeReadKeepsTheBatchOpen() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("冯例三", "1004")));
		take("2.txt",
				"FF-2026-01|000003|柒佰伍拾|0000|成功|20261026\r\nFF-2026-01|000002|1000.00|0000|成功|20261026".getBytes(GBK));
		assertThat(view().strip().isEven()).isFalse();
		assertThat(view().strip().doubts()).extracting(ProblemRow::problem).containsExactly(ReturnProblem.UNREADABLE);
		var line = view().strip().doubts().getFirst();
		assertThat(
				this.pages.page(this.ready.school().finance(), "/batches/" + this.batch + "/return-lines/" + line.id())
					.select("form[method=post] [name=reason]"))
			.isNotEmpty();
	}

	@Test
	void quotedCellsAreReadAsOne() {
		var csv = "批次号,行号,金额,结果码,说明,日期\r\n\"FF-2026-01\",\"000002\",\"1,000.00\",\"0000\",\"成功\",\"2026/10/26\"\r\n";
		assertThat(take("r.csv", csv.getBytes(GBK))).isEqualTo(new BankReturnService.Taken(false, 1, 0, 0, 2, 0));
	}

	@Test
	void whatTheBankLaterCallsPaidIsNotPaidAgain() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "2001", "冯例三", "1004")));
		take("2.txt", this.payday.answer(this.ready, this.batch, Map.of()));
		assertThat(this.payday.problems(this.ready, this.batch)).extracting(ProblemRow::problem)
			.containsExactly(ReturnProblem.CONTRADICTS, ReturnProblem.CONTRADICTS);
		var officer = this.ready.school().officer();
		assertThat(this.pages.get(officer, "/batches/" + this.batch + "/reissues/new")).hasStatusOk()
			.bodyText()
			.contains("前后回复不一", "未列入 2 人");
		assertThatThrownBy(() -> officer.scope()
			.run(() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750"))))
			.hasMessage("disbursement.refused.nobody");
	}

	@Test
	void aReissueIsNotLockedOnceTheBankCallsItsRowPaid() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("冯例三", "1004")));
		var officer = this.ready.school().officer();
		var again = officer.scope()
			.call(() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750")));
		this.payday.approve(this.ready, again);
		take("2.txt", this.payday.answer(this.ready, this.batch, Map.of()));
		assertThat(this.pages.post(this.ready.school().finance(), "/batches/" + again + "/lock", Map.of()))
			.hasStatus(422)
			.bodyText()
			.contains("银行后来又有不同的回复：冯例三");
	}

	@Test
	void whatIsOwedNoLongerIsGivenUpByThePrincipalAndTheBatchCloses() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("冯例三", "1004")));
		var school = this.ready.school();
		var row = this.payday.rows(this.ready, this.batch, RowFilter.FAILED).getFirst();
		var path = "/batches/" + this.batch + "/rows/" + row.id();
		assertThat(this.pages.page(school.principal(), path).select("form[action$=/waiver]")).hasSize(1);
		assertThat(this.pages.page(school.officer(), path).select("form[action$=/waiver]")).isEmpty();
		assertThat(this.pages.post(school.officer(), path + "/waiver", Map.of("reason", "多次联系不上，至今无人领取")))
			.hasStatus(403);
		assertThat(this.pages.post(school.principal(), path + "/waiver", Map.of("reason", "已放弃"))).hasStatus(422)
			.bodyText()
			.contains("原因要写 10 到 200 个字");
		for (var click = 0; click < 2; click++) {
			assertThat(this.pages.post(school.principal(), path + "/waiver", Map.of("reason", "学生已去世，家属书面放弃")))
				.hasStatus3xxRedirection();
		}
		assertThat(view().figures().toReissue()).isZero();
		assertThat(view().fund().balance().promised()).isEqualTo(Yuan.ZERO);
		assertThat(view().strip().isEven()).isTrue();
		assertThat(handling(school.finance())).isEqualTo("不再补发");
		assertThat(this.pages.page(school.finance(), path).text()).contains("不再补发：学生已去世，家属书面放弃");
		assertThatThrownBy(() -> school.officer()
			.scope()
			.run(() -> this.lists.reissue(school.officer(), this.batch, UUID.randomUUID(), Yuan.of("750"))))
			.hasMessage("disbursement.refused.nobody");
		school.finance().scope().run(() -> this.batches.close(school.finance(), this.batch));
		assertThat(view().status()).isEqualTo(BatchStatus.CLOSED);
		assertThat(this.payday.recorded(school, "disbursement.waived")).isOne();
		var file = "/students/" + row.enrolmentId();
		assertThat(this.pages.page(school.officer(), file).text()).contains("发放失败，750.00 元", "750.00 元不再补发", "家属书面放弃")
			.doesNotContain("待补发");
		assertThat(this.pages.page(school.headTeacher(), file).text()).contains("750.00 元不再补发")
			.doesNotContain("家属书面放弃");
		assertThat(this.pages.page(school.finance(), file + "/payments").select("tbody tr").text()).contains("未成功",
				"不再补发 学生已去世，家属书面放弃");
		assertThat(this.pages.get(school.finance(), file + "/payments/export")).hasStatusOk();
	}

	@Test
	void theDatabaseGivesUpOnlyWhatFailedAndPaysItNeverAgain() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("冯例三", "1004")));
		var waive = """
				insert into payment_waiver (id, school_id, batch_id, row_id, reason, decided_by, decided_by_name, decided_at)
				select nextval('id_seq'), r.school_id, r.batch_id, r.id, 'x', b.prepared_by, 'x', now()
				from payment_row r join payment_batch b on b.id = r.batch_id where r.batch_id = %d and r.pupil_name = '%s'""";
		assertThatThrownBy(() -> TestDatabase.asOwner(waive.formatted(this.batch, "林例一")))
			.hasStackTraceContaining("is not owed");
		var officer = this.ready.school().officer();
		officer.scope().call(() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750")));
		assertThatThrownBy(() -> TestDatabase.asOwner(waive.formatted(this.batch, "冯例三")))
			.hasStackTraceContaining("is not owed");
	}

	@Test
	void whatIsSentBackAfterItWasPaidIsTakenFromTheFile() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of()));
		assertThat(view().status()).isEqualTo(BatchStatus.PAID);
		var back = "FF-2026-01|000001|750.00|2001|账户已销户|20261026".getBytes(GBK);
		assertThat(take("2.txt", back)).isEqualTo(new BankReturnService.Taken(false, 0, 1, 0, 0, 0));
		assertThat(view().status()).isEqualTo(BatchStatus.PARTLY_PAID);
		assertThat(view().strip().isEven()).isTrue();
		assertThat(view().fund().balance().toString()).contains("promised=750.00", "paid=1,750.00");
		// Another file with the same line changes nothing, nor do two such lines.
		assertThat(take("3.txt", (new String(back, GBK) + "\r\n" + new String(back, GBK)).getBytes(GBK)))
			.isEqualTo(new BankReturnService.Taken(false, 0, 0, 0, 0, 2));
		var finance = this.ready.school().finance();
		var page = this.mvc.get().uri("/batches/{id}", this.batch).with(as(finance)).exchange();
		assertThat(page).bodyText().contains("退汇", "账户已销户", "款已回到专户", "冲销凭证");
		assertThat(this.mvc.get().uri("/batches/codes").with(as(finance)).exchange()).bodyText()
			.contains("2001", "退汇", "款已回到专户");
	}

	@Test
	void paidAndSentBackInOneFile() {
		var row = this.payday.rows(this.ready, this.batch).getFirst();
		var lines = String
			.join("\r\n", "FF-2026-01|000001|%s|0000|成功|20261026", "FF-2026-01|000001|%s|2001|退汇|20261026")
			.replace("%s", row.amount().amount().toPlainString());
		assertThat(take("1.txt", lines.getBytes(GBK))).isEqualTo(new BankReturnService.Taken(false, 1, 1, 0, 2, 0));
		assertThat(view().strip().isEven()).isTrue();
		assertThat(view().fund().balance().paid()).isEqualTo(Yuan.ZERO);
	}

	@Test
	void filesThatAreNoReturnAreRefused() {
		for (var content : new byte[][] { "另一个文件".getBytes(StandardCharsets.UTF_8), new byte[] { 'a', (byte) 0xff, 1 },
				"FF-2025-07|000003|750.00|0000|成功|20261026".getBytes(GBK), "\r\n\r\n".getBytes(GBK),
				"PK\u0003\u0004 no workbook".getBytes(StandardCharsets.UTF_8) }) {
			assertThatThrownBy(() -> take("x.txt", content)).isInstanceOf(RuleViolation.class);
		}
		assertThat(view().returns()).isEmpty();
	}

	@Test
	void thePageSaysWhatAReturnLooksLike() {
		var finance = this.ready.school().finance();
		assertThat(this.pages.page(finance, "/batches/" + this.batch).text()).contains("批次号、行号、金额、结果码、说明、日期",
				"1002 户名不符", "下载样例");
		var sample = this.pages.get(finance, "/batches/" + this.batch + "/returns/sample");
		assertThat(sample).hasStatusOk();
		var content = sample.getResponse().getContentAsByteArray();
		assertThat(new String(content, GBK)).startsWith("批次号|行号|金额|结果码|说明|日期\r\n样例|000001|750.00|0000|成功|20261026");
		// Nobody is paid by the sample.
		assertThatThrownBy(() -> take("样例.txt", content)).hasMessage("disbursement.return.nothing");
		assertThat(this.pages.get(this.ready.school().officer(), "/batches/" + this.batch + "/returns/sample"))
			.hasStatus(403);
		assertThat(this.pages.page(this.ready.school().county(), "/batches/codes").text()).contains("户名不符");
	}

	@Test
	void aWorkbookIsReadByItsTitles() throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var workbook = new Workbook(bytes, "Bank", "1.0")) {
			var sheet = workbook.newWorksheet("回盘");
			var rows = new String[][] { { "某某银行代发结果" }, {}, { "行号", "结果码", "金额", "批次号", "说明" },
					{ "000002", "0000", "1000.00", "FF-2026-01", "成功" },
					{ "000001", "1006", "750.00", "FF-2026-01", "已销户" } };
			for (var row = 0; row < rows.length; row++) {
				for (var column = 0; column < rows[row].length; column++) {
					sheet.value(row, column, rows[row][column]);
				}
			}
		}
		var taken = take("回盘.xlsx", bytes.toByteArray());
		assertThat(taken.paid()).isOne();
		assertThat(taken.failed()).isOne();
		assertThat(this.payday.rows(this.ready, this.batch, RowFilter.FAILED).getFirst().result())
			.isEqualTo(BankResult.CLOSED_ACCOUNT);
	}

	@Test
	void aReissuePaysTheMendedRowsOnceAndMovesTheirClaims() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1002", "冯例三", "1004")));
		var officer = this.ready.school().officer();
		// 吴例二 needs another account first, 冯例三 only had the card activated.
		var page = this.mvc.get().uri("/batches/{id}/reissues/new", this.batch).with(as(officer)).exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("银行退回的账户还没有更正", "<b class=\"num\">750.00</b>", "1 人", "（冯例三）")
			.doesNotContain("（吴例二");
		assertThat(handling(officer)).contains("更正账户", "待家长办理");
		this.payday.account(this.ready.school(), this.ready.pupils().get(1), "吴例贰");
		assertThat(handling(officer)).contains("账户已更正，可补发").doesNotContain("更正账户");
		var key = UUID.randomUUID();
		var first = officer.scope().call(() -> this.lists.reissue(officer, this.batch, key, Yuan.of("1500")));
		assertThat(officer.scope().call(() -> this.lists.reissue(officer, this.batch, key, Yuan.of("1500"))))
			.isEqualTo(first);
		assertThat(this.payday.view(this.ready, first).number()).isEqualTo("FF-2026-01-B1");
		assertThatThrownBy(() -> officer.scope()
			.run(() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("1500"))))
			.hasMessage("disbursement.refused.reissue-open");
		this.payday.issue(this.ready, this.payday.lock(this.ready, this.payday.approve(this.ready, first)), "GBK_PIPE");
		this.payday.take(this.ready, first, "b1.txt", this.payday.answer(this.ready, first, Map.of()));
		assertThat(this.payday.view(this.ready, first).status()).isEqualTo(BatchStatus.PAID);
		assertThat(this.payday.view(this.ready, first).strip().isEven()).isTrue();
		assertThat(this.payday.view(this.ready, first).fund().balance().promised()).isEqualTo(Yuan.ZERO);
		assertThat(this.payday.view(this.ready, first).fund().balance().paid()).isEqualTo(Yuan.of("2500"));
		assertThat(this.payday.rows(this.ready, this.batch, RowFilter.FAILED)).extracting(PaymentRow::reissuedIn)
			.containsOnly("FF-2026-01-B1");
		var finance = this.ready.school().finance();
		finance.scope().run(() -> this.batches.close(finance, this.batch));
		assertThat(view().status()).isEqualTo(BatchStatus.CLOSED);
	}

	private String handling(Actor actor) {
		var page = this.mvc.get().uri("/batches/{id}", this.batch).with(as(actor)).exchange();
		return org.nuanyang.support.Pages.page(page).select("section[aria-labelledby=failed] td:last-child").text();
	}

	@Test
	void aVoidedReissueGivesTheClaimsAndTheMoneyBack() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("冯例三", "1004")));
		var officer = this.ready.school().officer();
		var first = officer.scope()
			.call(() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750")));
		this.payday.lock(this.ready, this.payday.approve(this.ready, first));
		officer.scope().run(() -> this.batches.makeVoid(officer, first, "家长又来更换了收款账户"));
		assertThat(view().fund().balance().promised()).isEqualTo(Yuan.of("750"));
		assertThat(this.pages.page(officer, "/batches/" + this.batch).text()).contains("转入补发，批次 FF-2026-01",
				"补发批次退回或作废，批次 FF-2026-01 恢复占用");
		var second = officer.scope()
			.call(() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750")));
		this.payday.lock(this.ready, this.payday.approve(this.ready, second));
		assertThat(this.payday.view(this.ready, second).number()).isEqualTo("FF-2026-01-B2");
	}

	@Test
	void aBatchWithFailedRowsLeftOverIsNotClosed() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("冯例三", "1004")));
		var finance = this.ready.school().finance();
		assertThatThrownBy(() -> finance.scope().run(() -> this.batches.close(finance, this.batch)))
			.hasMessage("disbursement.refused.unfinished");
	}

	@Test
	void aLineTheBankCorrectsLaterStandsAgainstNothing() {
		take("1.txt", lines("000001|750.00|0000", "000002|1000.00|0000", "000003|600.00|0000"));
		assertThat(view().strip().bankPaid()).isEqualTo(Yuan.of("1750"));
		assertThat(view().strip().doubtful()).isEqualTo(Yuan.of("600"));
		assertThat(view().strip().unanswered()).isEqualTo(Yuan.of("750"));
		assertThat(view().strip().difference()).isEqualTo(Yuan.of("600"));
		// A spreadsheet has made 3 of 000003.
		assertThat(take("2.txt", lines("3|750.00|0000")).paid()).isOne();
		assertThat(view().strip().isEven()).isTrue();
		assertThat(view().strip().bankPaid()).isEqualTo(view().strip().ledgerPaid()).isEqualTo(Yuan.of("2500"));
		var finance = this.ready.school().finance();
		assertThat(this.pages.page(finance, "/batches/" + this.batch).text()).contains("未采用 1 行", "后一次回盘已更正");
		finance.scope().run(() -> this.batches.close(finance, this.batch));
		assertThat(view().status()).isEqualTo(BatchStatus.CLOSED);
	}

	@Test
	void aWrongLineKeepsTheBatchOpenUntilTwoPeopleVoidIt() {
		take("1.txt", lines("000009|1000.00|0000", "000001|750.00|0000", "000002|1000.00|0000", "000003|750.00|0000"));
		assertThat(view().strip().bankPaid()).isEqualTo(Yuan.of("2500"));
		assertThat(view().strip().unanswered()).isEqualTo(Yuan.ZERO);
		assertThat(view().strip().difference()).isEqualTo(Yuan.of("1000"));
		var school = this.ready.school();
		var line = "/batches/" + this.batch + "/return-lines/" + view().strip().doubts().getFirst().id();
		assertThat(this.pages.post(school.finance(), "/batches/" + this.batch + "/closing", Map.of())).hasStatus(422)
			.bodyText()
			.contains("还有 1 行回盘没有查明，不能完结：1.txt : 1");
		assertThat(this.pages.page(school.finance(), "/batches/" + this.batch)
			.select("button[aria-disabled=true][aria-describedby=close-what]")).hasSize(1);
		assertThat(this.pages.page(school.finance(), "/").select("a[href$=/problems]").parents().text())
			.contains("回盘里待您查明的行：1 行");
		assertThat(this.pages.page(school.principal(), "/").text()).contains("等财务查明回盘行：1 行");
		// Nobody voids what nobody explained; nobody but finance explains.
		assertThat(this.pages.post(school.principal(), line + "/voiding", Map.of())).hasStatus(422);
		assertThat(this.pages.post(school.officer(), line + "/explanation", Map.of("reason", "x"))).hasStatus(403);
		assertThat(this.pages.post(school.finance(), line + "/explanation", Map.of("reason", "好"))).hasStatus(422)
			.bodyText()
			.contains("作废的事实和依据要写 10 到 200 个字");
		assertThat(this.pages.post(school.finance(), line + "/explanation", Map.of("reason", "银行多写一行，已书面确认未付款")))
			.hasStatus3xxRedirection();
		assertThat(view().strip().isEven()).isFalse();
		assertThat(this.pages.page(school.principal(), "/").text()).contains("回盘行待您确认作废：1 行");
		assertThat(this.pages.page(school.finance(), "/").text()).contains("等校长确认作废回盘行：1 行").doesNotContain("待您查明");
		assertThat(this.pages.post(school.finance(), line + "/voiding", Map.of())).hasStatus(403);
		assertThat(this.pages.page(school.principal(), line).text()).contains("银行多写一行", "确认作废");
		assertThat(this.pages.post(school.principal(), line + "/voiding", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.post(school.principal(), line + "/voiding", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.page(school.principal(), "/").text()).doesNotContain("回盘行待您确认作废");
		assertThat(view().strip().difference()).isEqualTo(Yuan.ZERO);
		assertThat(this.payday.recorded(school, "disbursement.line-explained")).isOne();
		assertThat(this.payday.recorded(school, "disbursement.line-voided")).isOne();
		// The line itself is as the bank wrote it.
		assertThat(this.payday.<String>sql(school,
				(db) -> db.sql("select row_key || ' ' || amount || ' ' || problem from bank_return_line where id = ?")
					.param(Long.valueOf(line.substring(line.lastIndexOf('/') + 1)))
					.query(String.class)
					.single()))
			.isEqualTo("000009 1000.00 UNKNOWN_ROW");
		school.finance().scope().run(() -> this.batches.close(school.finance(), this.batch));
		assertThat(view().status()).isEqualTo(BatchStatus.CLOSED);
	}

	@Test
	void theDatabaseRefusesToVoidWhatWasTakenOrWithOnePerson() {
		take("1.txt", lines("000009|1000.00|0000", "000001|750.00|0000"));
		assertThatThrownBy(() -> voiding("000001", "'PROPOSED', 'x'")).hasStackTraceContaining("was taken");
		assertThatThrownBy(() -> voiding("000009", "'CONFIRMED', null")).hasStackTraceContaining("is not explained");
		voiding("000009", "'PROPOSED', 'x'");
		assertThatThrownBy(() -> voiding("000009", "'CONFIRMED', null")).hasStackTraceContaining("by the same person");
	}

	private void voiding(String key, String kindAndReason) {
		this.payday.sql(this.ready.school(), (db) -> db.sql("""
				insert into bank_line_voiding (id, school_id, batch_id, line_id, kind, reason, done_by, done_by_name,
					done_at)
				select nextval('id_seq'), school_id, batch_id, id, %s, ?, 'x', now() from bank_return_line
				where batch_id = ? and row_key = ?""".formatted(kindAndReason))
			.params(this.ready.school().finance().userId(), this.batch, key)
			.update());
	}

	private byte[] lines(String... lines) {
		return Stream.of(lines)
			.map((line) -> "FF-2026-01|" + line + "|银行|20261026")
			.collect(Collectors.joining("\r\n"))
			.getBytes(GBK);
	}

	@Test
	void theLinesOfAnotherListAreExplainedAndVoidedTogether() {
		take("1.txt", lines("000001|750.00|0000", "000002|1000.00|0000", "000003|750.00|0000", "000004|1.00|0000",
				"000005|1.00|0000", "000006|1.00|0000"));
		var school = this.ready.school();
		var problems = "/batches/" + this.batch + "/problems";
		assertThat(view().strip().difference()).isEqualTo(Yuan.of("3"));
		assertThat(this.pages.page(school.officer(), problems).select("form[action$=/explanation]")).isEmpty();
		var explain = this.pages.page(school.finance(), problems).select("form[action$=/explanation]").attr("action");
		var voiding = explain.replace("explanation", "voiding");
		assertThat(this.pages.post(school.principal(), voiding, Map.of())).hasStatus(422).bodyText().contains("没有待办的行");
		assertThat(this.pages.post(school.officer(), explain, Map.of("reason", "x"))).hasStatus(403);
		assertThat(this.pages.post(school.finance(), explain, Map.of("reason", "好"))).hasStatus(422)
			.bodyText()
			.contains("作废的事实和依据要写 10 到 200 个字");
		assertThat(this.pages.post(school.finance(), explain, Map.of("reason", "这是另一学校的名册，银行发错了")))
			.hasRedirectedUrl(problems);
		assertThat(this.pages.post(school.finance(), explain, Map.of("reason", "这是另一学校的名册，银行发错了"))).hasStatus(422);
		assertThat(view().strip().isEven()).isFalse();
		assertThat(this.pages.post(school.finance(), voiding, Map.of())).hasStatus(403);
		assertThat(this.pages.page(school.principal(), problems).text()).contains("3 行不在名册里，财务已写明原因",
				"这是另一学校的名册，银行发错了（" + school.finance().name() + "）", "确认作废这 3 行");
		assertThat(
				this.pages.page(school.principal(), "/batches/" + this.batch).select("a[href=" + problems + "]").text())
			.isEqualTo("查看和处理这 3 行");
		assertThat(this.pages.post(school.principal(), voiding, Map.of())).hasRedirectedUrl(problems);
		assertThat(view().strip().isEven()).isTrue();
		assertThat(view().strip().difference()).isEqualTo(Yuan.ZERO);
		assertThat(this.payday.recorded(school, "disbursement.lines-explained")).isOne();
		assertThat(this.payday.recorded(school, "disbursement.lines-voided")).isOne();
	}

	@Test
	void whatCannotBeAReturnIsCalledWhatItIs() {
		assertThatThrownBy(() -> take("回盘.xlsx", new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10 }))
			.hasMessage("disbursement.return.picture");
		var late = new String(lines("000001|750.00|0000"), GBK).replace("20261026", "20270101").getBytes(GBK);
		assertThatThrownBy(() -> take("1.txt", late)).hasMessage("disbursement.return.future");
	}

	@Test
	void theStripTellsWhenTheListIsTampered() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of()));
		var row = this.payday.rows(this.ready, this.batch).getFirst();
		TestDatabase.asOwner("alter table payment_row disable trigger payment_row_frozen");
		TestDatabase.asOwner("update payment_row set amount = 760 where id = " + row.id());
		TestDatabase.asOwner("alter table payment_row enable trigger payment_row_frozen");
		assertThat(view().strip().difference()).isEqualTo(Yuan.of("20.00"));
		assertThat(view().strip().gaps()).extracting(BatchStrip.Gap::rowKey).containsExactly(null, "000001");
		assertNotClosed();
	}

	@Test
	void theStripTellsWhenTheBankSaysOtherwise() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "0001")));
		this.payday.sql(this.ready.school(),
				(db) -> db
					.sql("""
							insert into bank_return_line (id, school_id, batch_id, return_id, line_no, batch_number, row_key, amount,
								code, result)
							select nextval('id_seq'), school_id, batch_id, id, 99, 'FF-2026-01', '000003', 750, '0000', 'PAID'
							from bank_return where batch_id = ?""")
					.param(this.batch)
					.update());
		assertThat(view().strip().difference()).isEqualTo(Yuan.of("750.00"));
		var gap = view().strip().gaps().getFirst();
		assertThat(gap.rowKey() + gap.name() + gap.list() + gap.bank() + gap.ledger())
			.isEqualTo("000003" + "吴例二" + "0.00" + "750.00" + "0.00");
	}

	@Test
	void theStripTellsWhenTheLedgerHasMore() {
		take("1.txt", this.payday.answer(this.ready, this.batch, Map.of("吴例二", "1004")));
		// A balanced entry that no return backs, booked past the services.
		this.payday.sql(this.ready.school(), (db) -> {
			long entry = db.sql("""
					insert into journal_entry (id, school_id, fund_id, entry_date, kind, programme_id, school_year,
						source_type, source_id, reference, total, event_key, recorded_by, recorded_by_name, recorded_at)
					select nextval('id_seq'), f.school_id, f.id, date '2026-10-27', 'PAYMENT', f.programme_id, 2026,
						'payment_batch', ?, 'x', 750, 'false', ?, 'x', now() from fund f where f.id = ? returning id""")
				.params(this.batch, this.ready.school().finance().userId(), this.ready.fund())
				.query((row, n) -> row.getLong(1))
				.single();
			return db.sql("""
					insert into posting (id, school_id, fund_id, entry_id, account, side, amount, line_id) values
						(nextval('id_seq'), :school, :fund, :entry, 'PAYABLE', 'DEBIT', 750, :row),
						(nextval('id_seq'), :school, :fund, :entry, 'BANK', 'CREDIT', 750, null)""")
				.param("school", this.ready.school().schoolId())
				.param("fund", this.ready.fund())
				.param("entry", entry)
				.param("row", this.payday.rows(this.ready, this.batch).getLast().id())
				.update();
		});
		assertThat(view().strip().difference()).isEqualTo(Yuan.of("750.00"));
		assertThat(view().strip().gaps()).extracting(BatchStrip.Gap::name).containsExactly("吴例二");
		var page = this.mvc.get().uri("/batches/{id}", this.batch).with(as(this.ready.school().finance())).exchange();
		assertThat(page).bodyText().contains("不一致 1 处", "对账不平");
	}

	private void assertNotClosed() {
		var finance = this.ready.school().finance();
		assertThatThrownBy(() -> finance.scope().run(() -> this.batches.close(finance, this.batch)))
			.hasMessage("disbursement.refused.uneven");
	}

	private BankReturnService.Taken take(String name, byte[] content) {
		return this.payday.take(this.ready, this.batch, name, content);
	}

	private BatchView view() {
		return this.payday.view(this.ready, this.batch);
	}

}
