package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Term;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** What the approver sees before approving: who is new, gone, or paid otherwise. */
@IntegrationTest
@Import(Payday.class)
class ComparisonTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	@BeforeEach
	void fourPupilsPaidInAutumn() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三", "陈例五");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void theFirstBatchHasNothingToCompareWith() {
		var batch = this.payday.prepared(this.ready);
		assertThat(page(batch)).contains("第一次发放，没有上期可比");
	}

	@Test
	void saysWhoIsGoneAndWhyAndWhoseAmountOrAccountChanged() {
		var autumn = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, autumn, "1.txt", this.payday.answer(this.ready, autumn, Map.of()));
		this.clock.set(LocalDate.of(2026, 11, 10));
		var school = this.ready.school();
		// One left, one has another amount, one another account; the fourth stays as it
		// is.
		this.payday.sql(school,
				(db) -> db
					.sql("update enrolment set status = 'TRANSFERRED_OUT', left_on = date '2026-11-09' where id = ?")
					.param(this.ready.pupils().getFirst())
					.update());
		TestDatabase.asOwner("""
				update award_term set amount = 625 where term = 'SPRING' and award_id in
					(select id from award where enrolment_id = %d)""".formatted(this.ready.pupils().get(1)));
		this.payday.account(school, this.ready.pupils().get(2), "冯例三");
		this.clock.set(LocalDate.of(2027, 3, 2));
		var spring = this.payday.as(school.officer(),
				() -> this.lists.prepare(school.officer(), this.ready.fund(), Term.SPRING, UUID.randomUUID()));
		this.clock.set(LocalDate.of(2026, 11, 10));
		assertThat(page(spring))
			.contains("上期：2026—2027学年第一学期，4 人，3,250.00 元", "减少 1 人", "林例一", "金额变化 1 人", "625.00", "账户变化 1 人",
					"近 3 天换过账户 1 人")
			.doesNotContain("新增 1 人", "陈例五");
		assertThat(this.pages.page(school.finance(), "/batches/" + spring + "/comparison?only=GONE").text())
			.contains("减少 1 人", "林例一", "返回全部变化")
			.doesNotContain("金额变化 1 人");
		assertThat(page(spring)).containsAnyOf("现已不在校", "有资助但未列入本批");
		this.payday.as(school.finance(), () -> this.payday.batches().check(school.finance(), spring, null));
		assertThat(this.pages.page(school.principal(), "/batches/" + spring).text())
			.contains("与上期比：新增 0，减少 1，金额变 1，换账户 1");
	}

	@Test
	void ofALongListOfChangesOnePageIsShown() {
		var changes = java.util.stream.IntStream.rangeClosed(1, 120)
			.mapToObj((n) -> new Comparison.Change(n, "林例一", "五年级(2)班", null, org.nuanyang.kernel.Yuan.of("750"), null,
					"6210", false, null, null))
			.toList();
		var last = new Comparison(null, changes).page(ChangeKind.NEW, 3, BatchPages.PAGE);
		assertThat(last.rows()).extracting(Comparison.Change::enrolmentId)
			.containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(101, 120).boxed().toList());
		assertThat(last.total()).isEqualTo(120);
		assertThat(new Comparison(null, changes).page(ChangeKind.NEW, 9, BatchPages.PAGE).rows()).isEmpty();
	}

	@Test
	void aReissueIsComparedWithItsOriginal() {
		var school = this.ready.school();
		var batch = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, batch, "1.txt", this.payday.answer(this.ready, batch, Map.of("吴例二", "1002")));
		this.payday.account(school, this.ready.pupils().get(1), "吴例二");
		var again = this.payday.as(school.officer(), () -> this.lists.reissue(school.officer(), batch,
				UUID.randomUUID(), org.nuanyang.kernel.Yuan.of("750")));
		assertThat(page(again)).contains("账户变化 1 人", "吴例二", "近 3 天换过账户 1 人").doesNotContain("减少 3 人", "林例一");
	}

	@Test
	void anAccountIsRecentForThreeDays() {
		var school = this.ready.school();
		var batch = this.payday.prepared(this.ready);
		assertThat(batchPage(batch)).doesNotContain("近 3 天换过账户");
		this.payday.account(school, this.ready.pupils().get(1), "吴例二");
		this.payday.as(school.officer(), () -> this.lists.renew(school.officer(), batch));
		assertThat(batchPage(batch)).contains("近 3 天换过账户 1 人", "请经办人向家长本人核实");
		this.clock.set(Payday.DAY.plusDays(4));
		assertThat(batchPage(batch)).doesNotContain("近 3 天换过账户");
	}

	/** Two nodes take ids from blocks: the later account may have the lower id. */
	@Test
	void anAccountThatAnotherNodeWroteIsRecentToo() {
		var school = this.ready.school();
		var pupil = this.ready.pupils().get(1);
		this.clock.set(Payday.DAY.plusDays(1));
		this.payday.account(school, pupil, "吴例二");
		TestDatabase.asOwner("update payee set id = -id where status = 'CONFIRMED' and enrolment_id = " + pupil);
		var batch = this.payday.prepared(this.ready);
		assertThat(batchPage(batch)).contains("近 3 天换过账户 1 人");
	}

	@Test
	void itIsForWhoSeesTheBatch() {
		var batch = this.payday.prepared(this.ready);
		var path = "/batches/" + batch + "/comparison";
		assertThat(this.pages.get(this.ready.school().principal(), path)).hasStatusOk();
		assertThat(this.pages.get(this.ready.school().headTeacher(), path)).hasStatus(403);
		assertThat(this.pages.get(this.payday.school("1", "卫例九").school().finance(), path)).hasStatus(404);
	}

	private String page(long batch) {
		return this.pages.page(this.ready.school().officer(), "/batches/" + batch + "/comparison").text();
	}

	private String batchPage(long batch) {
		return this.pages.page(this.ready.school().finance(), "/batches/" + batch).text();
	}

}
