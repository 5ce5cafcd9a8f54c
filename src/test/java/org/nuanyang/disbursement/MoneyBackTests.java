package org.nuanyang.disbursement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Refusal;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.web.WorkItem;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Paid money that comes back: by the bank, from a false claim, or never received at all.
 */
@IntegrationTest
@Import(Payday.class)
class MoneyBackTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	private TestSchool school;

	@Autowired
	private BatchWork work;

	private long batch;

	private long row;

	@BeforeEach
	void everybodyIsPaid() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.school = this.ready.school();
		this.batch = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, this.batch, "1.txt", this.payday.answer(this.ready, this.batch, Map.of()));
		this.clock.set(Payday.DAY.plusDays(7));
		this.row = this.payday.rows(this.ready, this.batch)
			.stream()
			.filter((one) -> one.name().equals("吴例二"))
			.findFirst()
			.orElseThrow()
			.id();
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void aReturnedPaymentIsARedEntryAndCanBeReissued() {
		this.payday.as(this.school.finance(), () -> this.payday.batches().close(this.school.finance(), this.batch));
		assertThat(post(this.school.finance(), "/return", "退汇3号", "2026-10-30")).hasStatus3xxRedirection();
		var view = view();
		assertThat(view.status()).isEqualTo(BatchStatus.PARTLY_PAID);
		assertThat(view.strip().isEven()).isTrue();
		assertThat(view.strip().ledgerPaid()).isEqualTo(Yuan.of("1750"));
		assertThat(view.strip().bankFailed()).isEqualTo(Yuan.of("750"));
		assertThat(view.fund().balance().toString()).contains("promised=750.00");
		// Also where the batch was closed before, its timeline says why it is open again.
		var timeline = this.pages.page(this.school.officer(), "/batches/" + this.batch).select("#steps").parents();
		assertThat(timeline.select(".tline li.now").text()).contains("登记银行退汇 " + this.school.finance().name(),
				"吴例二 750.00 元，凭证 退汇3号", "账户已销户，银行退回");
		assertThat(timeline.select(".tline li.now a").attr("href")).isEqualTo(path());
		assertThat(timeline.select(".tline li").eachText()).hasSize(8).anyMatch((line) -> line.contains("对账完结"));
		assertThat(this.payday.rows(this.ready, this.batch)).filteredOn((one) -> one.id() == this.row)
			.extracting(PaymentRow::result, PaymentRow::amount)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(BankResult.RETURNED, Yuan.of("750")));
		var ledger = this.pages.page(this.school.finance(), "/funds/" + this.ready.fund());
		assertThat(ledger.text()).contains("银行退汇，红字冲销凭证 3：批次 FF-2026-01，1 人，-750.00 元");
		assertThat(ledger.select("tr:has(td.red) a").eachAttr("href")).containsExactly(path());
		assertThat(this.pages.page(this.school.officer(), "/batches/" + this.batch)
			.select("section[aria-labelledby=failed] td a")
			.attr("href")).isEqualTo("/students/" + this.ready.pupils().get(1) + "/payee");
		assertThat(this.pages.page(this.school.officer(), "/students/" + this.ready.pupils().get(1)).text())
			.contains("到账 750.00 元", "银行退汇 750.00 元，待补发");
		assertThat(award().select("tbody tr:first-child").text()).contains("未到账，待补发");
		assertThat(certificate()).contains("未到账，待补发", "0.00").doesNotContain("已到账 ");
		var officer = this.school.officer();
		var again = this.payday.as(officer,
				() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750")));
		this.payday.issue(this.ready, this.payday.lock(this.ready, this.payday.approve(this.ready, again)), "GBK_PIPE");
		this.payday.take(this.ready, again, "b.txt", this.payday.answer(this.ready, again, Map.of()));
		assertThat(this.payday.view(this.ready, again).strip().isEven()).isTrue();
		assertThat(award().select("tbody tr:first-child").text()).contains("已到账");
		assertThat(this.pages.page(this.school.officer(), "/students/" + this.ready.pupils().get(1)).text())
			.contains("银行退汇 750.00 元")
			.doesNotContain("待补发");
		assertThat(view().fund().balance().promised()).isEqualTo(Yuan.ZERO);
		assertThat(view().fund().balance().paid()).isEqualTo(Yuan.of("2500"));
		this.payday.as(this.school.finance(), () -> this.payday.batches().close(this.school.finance(), this.batch));
		assertThat(this.payday.recorded(this.school, "disbursement.money-returned")).isOne();
	}

	@Test
	void theSameNoticeTwiceBooksOnce() {
		post(this.school.finance(), "/return", "退汇3号", "2026-10-30");
		assertThat(post(this.school.finance(), "/return", "退汇3号", "2026-10-30")).hasStatus3xxRedirection();
		assertThat(post(this.school.finance(), "/return", "退汇4号", "2026-10-30")).hasStatus(422)
			.bodyText()
			.contains("没有付出，或已经退回");
		assertThat(view().fund().balance().holds()).isEqualTo(Yuan.of("8250"));
	}

	@Test
	void aFalseClaimIsRecoveredByThreePeopleAndNotPaidAgain() {
		assertThat(post(this.school.finance(), "/recovery/receipt", "收款9号", "2026-11-01")).hasStatus(422)
			.bodyText()
			.contains("还没有批准");
		assertThat(this.pages.post(this.school.officer(), path() + "/recovery", Map.of("reason", " "))).hasStatus(422);
		assertThat(this.pages.post(this.school.officer(), path() + "/recovery", Map.of("reason", "假"))).hasStatus(422)
			.bodyText()
			.contains("要写 10 到 200 个字");
		assertThat(this.pages.post(this.school.officer(), path() + "/recovery", Map.of("reason", "虚报家庭情况，已核实")))
			.hasStatus3xxRedirection();
		assertThat(post(this.school.finance(), "/recovery/receipt", "收款9号", "2026-11-01")).hasStatus(422);
		assertThat(work(this.school.principal())).containsEntry("disbursement.work.RECOVER", path());
		assertThat(work(this.school.officer())).containsEntry("disbursement.work.RECOVER.others", path());
		assertThat(this.pages.post(this.school.principal(), path() + "/recovery/approval", Map.of()))
			.hasStatus3xxRedirection();
		assertThat(work(this.school.finance())).containsEntry("disbursement.work.RECEIVE", path());
		assertThat(post(this.school.finance(), "/recovery/receipt", "收款9号", "2026-11-01")).hasStatus3xxRedirection();
		assertThat(work(this.school.finance())).doesNotContainValue(path());
		assertThat(this.pages.page(this.school.finance(), "/batches/" + this.batch).select(".strip").text())
			.contains("已追回750.00");
		assertThat(this.pages.page(this.school.finance(), "/batches/" + this.batch)
			.select("section[aria-labelledby=tiers] tfoot")
			.text()).contains("2,500.00 1,750.00 0.00 750.00");
		assertThat(this.pages.page(this.school.finance(), "/batches/" + this.batch + "/sheet").text())
			.contains("小计 3 人 2,500.00 1,750.00", "合计 3 人 2,500.00 1,750.00", "应发大写", "已追回");
		assertThat(this.pages.page(this.school.finance(), "/students/" + this.ready.pupils().get(1) + "/payments")
			.select("td.red")
			.text()).isEqualTo("-750.00");
		assertThat(this.pages.page(this.school.officer(), "/students/" + this.ready.pupils().get(1)).text())
			.contains("到账 750.00 元", "追回 750.00 元");
		assertThat(this.pages.page(this.school.finance(), "/funds/" + this.ready.fund()).text())
			.contains("追回款项，红字冲销凭证 3：批次 FF-2026-01，1 人，-750.00 元");
		var view = view();
		assertThat(view.strip().isEven()).isTrue();
		assertThat(view.strip().unanswered()).isEqualTo(Yuan.ZERO);
		assertThat(view.fund().balance().holds()).isEqualTo(Yuan.of("8250"));
		assertThat(view.fund().balance().free()).isEqualTo(Yuan.of("8250"));
		assertThat(view.figures().toReissue()).isZero();
		assertThat(this.pages.page(this.school.finance(), path()).text()).contains("已追回", "追回 750.00 元，凭证 收款9号", "批准追回",
				"虚报家庭情况，已核实");
		assertThat(award().select("tbody tr:first-child").text()).contains("已追回");
		assertThat(award().select(".note-warn a").attr("href")).as("the later terms are still due")
			.contains("/rechecks/new", "cause=FALSE_STATEMENT");
		assertThat(certificate()).contains("已追回", "0.00").doesNotContain("已到账 ");
		this.clock.set(Payday.DAY.plusMonths(2));
		assertThat(this.pages.page(this.school.officer(), "/flags/R13").text()).doesNotContain("吴例二");
		this.clock.set(Payday.DAY.plusDays(7));
		// The claim stays spent: the term is not paid a second time.
		var officer = this.school.officer();
		assertThatThrownBy(() -> this.payday.as(officer,
				() -> this.lists.prepare(officer, this.ready.fund(), Term.AUTUMN, UUID.randomUUID())))
			.hasMessage("disbursement.refused.nobody");
		for (var action : new String[] { "recovery-proposed", "recovery-decided", "money-recovered" }) {
			assertThat(this.payday.recorded(this.school, "disbursement." + action)).as(action).isOne();
		}
	}

	private Document award() {
		var id = this.payday.sql(this.school,
				(db) -> db.sql("select id from award where enrolment_id = ?")
					.param(this.ready.pupils().get(1))
					.query(Long.class)
					.single());
		return this.pages.page(this.school.officer(), "/awards/" + id);
	}

	private String certificate() {
		return this.pages.page(this.school.officer(), "/students/" + this.ready.pupils().get(1) + "/aid-certificate")
			.select("main")
			.text();
	}

	@Test
	void badDatesAreRefusedAtTheirFieldAndNothingTypedIsLost() {
		assertThat(post(this.school.finance(), "/return", "退汇3号", "2026-12-30")).hasStatus(422)
			.bodyText()
			.contains("日期不能晚于今天", "value=\"退汇3号\"");
		assertThat(post(this.school.finance(), "/return", "退汇3号", "2026-10-20")).hasStatus(422)
			.bodyText()
			.contains("日期不能早于到账日期 2026-10-26");
		assertThat(post(this.school.finance(), "/return", "", "昨天")).hasStatus(422);
		assertThat(view().fund().balance().holds()).isEqualTo(Yuan.of("7500"));
	}

	@Test
	void eachPartIsForItsRoleAndItsSchool() {
		for (var actor : new Actor[] { this.school.officer(), this.school.principal(), this.school.headTeacher() }) {
			assertThat(post(actor, "/return", "1", "2026-10-30")).hasStatus(403);
			assertThat(post(actor, "/recovery/receipt", "1", "2026-10-30")).hasStatus(403);
		}
		assertThat(this.pages.post(this.school.finance(), path() + "/recovery", Map.of("reason", "x"))).hasStatus(403);
		assertThat(this.pages.post(this.school.officer(), path() + "/recovery/approval", Map.of())).hasStatus(403);
		var stranger = this.payday.school("1", "卫例九").school();
		assertThat(post(stranger.finance(), "/return", "1", "2026-10-30")).hasStatus(404);
		assertThat(this.pages.get(stranger.finance(), path())).hasStatus(404);
	}

	@Test
	void theDatabaseRefusesMoreThanWasBookedAndARecoveryNobodyDecided() {
		assertThatThrownBy(() -> back("RECOVERED", "750")).hasStackTraceContaining("nobody decided to recover row");
		assertThatThrownBy(() -> back("RETURNED", "751")).hasStackTraceContaining("was not paid, or another amount");
		post(this.school.finance(), "/return", "退汇3号", "2026-10-30");
		assertThatThrownBy(() -> back("RETURNED", "750")).hasStackTraceContaining("payment_back_once");
		// A second red entry over the same line, past the services.
		assertThatThrownBy(() -> this.payday.sql(this.school, (db) -> {
			long entry = db.sql("""
					insert into journal_entry (id, school_id, fund_id, entry_date, kind, programme_id, school_year,
						source_type, source_id, reference, total, reverses_id, event_key, recorded_by, recorded_by_name,
						recorded_at)
					select nextval('id_seq'), school_id, fund_id, entry_date, 'REVERSAL', programme_id, school_year,
						source_type, source_id, reference, -750, id, 'again', recorded_by, 'x', now()
					from journal_entry where fund_id = ? and kind = 'PAYMENT' returning id""")
				.param(this.ready.fund())
				.query((one, n) -> one.getLong(1))
				.single();
			return db.sql("""
					insert into posting (id, school_id, fund_id, entry_id, account, side, amount, line_id) values
						(nextval('id_seq'), :school, :fund, :entry, 'PAYABLE', 'DEBIT', -750, :row),
						(nextval('id_seq'), :school, :fund, :entry, 'BANK', 'CREDIT', -750, null)""")
				.param("school", this.school.schoolId())
				.param("fund", this.ready.fund())
				.param("entry", entry)
				.param("row", this.row)
				.update();
		})).satisfies((refusal) -> assertThat(Refusal.reason(refusal)).contains("reversal_mirrors_original"));
	}

	@Test
	void aReceiptRegisteredWronglyIsReversedByThePrincipalWhileTheMoneyIsThere() {
		var receipt = this.payday.sql(this.school,
				(db) -> db.sql("select id from fund_receipt where fund_id = ?")
					.param(this.ready.fund())
					.query((one, n) -> one.getLong(1))
					.single());
		var path = "/funds/" + this.ready.fund() + "/receipts/" + receipt + "/reversal";
		assertThat(this.pages.post(this.school.finance(), path, Map.of("reason", "到账金额与拨款单不符，写错了"))).hasStatus(403);
		assertThat(this.pages.post(this.school.principal(), path, Map.of("reason", "到账金额与拨款单不符，写错了"))).hasStatus(422)
			.bodyText()
			.contains("可用只有 7,500.00 元，不能冲销");
		for (var one : this.payday.rows(this.ready, this.batch, RowFilter.PAID)) {
			var form = Map.of("documentNo", "退" + one.rowKey(), "cameOn", "2026-10-30", "reason", "银行把这一批全部退回了");
			this.pages.post(this.school.finance(), "/batches/" + this.batch + "/rows/" + one.id() + "/return", form);
		}
		assertThat(view().fund().balance().toString()).contains("holds=10,000.00", "promised=2,500.00");
		assertThat(this.pages.post(this.school.principal(), path, Map.of("reason", "金额写错"))).hasStatus(422)
			.bodyText()
			.contains("冲销原因要写 10 到 200 个字");
	}

	private int back(String kind, String amount) {
		return this.payday.sql(this.school, (db) -> db.sql("""
				insert into payment_back (id, school_id, batch_id, row_id, kind, document_no, came_on, amount, reason,
					recorded_by, recorded_by_name, recorded_at)
				values (nextval('id_seq'), ?, ?, ?, ?, 'x', date '2026-10-30', ?, 'x', ?, 'x', now())""")
			.params(this.school.schoolId(), this.batch, this.row, kind, new java.math.BigDecimal(amount),
					this.school.finance().userId())
			.update());
	}

	private String path() {
		return "/batches/" + this.batch + "/rows/" + this.row;
	}

	private MvcTestResult post(Actor actor, String what, String document, String on) {
		var form = new LinkedHashMap<String, String>();
		form.put("documentNo", document);
		form.put("cameOn", on);
		form.put("reason", "账户已销户，银行退回");
		return this.pages.post(actor, path() + what, form);
	}

	private BatchView view() {
		return this.payday.view(this.ready, this.batch);
	}

	private Map<String, String> work(Actor actor) {
		return actor.scope()
			.call(() -> this.work.items(actor)
				.stream()
				.collect(java.util.stream.Collectors.toMap(WorkItem::key, WorkItem::path)));
	}

}
