package org.nuanyang.disbursement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The bank calls a payment failed and later paid: two people confirm that it arrived. */
@IntegrationTest
@Import(Payday.class)
class ArrivalTests {

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

	private long batch;

	private PaymentRow row;

	@BeforeEach
	void oneIsCalledFailed() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.school = this.ready.school();
		this.batch = this.payday.failed(this.ready, "吴例二");
		this.clock.set(Payday.DAY.plusDays(3));
		this.row = this.payday.rows(this.ready, this.batch, RowFilter.FAILED).getFirst();
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	/** The bank sends another return that calls everybody paid. */
	private String calledPaid() {
		this.payday.take(this.ready, this.batch, "2.txt", this.payday.answer(this.ready, this.batch, Map.of()));
		return "/batches/" + this.batch + "/return-lines/" + view().strip().doubts().getFirst().id();
	}

	private MvcTestResult propose(Actor actor, String line, String document, String on) {
		var form = new LinkedHashMap<String, String>();
		form.put("documentNo", document);
		form.put("arrivedOn", on);
		return this.pages.post(actor, line + "/arrival", form);
	}

	/** The number in the menu, which is that of the lines behind it. */
	private int counted(Actor actor) {
		var count = this.pages.page(actor, "/").select(".side a[href=/batches?mine=true] .count").text();
		assertThat(this.pages.page(actor, "/batches?mine=true").select("main tbody tr"))
			.hasSize(count.isEmpty() ? 0 : Integer.parseInt(count.replaceAll("\\D", "")));
		return count.isEmpty() ? 0 : Integer.parseInt(count.replaceAll("\\D", ""));
	}

	private MvcTestResult confirm(Actor actor, String line) {
		return this.pages.post(actor, line + "/arrival/confirmation", Map.of());
	}

	@Test
	void twoPeopleBookWhatArrivedAfterAllAsPaid() {
		var line = calledPaid();
		assertThat(flags()).contains("吴例二");
		assertThat(List.of(counted(this.school.officer()), counted(this.school.finance()),
				counted(this.school.principal())))
			.as("finance looks into the line, nobody may pay again")
			.containsExactly(0, 1, 0);
		assertThat(this.pages.page(this.school.officer(), "/").text()).contains("要等财务查明回盘行才能补发：1 个批次")
			.doesNotContain("去补发");
		assertThat(this.pages.page(this.school.finance(), line).text()).contains("登记回单，提交确认",
				"吴例二 的 750.00 元，银行先报失败，后来报付讫");
		assertThat(propose(this.school.officer(), line, "回单77号", "2026-10-27")).hasStatus3xxRedirection();
		assertThat(view().strip().isEven()).isFalse();
		assertThat(this.pages.page(this.school.finance(), "/").text()).contains("后来到账的款项待您确认：1 笔");
		assertThat(this.pages.page(this.school.officer(), "/").text()).contains("等另一人确认后来到账的款项：1 笔");
		assertThat(List.of(counted(this.school.officer()), counted(this.school.finance()),
				counted(this.school.principal())))
			.containsExactly(0, 1, 1);
		assertThat(this.pages.page(this.school.principal(), line).text()).contains("回单77号，2026-10-27 到账",
				"确认已到账（750.00 元）");
		assertThat(confirm(this.school.principal(), line)).hasStatus3xxRedirection();
		// The same click twice books once.
		assertThat(confirm(this.school.principal(), line)).hasStatus3xxRedirection();
		var view = view();
		assertThat(view.status()).isEqualTo(BatchStatus.PAID);
		assertThat(view.strip().isEven()).isTrue();
		assertThat(view.strip().difference()).isEqualTo(Yuan.ZERO);
		assertThat(view.strip().listPaid()).isEqualTo(view.strip().bankPaid())
			.isEqualTo(view.strip().ledgerPaid())
			.isEqualTo(Yuan.of("2500"));
		assertThat(view.fund().balance().promised()).isEqualTo(Yuan.ZERO);
		assertThat(view.fund().balance().paid()).isEqualTo(Yuan.of("2500"));
		assertThat(this.payday.problems(this.ready, this.batch)).extracting(ProblemRow::state)
			.containsExactly("arrived");
		assertThat(flags()).doesNotContain("吴例二");
		assertThat(this.pages.page(this.school.finance(), "/funds/" + this.ready.fund()).text())
			.contains("银行先报失败、后付讫，凭回单确认到账，批次 FF-2026-01，1 人，750.00 元");
		assertThat(this.pages.page(this.school.officer(), "/batches/" + this.batch).select(".tline li.now").text())
			.contains("确认已到账 " + this.school.principal().name(), "吴例二 750.00 元，银行回单 回单77号");
		assertThat(this.pages.page(this.school.finance(), "/students/" + this.ready.pupils().get(1) + "/payments")
			.select("tbody tr")
			.eachText()).hasSize(2)
			.anyMatch((one) -> one.contains("2026-10-27") && one.contains("回单77号") && one.contains("750.00"));
		assertThat(this.pages.page(this.school.principal(), "/").text()).doesNotContain("后来到账的款项待您确认");
		assertThat(this.payday.recorded(this.school, "disbursement.arrival-proposed")).isOne();
		assertThat(this.payday.recorded(this.school, "disbursement.arrival-confirmed")).isOne();
		this.payday.as(this.school.finance(), () -> this.payday.batches().close(this.school.finance(), this.batch));
		// What arrived can be sent back, and is then owed again.
		var back = Map.of("documentNo", "退汇9号", "cameOn", "2026-10-28", "reason", "银行退汇：账户已经销户");
		assertThat(this.pages.post(this.school.finance(), rowPath() + "/return", back)).hasStatus3xxRedirection();
		assertThat(view().strip().isEven()).isTrue();
		assertThat(view().fund().balance().promised()).isEqualTo(Yuan.of("750"));
	}

