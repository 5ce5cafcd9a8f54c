package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Money past its day (开学两个月内) is late in one sense wherever it is shown. */
@IntegrationTest
@Import(Payday.class)
class OverdueMoneyTests {

	private static final String MINE = "section[aria-labelledby=work-mine] li";

	private static final String OTHERS = "section[aria-labelledby=work-others] li";

	private static final String DATES = "section[aria-labelledby=home-deadlines] tbody tr";

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	private Payday.Ready ready;

	private TestSchool school;

	@BeforeEach
	void twoAwards() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
		this.school = this.ready.school();
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void whatNoBatchListsIsTheOfficersToPrepare() {
		assertThat(lines(this.school.officer(), MINE))
			.anySatisfy((line) -> assertThat(line).contains("还没编进发放批次：2 人", "1,750.00 元", "还剩 6 天", "编制批次"));
		late();
		assertThat(lines(this.school.officer(), MINE))
			.anySatisfy((line) -> assertThat(line).contains("还没编进发放批次：2 人", "逾期 9 天", "编制批次"));
		var act = this.pages.page(this.school.officer(), "/").select(MINE + " a.btn[href^=/batches/new]").attr("href");
		assertThat(this.pages.page(this.school.officer(), act).select(".decide").text()).contains("2 人", "1,750.00");
		for (var other : List.of(this.school.finance(), this.school.principal())) {
			assertThat(lines(other, OTHERS))
				.anySatisfy((line) -> assertThat(line).contains("等资助专干编制发放批次：2 人", "逾期 9 天", "提醒"));
			assertThat(lines(other, MINE)).noneMatch((line) -> line.contains("逾期"));
		}
		for (var reader : List.of(this.school.officer(), this.school.finance(), this.school.principal())) {
			assertThat(lines(reader, DATES))
				.anySatisfy((line) -> assertThat(line).containsPattern("第一学期资助发到：还有 2 人次? 1,750.00 元")
					.contains("11月1日", "逾期 9 天"));
		}
		assertThat(lines(this.school.headTeacher(), "main")).noneMatch((line) -> line.contains("资助发到"));
	}

	@Test
	void eachStepOfABatchIsLateForWhoeverTakesIt() {
		this.payday.prepared(this.ready);
		late();
		isLateFor(this.school.finance(), "待复核的发放批次：1 个", "等财务复核发放批次：1 个", this.school.officer(),
				this.school.principal());
		this.payday.as(this.school.finance(),
				() -> this.payday.batches().check(this.school.finance(), batch(), "抽查一致"));
		isLateFor(this.school.principal(), "待审批的发放批次：1 个", "等校长审批发放批次：1 个", this.school.officer(),
				this.school.finance());
	}

	private void isLateFor(Actor actor, String own, String waiting, Actor... others) {
		assertThat(lines(actor, MINE))
			.anySatisfy((line) -> assertThat(line).contains(own, "其中 2 人 1,750.00 元还没发到", "逾期 9 天"));
		assertThat(this.pages.page(actor, "/").select(".phead").text()).contains("1 件今天到期或已逾期");
		assertThat(this.pages.page(actor, "/").select(MINE + " a.btn[href=/batches/" + batch() + "]")).hasSize(1);
		for (var other : others) {
			assertThat(lines(other, OTHERS)).anySatisfy((line) -> assertThat(line).contains(waiting, "逾期 9 天", "提醒"));
			assertThat(lines(other, MINE)).noneMatch((line) -> line.contains("逾期"));
		}
	}

	@Test
	void overviewFigureListAndRedFlagSayTheSame() {
		this.payday.failed(this.ready, "吴例二");
		assertThat(cell(this.school.county())).isEqualTo("0");
		late();
		for (var actor : List.of(this.school.county(), this.school.district())) {
			assertThat(cell(actor)).isEqualTo("1 750.00 元");
			assertThat(this.pages.page(actor, "/").select(".phead").text()).contains("1 所学校有逾期");
			var link = this.pages.page(actor, "/")
				.select("tbody td[data-l=逾期未发] a[href*=" + this.school.schoolId() + "]");
			assertThat(this.pages.page(actor, link.attr("href")).select("tbody tr").eachText()).singleElement()
				.satisfies((row) -> assertThat(row).contains("吴例二", "2026-11-01", "750.00", "未发到，已超过两个月"));
		}
		assertThat(this.pages.page(this.school.principal(), "/overview/overdue?met=true").select("tbody th").eachText())
			.containsExactly("林例一");
		assertThat(this.pages.page(this.school.principal(), "/overview/paid?met=false").select("tbody tr").eachText())
			.singleElement()
			.satisfies((row) -> assertThat(row).contains("吴例二", "未发到，已超过两个月"));
		assertThat(this.pages.page(this.school.officer(), "/flags/R13").select("tbody tr").eachText()).singleElement()
			.satisfies((row) -> assertThat(row).contains("吴例二"));
		assertThat(lines(this.school.officer(), MINE))
			.anySatisfy((line) -> assertThat(line).contains("有失败待补发的批次：1 个", "其中 1 人 750.00 元还没发到", "逾期 9 天"));
		assertThat(this.pages.get(this.school.finance(), "/overview/overdue")).hasStatus(403);
		assertThat(this.pages.page(this.school.otherOfficer(), "/overview/overdue").select("tbody tr")).isEmpty();
	}

	@Test
	void whatHasArrivedIsLateNowhere() {
		this.payday.paid(this.ready);
		late();
		for (var reader : List.of(this.school.officer(), this.school.finance(), this.school.principal())) {
			assertThat(lines(reader, "main")).noneMatch((line) -> line.contains("逾期") || line.contains("资助发到"));
		}
		assertThat(cell(this.school.county())).isEqualTo("0");
	}

	private void late() {
		this.clock.set(LocalDate.of(2026, 11, 10));
	}

	private long batch() {
		return this.payday.sql(this.school,
				(db) -> db.sql("select max(id) from payment_batch").query((row, n) -> row.getLong(1)).single());
	}

	private String cell(Actor actor) {
		return this.pages.page(actor, "/")
			.select("section[aria-labelledby=home-schools] tbody tr:contains(青石学校) td[data-l=逾期未发]")
			.text();
	}

	private List<String> lines(Actor actor, String what) {
		return this.pages.page(actor, "/").select(what).eachText();
	}

}
