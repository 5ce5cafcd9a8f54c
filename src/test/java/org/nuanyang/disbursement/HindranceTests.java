package org.nuanyang.disbursement;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whoever may not be paid any more is caught before a batch locks, with the reason. */
@IntegrationTest
@Import(Payday.class)
class HindranceTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			update enrolment set status = 'ON_LEAVE' | 已休学
			update enrolment set status = 'TRANSFERRED_OUT', left_on = date '2026-10-26' | 已转出
			update enrolment set status = 'GRADUATED', left_on = date '2026-10-26' | 已毕业
			update enrolment set status = 'LEFT', left_on = date '2026-10-26' | 已离校
			update enrolment set boarding = not boarding | 寄宿情况已变""")
	void whatTheRegisterSaysSinceTheListWasMadeStopsTheLock(String change, String reason) {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.approved(ready);
		this.payday.sql(ready.school(),
				(db) -> db.sql(change + " where id = ?").param(ready.pupils().getLast()).update());
		assertRefused(ready, batch, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					update award set status = 'STOPPED', stopped_from = 'AUTUMN' where enrolment_id = ? | 已停发
					update award_term set amount = 250 where award_id = (select id from award where enrolment_id = ?) | 金额已调整""")
	void whatBecameOfTheAwardSinceTheListWasMadeStopsTheLock(String change, String reason) {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.approved(ready);
		this.payday.sql(ready.school(), (db) -> db.sql(change).param(ready.pupils().getLast()).update());
		assertRefused(ready, batch, reason);
	}

	@Test
	void aPupilWhoHasDiedIsNamedAsSuchAndLeftOutOfTheNextList() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.approved(ready);
		var pupil = ready.pupils().getLast();
		assertThat(this.pages.post(ready.school().officer(), "/students/" + pupil + "/death",
				Map.of("day", "2026-10-26", "reason", "因病去世")))
			.hasStatus3xxRedirection();
		assertRefused(ready, batch, "学生已去世");
		this.pages.post(ready.school().principal(), "/batches/" + batch + "/rejection",
				Map.of("reason", "名单有变，一人已经转学"));
		this.pages.post(ready.school().officer(), "/batches/" + batch + "/renewal", Map.of());
		assertThat(this.pages.page(ready.school().officer(), "/batches/" + batch).select("#left-out").parents().text())
			.contains("吴例二", "学生已去世");
	}

	@Test
	void aPupilWhoIsGoneIsNamedBeforeTheBatchIsApprovedAndFlaggedUntilTheAwardEnds() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.prepared(ready);
		this.payday.as(school.finance(), () -> this.payday.batches().check(school.finance(), batch, null));
		assertThat(this.pages.post(school.officer(), "/students/" + ready.pupils().getLast() + "/transfer",
				Map.of("day", "2026-10-26", "reason", "随父母迁居", "school", "测试县第九小学")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(school.principal(), "/batches/" + batch + "/approval", Map.of())).hasStatus(422)
			.bodyText()
			.contains("有 1 人现在不能发放：吴例二（已转出");
		assertThat(this.payday.view(ready, batch).status()).isEqualTo(BatchStatus.CHECKED);
		var list = this.pages.page(school.officer(), "/awards");
		assertThat(list.text()).contains("1 名学生已不在校", "吴例二 已转出", "待处理：已转出");
		assertThat(this.pages.page(school.officer(), "/").text()).contains("学生已不在校，资助资格待终止：1 人");
		var award = list.select(".note a[href^=/awards/]").attr("href");
		var step = this.pages.page(school.officer(), award).select("a[href^=/rechecks/new]").attr("href");
		assertThat(this.pages.page(school.officer(), step).select("[value=TRANSFERRED]").outerHtml())
			.containsAnyOf("selected", "checked");
		assertThat(this.pages.page(school.officer(), "/students/" + ready.pupils().getFirst())
			.select("a[href$=/aid-certificate]")).hasSize(1);
		assertThat(
				this.pages.page(school.officer(), "/students/" + ready.pupils().getLast() + "/aid-certificate").text())
			.contains("未发放的学期，本校不再发放");
	}

	@Test
	void noBatchIsPreparedBeforeItsTermBegins() {
		var ready = this.payday.school("10000", "林例一");
		var officer = ready.school().officer();
		var page = this.pages.page(officer, "/batches/new?fund=" + ready.fund() + "&term=SPRING");
		assertThat(page.text()).contains("第二学期到 2027-03-01 才开学");
		assertThat(page.select("button[aria-disabled=true][aria-describedby=early]")).hasSize(1);
		assertThat(this.pages.post(officer, "/batches",
				Map.of("fund", String.valueOf(ready.fund()), "term", "SPRING", "key", UUID.randomUUID().toString())))
			.hasStatus(422)
			.bodyText()
			.contains("才开学");
	}

	@Test
	void whoPreparedSeesWhyTheCheckAndTheApprovalAreNotTheirs() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		var batch = this.payday.prepared(ready);
		var officer = school.officer();
		TestDatabase.asOwner("insert into user_role (user_id, role) select %d, unnest(array['FINANCE', 'PRINCIPAL'])"
			.formatted(officer.userId()));
		assertThat(this.pages.page(officer, "/batches/" + batch).select("button[aria-describedby=own-check]"))
			.hasSize(1);
		assertThat(this.pages.post(officer, "/batches/" + batch + "/check", Map.of())).hasStatus(422);
		this.payday.as(school.finance(), () -> this.payday.batches().check(school.finance(), batch, null));
		var page = this.pages.page(officer, "/batches/" + batch);
		assertThat(page.select("button[aria-describedby=own-approval]")).hasSize(1);
		assertThat(page.select("form[action$=/approval] button[type=submit]")).isEmpty();
		assertThat(page.text()).contains("由您编制或复核，不能由您审批");
		assertThat(this.pages.page(school.principal(), "/batches/" + batch)
			.select("form[action$=/approval] button[type=submit]")).hasSize(1);
	}

	@Test
	void namesThatABankFileCannotCarryAreNamedBeforeTheCheck() {
		var ready = this.payday.school("10000", "林例一", "阿依•买买提", "王㵘");
		var batch = this.payday.prepared(ready);
		var page = this.pages.page(ready.school().officer(), "/batches/" + batch).text();
		assertThat(page).contains("1 个户名或开户行有写不出的字", "王㵘", "写不出：㵘");
	}

	@Test
	void whoHasDiedIsNotPaidAgainByAReissue() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.issued(ready, "GBK_PIPE");
		this.payday.take(ready, batch, "1.txt", this.payday.answer(ready, batch, Map.of("林例一", "1004", "吴例二", "1004")));
		this.pages.post(ready.school().officer(), "/students/" + ready.pupils().getLast() + "/death",
				Map.of("day", "2026-10-26", "reason", "因病去世"));
		assertThat(this.pages.page(ready.school().officer(), "/batches/" + batch + "/reissues/new").text())
			.contains("未列入 1 人", "吴例二", "学生已去世");
	}

	@Test
	void whoMovedOnIsStillOwedTheTermAndWhoeverApprovesIsTold() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.issued(ready, "GBK_PIPE");
		this.payday.take(ready, batch, "1.txt", this.payday.answer(ready, batch, Map.of("吴例二", "1002")));
		var pupil = ready.pupils().getLast();
		this.pages.post(school.officer(), "/students/" + pupil + "/transfer",
				Map.of("day", "2026-10-26", "reason", "随父母迁居", "school", "云栖县第九小学"));
		assertThat(this.pages.page(school.officer(), "/students/" + pupil + "/aid-certificate").text())
			.contains("第一学期", "待补发")
			.doesNotContain("已列入锁定的名册");
		this.payday.account(school, pupil, "吴例贰");
		var officer = school.officer();
		var again = this.payday.as(officer, () -> this.lists.reissue(officer, batch, java.util.UUID.randomUUID(),
				this.payday.rows(ready, batch, RowFilter.FAILED).getFirst().amount()));
		assertThat(this.pages.page(school.principal(), "/batches/" + again).select(".note-warn").text())
			.contains("吴例二（已转出", "仍应补发");
		this.payday.lock(ready, this.payday.approve(ready, again));
		// Once nothing is owed, the former pupil gets no other account.
		assertThatThrownBy(() -> this.payday.account(school, pupil, "吴例叁")).hasMessage("payee.pupil.left");
	}

	@Test
	void anAwardEndedWhileItsListWasLockedIsNotListedAgainAfterTheListIsVoided() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.lock(ready, this.payday.approved(ready));
		var application = this.payday.sql(school,
				(db) -> db.sql("select application_id from award where enrolment_id = ?")
					.param(ready.pupils().getLast())
					.query(Long.class)
					.single());
		var recheck = this.pages.post(school.officer(), "/rechecks?application=" + application,
				Map.of("outcome", "END", "cause", "FALSE_STATEMENT", "effectiveOn", "2026-10-26", "from", "AUTUMN",
						"reason", "虚报家庭收入", "evidence", "村委会证明"))
			.getResponse()
			.getRedirectedUrl();
		assertThat(this.pages.post(school.principal(), recheck + "/confirmation", Map.of())).hasStatus3xxRedirection();
		this.payday.as(school.principal(),
				() -> this.payday.batches().makeVoid(school.principal(), batch, "有人虚报收入，名册作废"));
		var next = this.payday.prepared(ready);
		var page = this.pages.page(school.officer(), "/batches/" + next);
		assertThat(page.select("#left-out").parents().text()).contains("吴例二", "资格已终止");
		assertThat(this.payday.view(ready, next).total()).isEqualTo(this.payday.rows(ready, next).getFirst().amount());
	}

	private void assertRefused(Payday.Ready ready, long batch, String reason) {
		assertThat(this.pages.post(ready.school().finance(), "/batches/" + batch + "/lock", Map.of())).hasStatus(422)
			.bodyText()
			.contains("有 1 人现在不能发放：吴例二（", reason);
		assertThat(this.payday.view(ready, batch).status()).isEqualTo(BatchStatus.APPROVED);
	}

}