	private String rowPath() {
		return "/batches/" + this.batch + "/rows/" + this.row.id();
	}

	@Test
	void badSlipsAreRefusedAtTheirFieldAndCanBeCorrected() {
		var line = calledPaid();
		var refused = propose(this.school.finance(), line, "", "2026-11-30");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).select("[name=arrivedOn]").val()).isEqualTo("2026-11-30");
		assertThat(propose(this.school.finance(), line, "回单77号", "2026-11-30")).hasStatus(422)
			.bodyText()
			.contains("日期不能晚于今天", "value=\"回单77号\"");
		assertThat(propose(this.school.finance(), line, "回单77号", "2026-10-25")).hasStatus(422)
			.bodyText()
			.contains("日期不能早于银行文件发出的 2026-10-26");
		assertThat(propose(this.school.finance(), line, "号".repeat(61), "2026-10-27")).hasStatus(422);
		assertThat(propose(this.school.finance(), line, "回单7号", "2026-10-27")).hasStatus3xxRedirection();
		assertThat(propose(this.school.finance(), line, "回单77号", "2026-10-27")).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.principal(), line).text()).contains("回单77号").doesNotContain("回单7号");
	}

	@Test
	void nobodyConfirmsAloneAndOthersStayOut() {
		var line = calledPaid();
		assertThat(confirm(this.school.principal(), line)).hasStatus(422).bodyText().contains("还没有登记银行回单");
		assertThat(propose(this.school.principal(), line, "回单77号", "2026-10-27")).hasStatus(403);
		assertThat(propose(this.school.auditor(), line, "回单77号", "2026-10-27")).hasStatus(403);
		assertThat(propose(this.school.finance(), line, "回单77号", "2026-10-27")).hasStatus3xxRedirection();
		assertThat(confirm(this.school.finance(), line)).hasStatus(422).bodyText().contains("是您登记的，须由另一人确认");
		assertThat(confirm(this.school.officer(), line)).hasStatus(403);
		assertThat(this.pages.page(this.school.finance(), line).select("form[action$=confirmation]")).isEmpty();
		var stranger = this.payday.school("1", "卫例九").school();
		assertThat(propose(stranger.finance(), line, "1", "2026-10-27")).hasStatus(404);
		assertThat(confirm(stranger.principal(), line)).hasStatus(404);
		assertThat(view().strip().ledgerPaid()).isEqualTo(Yuan.of("1750"));
		assertThatThrownBy(() -> TestDatabase.asOwner(
				"insert into payment_arrival select nextval('id_seq'), school_id, batch_id, row_id, line_id, 'CONFIRMED', "
						+ "document_no, arrived_on, amount, 'PRINCIPAL', done_by, done_by_name, now() from payment_arrival "
						+ "where batch_id = " + this.batch))
			.hasStackTraceContaining("by the same person");
	}

	@Test
	void whatAReissuePaidMeanwhileIsNotBookedASecondTime() {
		var officer = this.school.officer();
		this.payday.account(this.school, this.ready.pupils().get(1), "吴例二");
		var again = this.payday.as(officer,
				() -> this.lists.reissue(officer, this.batch, UUID.randomUUID(), Yuan.of("750")));
		this.payday.issue(this.ready, this.payday.lock(this.ready, this.payday.approve(this.ready, again)), "GBK_PIPE");
		var line = calledPaid();
		assertThat(propose(officer, line, "回单77号", "2026-10-27")).hasStatus(422)
			.bodyText()
			.contains("吴例二 已列入补发批次 FF-2026-01-B1。请先作废那个批次");
		this.payday.take(this.ready, again, "b.txt", this.payday.answer(this.ready, again, Map.of()));
		assertThat(this.pages.page(officer, line).text()).contains("这一学期的款已由补发批次 FF-2026-01-B1 付过", "这 750.00 元是多付的")
			.doesNotContain("登记回单，提交确认");
		assertThat(propose(officer, line, "回单77号", "2026-10-27")).hasStatus(422);
		assertThat(view().fund().balance().paid()).isEqualTo(Yuan.of("2500"));
	}

	@Test
	void whatArrivedIsNotPaidAgainNorGivenUpAndWhatWasGivenUpHasNotArrived() {
		var line = calledPaid();
		propose(this.school.officer(), line, "回单77号", "2026-10-27");
		assertThat(confirm(this.school.finance(), line)).hasStatus3xxRedirection();
		assertThat(this.pages.post(this.school.principal(), rowPath() + "/waiver", Map.of("reason", "多次联系不上，至今无人领取")))
			.hasStatus(422);
		assertThat(this.pages.get(this.school.officer(), "/batches/" + this.batch + "/reissues/new")).bodyText()
			.doesNotContain("吴例二");
		assertThat(propose(this.school.finance(), line, "回单78号", "2026-10-27")).hasStatus(422)
			.bodyText()
			.contains("或已经办理");
		// In another school, where it was given up first.
		oneIsCalledFailed();
		assertThat(this.pages.post(this.school.principal(), rowPath() + "/waiver", Map.of("reason", "多次联系不上，至今无人领取")))
			.hasStatus3xxRedirection();
		var other = calledPaid();
		assertThat(propose(this.school.finance(), other, "回单77号", "2026-10-27")).hasStatus(422)
			.bodyText()
			.contains("已决定不再补发，占用的钱已经冲回");
	}

	@Test
	void whatTheBankCallsPaidIsNotGivenUpBeforeSomebodyFoundOut() {
		calledPaid();
		assertThat(this.pages.post(this.school.principal(), rowPath() + "/waiver", Map.of("reason", "多次联系不上，至今无人领取")))
			.hasStatus(422)
			.bodyText()
			.contains("请先查明那一行回盘");
		assertThat(view().fund().balance().promised()).isEqualTo(Yuan.of("750"));
	}

	private String flags() {
		return this.pages.page(this.school.finance(), "/flags/R20").text();
	}

	private BatchView view() {
		return this.payday.view(this.ready, this.batch);
	}

}
