package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An award stops, resumes and goes with a pupil: what was paid stays, the next changes.
 */
@IntegrationTest
@Import(Payday.class)
class AwardLifeTests {

	private static final Map<String, String> STEP = Map.of("from", "SPRING", "effectiveOn", "2026-10-26", "reason",
			"因病休学");

	@Autowired
	private Payday payday;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private Pages pages;

	@Autowired
	private List<WorkItemSource> work;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void aStoppedAwardPaysNothingUntilAnotherPersonResumesIt() {
		var ready = this.payday.school("10000", "林例一");
		var path = "/awards/" + award(ready);
		assertThat(this.pages.post(ready.school().officer(), path + "/stop",
				Map.of("from", "AUTUMN", "effectiveOn", "2019-01-01", "reason", "因病休学")))
			.hasStatus(422)
			.bodyText()
			.contains("发生日期早于2026—2027学年", "2019-01-01");
		assertThat(step(ready.school().officer(), path + "/stop", "AUTUMN")).hasStatus3xxRedirection();
		assertThat(page(ready, path)).contains("停发", "因病休学", "现在不能发放： 已停发", "从第一学期起不再发放", "第一学期 一级 1,000.00 停发，不发放");
		assertThat(
				this.pages.page(ready.school().officer(), "/batches/new?fund=" + ready.fund() + "&term=AUTUMN").text())
			.contains("林例一", "已停发");
		assertThat(step(ready.school().officer(), path + "/stop", "AUTUMN")).hasStatus(422)
			.bodyText()
			.contains("现在是“停发”");
		assertThat(step(ready.school().principal(), path + "/resumption", "SPRING")).hasStatus3xxRedirection();
		assertThat(page(ready, path)).contains("享受中", "第一学期 一级 0.00 —", "第二学期 一级 1,000.00 未发放");
		assertThat(this.payday.recorded(ready.school(), "award.stop")).isOne();
		assertThat(this.payday.recorded(ready.school(), "award.resume")).isOne();
	}

