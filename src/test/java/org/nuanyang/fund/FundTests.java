package org.nuanyang.fund;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

/**
 * Opening a fund and registering what comes in: it works, it refuses, it is forbidden, it
 * is recorded.
 */
@IntegrationTest
class FundTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private FundService funds;

	@Autowired
	private ProgrammeService programmes;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Test
	void financeOpensAFundAndRegistersAReceipt() {
		var school = this.cast.school();
		assertThat(open(school.finance(), "县级财政专项")).hasStatus3xxRedirection();
		var fund = only(school);
		assertThat(receive(school.finance(), fund.id(), "县财教〔2026〕12号", "136,500.00")).hasStatus3xxRedirection();
		var page = this.mvc.get().uri("/funds/{id}", fund.id()).with(as(school.principal())).exchange();
		assertThat(page).hasStatusOk();
		assertThat(page).bodyText()
			.contains("县级财政专项", "县财教〔2026〕12号", "136,500.00", "收到款项，文号 县财教〔2026〕12号，136,500.00 元");
		assertThat(only(school).balance())
			.isEqualTo(new FundBalance(Yuan.of("136500"), Yuan.ZERO, Yuan.of("136500"), Yuan.ZERO));
		assertThat(recorded(school, "fund.received")).isOne();
	}

	@Test
	void aDocumentIsRegisteredOnce() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		var fund = only(school);
		receive(school.finance(), fund.id(), "12号", "1000");
		var again = receive(school.finance(), fund.id(), " 12号 ", "1000");
		assertThat(again).hasStatus(422);
		assertThat(again).bodyText().contains("文号 12号 已在“县级财政专项”登记过", "value=\"1000\"");
		assertThat(only(school).balance().holds()).isEqualTo(Yuan.of("1000"));
	}

	@Test
	void whatIsNoReceiptIsRefusedAtItsField() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		var fund = only(school).id();
		assertThat(receive(school.finance(), fund, "1", "0")).hasStatus(422).bodyText().contains("金额应大于 0");
		assertThat(receive(school.finance(), fund, "1", "-5")).hasStatus(422);
		assertThat(receive(school.finance(), fund, "1", "很多")).hasStatus(422)
			.bodyText()
			.contains("id=\"amount-error\"");
		assertThat(receive(school.finance(), fund, "", "5")).hasStatus(422);
		assertThat(this.mvc.post()
			.uri("/funds/{id}/receipts", fund)
			.with(as(school.finance()))
			.param("documentNo", "1")
			.param("receivedOn", "2026-10-15")
			.param("amount", "5")
			.exchange()).hasStatus(422).bodyText().contains("到账日期不能晚于今天");
		assertThat(only(school).balance().holds()).isEqualTo(Yuan.ZERO);
	}

	@Test
	void twoFundsOfASchoolDoNotShareAName() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		assertThat(open(school.finance(), "县级财政专项")).hasStatus(422).bodyText().contains("本校已有名为“县级财政专项”的专账");
	}

	@Test
	void onlyFinanceOpensAndReceives() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		var fund = only(school).id();
		for (var actor : new Actor[] { school.officer(), school.principal(), school.headTeacher(), school.auditor() }) {
			assertThat(open(actor, "另一个")).hasStatus(403);
			assertThat(receive(actor, fund, "2号", "5")).hasStatus(403);
		}
		assertThat(this.mvc.get().uri("/funds").with(as(school.headTeacher())).exchange()).hasStatus(403);
	}

	@Test
	void anotherSchoolDoesNotSeeTheFund() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		var stranger = this.cast.school();
		assertThat(this.mvc.get().uri("/funds/{id}", only(school).id()).with(as(stranger.finance())).exchange())
			.hasStatus(404);
		assertThat(receive(stranger.finance(), only(school).id(), "3号", "5")).hasStatus(404);
		assertThat(this.mvc.get().uri("/funds").with(as(stranger.finance())).exchange()).hasStatusOk()
			.bodyText()
			.doesNotContain("县级财政专项");
	}

	@Test
	void aReceiptRegisteredWronglyIsTakenBackByARedEntry() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		var fund = only(school);
		receive(school.finance(), fund.id(), "12号", "1000");
		var receipt = school.finance().scope().call(() -> this.funds.receipts(school.finance(), fund.id())).getFirst();
		var path = "/funds/%d/receipts/%d/reversal".formatted(fund.id(), receipt.id());
		assertThat(this.mvc.post().uri(path).with(as(school.principal())).param("reason", "到账金额与拨款单不符，写错了"))
			.hasStatus3xxRedirection();
		// The same click twice does one thing.
		assertThat(this.mvc.post().uri(path).with(as(school.principal())).param("reason", "到账金额与拨款单不符，写错了"))
			.hasStatus3xxRedirection();
		assertThat(only(school).balance()).isEqualTo(new FundBalance(Yuan.ZERO, Yuan.ZERO, Yuan.ZERO, Yuan.ZERO));
		assertThat(this.mvc.get().uri("/funds/{id}", fund.id()).with(as(school.principal()))).bodyText()
			.contains("到账登记有误，红字冲销凭证 1：文号 12号", "已冲销")
			.contains("href=\"/funds/%d/receipts/%d\"".formatted(fund.id(), receipt.id()), "class=\"num red\"");
		assertThat(recorded(school, "fund.receipt-reversed")).isOne();
		assertThat(this.mvc.post()
			.uri("/funds/{id}/receipts", fund.id())
			.with(as(school.finance()))
			.param("documentNo", "13号")
			.param("receivedOn", "1990-01-01")
			.param("amount", "1")).hasStatus(422).bodyText().contains("早于 2025-09-01");
		// The document comes in as it should have been, once.
		receive(school.finance(), fund.id(), "12号", "10000");
		assertThat(receive(school.finance(), fund.id(), "12号", "10000")).hasStatus(422);
		assertThat(only(school).balance().holds()).isEqualTo(Yuan.of("10000"));
	}

	@Test
	void aFundPaysItsOwnPurposeOnly() {
		var school = this.cast.school();
		open(school.finance(), "县级财政专项");
		var fund = only(school);
		receive(school.finance(), fund.id(), "1号", "1000");
		var lastYear = new Spending(fund.id(), fund.programmeId(), new SchoolYear(2025), "test", 1, "FF", 1,
				LocalDate.of(2026, 10, 14), "promise:1");
		assertThat(school.finance()
			.scope()
			.call(() -> org.assertj.core.api.Assertions.catchThrowable(() -> this.transactions
				.executeWithoutResult((tx) -> this.funds.promise(school.finance(), lastYear, Yuan.of("1"))))))
			.hasMessage("fund.purpose");
	}

	private MvcTestResult open(Actor actor, String name) {
		return this.mvc.post()
			.uri("/funds")
			.with(as(actor))
			.param("name", name)
			.param("source", "COUNTY")
			.param("programmeId", String.valueOf(this.programmes.programme(ProgrammeService.TIERED_GRANT).id()))
			.param("year", "2026")
			.exchange();
	}

	private MvcTestResult receive(Actor actor, long fund, String document, String amount) {
		return this.mvc.post()
			.uri("/funds/{id}/receipts", fund)
			.with(as(actor))
			.param("documentNo", document)
			.param("receivedOn", "2026-10-14")
			.param("amount", amount)
			.exchange();
	}

	private FundView only(TestSchool school) {
		var all = school.finance().scope().call(() -> this.funds.funds(school.finance()));
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

	private long recorded(TestSchool school, String action) {
		return school.finance()
			.scope()
			.call(() -> this.transactions
				.execute((tx) -> this.jdbc.sql("select count(*) from audit_entry where school_id = ? and action = ?")
					.params(school.schoolId(), action)
					.query(Long.class)
					.single()));
	}

}