	@Test
	void aPaidTermStaysWhenTheRestEndsWithATransferAndTheNextSchoolIsTold() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		var batch = this.payday.issued(ready, "GBK_PIPE");
		this.payday.take(ready, batch, "回盘.txt", this.payday.answer(ready, batch, Map.of()));
		var path = "/awards/" + award(ready);
		// Only a term that can still be stopped is offered.
		assertThat(this.pages.page(school.officer(), path).select("#from-STOP option").eachAttr("value"))
			.containsExactly("SPRING");
		assertThat(step(school.officer(), path + "/stop", "AUTUMN")).hasStatus(422)
			.bodyText()
			.contains("这个学期已发放或已列入锁定的名册");
		var recheck = this.pages.post(school.officer(), "/rechecks?application=" + application(ready),
				Map.of("outcome", "END", "cause", "TRANSFERRED", "effectiveOn", "2026-10-26", "from", "AUTUMN",
						"reason", "随父母迁居", "evidence", "转学证明"))
			.getResponse()
			.getRedirectedUrl();
		this.pages.post(school.principal(), recheck + "/confirmation", Map.of());
		assertThat(page(ready, path)).contains("转出终止", "第一学期 一级 1,000.00 已到账", "第二学期 一级 0.00 —");
		assertThat(
				this.pages.page(school.officer(), "/students/" + ready.pupils().getFirst() + "/aid-certificate").text())
			.contains("学生受助情况证明", "林例一", "第一学期", "1,000.00", "已到账", "壹仟元整")
			.doesNotContain("本校不再发放")
			.doesNotContainPattern("\\d{15,}");
		assertThat(this.payday.recorded(school, "award.certificate-printed")).isOne();
	}

	@Test
	void whoLeftIsCertifiedForTheClassOfThatDayAndAskedAboutUntilTheAwardIsEnded() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		assertThat(this.pages.post(school.officer(), "/students/" + ready.pupils().getFirst() + "/transfer",
				Map.of("day", "2026-10-26", "reason", "随父母迁居")))
			.hasStatus3xxRedirection();
		this.payday.sql(school,
				(db) -> db.sql("update grade set number = 6 where school_id = ? and number = 5")
					.param(school.schoolId())
					.update());
		this.clock.set(LocalDate.of(2027, 9, 3));
		var officer = school.officer();
		List<WorkItem> waiting = this.payday.sql(school,
				(db) -> this.work.stream().flatMap((source) -> source.items(officer).stream()).toList());
		assertThat(waiting).extracting(WorkItem::key).contains("award.work.leavers");
		this.clock.set(Payday.DAY);
		assertThat(this.pages.page(officer, "/students/" + ready.pupils().getFirst() + "/aid-certificate").text())
			.contains("五年级(2)班")
			.doesNotContain("六年级");
		assertThat(this.pages.page(officer, "/awards").select("tbody tr").text()).contains("五年级(2)班");
	}

	@Test
	void whoGraduatedIsCertifiedForTheLastClass() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		var grade = "update grade set number = %s where school_id = " + school.schoolId() + " and number %s";
		this.payday.sql(school, (db) -> db.sql(grade.formatted("6", "= 5")).update());
		assertThat(this.pages.post(school.officer(), "/students/" + ready.pupils().getFirst() + "/graduation",
				Map.of("day", "2026-10-26", "reason", "提前毕业")))
			.hasStatus3xxRedirection();
		this.payday.sql(school, (db) -> db.sql(grade.formatted("null", "= 6")).update());
		assertThat(
				this.pages.page(school.officer(), "/students/" + ready.pupils().getFirst() + "/aid-certificate").text())
			.contains("六年级(2)班");
	}

	@Test
	void aTierLoweredFromTheSecondTermOnLeavesTheFirstTermsListAsItWas() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		var recheck = this.pages
			.post(school.officer(), "/rechecks?application=" + application(ready), Map.of("outcome", "LOWER", "tier",
					"TWO", "effectiveOn", "2026-10-26", "from", "SPRING", "reason", "家庭收入好转", "evidence", "家访记录"))
			.getResponse()
			.getRedirectedUrl();
		assertThat(this.pages.post(school.principal(), recheck + "/confirmation", Map.of())).hasStatus3xxRedirection();
		assertThat(page(ready, "/awards/" + award(ready))).contains("第一学期 一级 1,000.00 未发放", "第二学期 二级 750.00 未发放");
		assertThat(this.pages.page(school.officer(), "/awards").select("tbody tr").text()).contains("二级", "第一学期 一级");
		var batch = this.payday.locked(ready);
		var shown = this.pages.page(school.finance(), "/batches/" + batch);
		assertThat(shown.select("#tiers").parents().select("tbody tr").text()).contains("一级 1,000.00 1 1,000.00");
		assertThat(this.payday.rows(ready, batch)).extracting(PaymentRow::tier).containsExactly(Tier.ONE);
		assertThat(this.pages.page(school.finance(), "/batches/" + batch + "/sheet").select("tbody tr").text())
			.contains("一级 2,000.00 1,000.00")
			.doesNotContain("二级");
		assertThat(this.pages.page(school.finance(), "/flags/R10").text()).doesNotContain("林例一");
		this.payday.take(ready, this.payday.issue(ready, batch, "GBK_PIPE"), "1.txt",
				this.payday.answer(ready, batch, Map.of()));
		assertThat(this.pages.page(school.finance(), "/students/" + ready.pupils().getFirst() + "/payments").text())
			.contains("一级")
			.doesNotContain("二级");
		this.clock.set(LocalDate.of(2027, 3, 2));
		var spring = this.payday.as(school.officer(),
				() -> this.lists.prepare(school.officer(), ready.fund(), Term.SPRING, UUID.randomUUID()));
		assertThat(this.payday.rows(ready, spring)).extracting(PaymentRow::tier).containsExactly(Tier.TWO);
		// In March everybody has to change the password first.
		this.clock.set(Payday.DAY);
		assertThat(this.pages.page(school.finance(), "/batches/" + spring + "/sheet").select("tbody tr").text())
			.contains("二级 1,500.00 750.00");
	}

	@Test
	void aChangeOfBoardingIsCheckedBeforeThePupilIsPaid() {
		var ready = this.payday.school("10000", "林例一");
		var path = "/awards/" + award(ready);
		assertThat(step(ready.school().officer(), path + "/boarding", "AUTUMN")).hasStatus(422)
			.bodyText()
			.contains("寄宿情况与资助资格上的一致");
		this.payday.sql(ready.school(),
				(db) -> db.sql("update enrolment set boarding = not boarding where id = ?")
					.param(ready.pupils().getFirst())
					.update());
		assertThat(page(ready, path)).contains("寄宿情况已变", "各学期金额都不改变");
		assertThat(step(ready.school().officer(), path + "/boarding", "AUTUMN")).hasStatus3xxRedirection();
		this.payday.locked(ready);
	}

	@Test
	void eachStepIsForItsRoleAndItsSchool() {
		var ready = this.payday.school("10000", "林例一");
		var path = "/awards/" + award(ready);
		assertThat(step(ready.school().finance(), path + "/stop", "SPRING")).hasStatus(403);
		assertThat(step(ready.school().otherOfficer(), path + "/stop", "SPRING")).hasStatus(404);
		assertThat(this.pages.get(ready.school().otherOfficer(), path)).hasStatus(404);
		assertThat(this.pages.post(ready.school().officer(), path + "/stop", Map.of("from", "SPRING"))).hasStatus(422);
		assertThat(this.pages.get(ready.school().county(), path)).hasStatusOk();
	}

	private MvcTestResult step(Actor actor, String path, String from) {
		var form = new HashMap<>(STEP);
		form.put("from", from);
		return this.pages.post(actor, path, form);
	}

	private String page(Payday.Ready ready, String path) {
		return this.pages.page(ready.school().officer(), path).text();
	}

	private long award(Payday.Ready ready) {
		return number(ready, "select id from award where enrolment_id = ?");
	}

	private long application(Payday.Ready ready) {
		return number(ready, "select application_id from award where enrolment_id = ?");
	}

	private long number(Payday.Ready ready, String sql) {
		return this.payday.sql(ready.school(),
				(db) -> db.sql(sql).param(ready.pupils().getFirst()).query((row, n) -> row.getLong(1)).single());
	}

}
