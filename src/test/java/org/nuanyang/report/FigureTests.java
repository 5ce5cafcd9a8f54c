package org.nuanyang.report;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** The overview's numbers are the lengths of the lists behind them. */
@IntegrationTest
@Import(Payday.class)
class FigureTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Cast cast;

	@Autowired
	private Cases cases;

	@Autowired
	private Pages pages;

	@Autowired
	private FigureService figures;

	@Autowired
	private MutableClock clock;

	private Payday.Ready ready;

	private TestSchool school;

	@BeforeEach
	void threeRecognisedAndOneMore() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.school = this.ready.school();
		this.pupils.enrol(this.school, this.pupils.classOf(this.school, 4, 1, this.school.otherHeadTeacher()), "陈例四");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void thePupilListFindsByTierWhomTheOverviewCounts() {
		var other = this.cast.school();
		this.cases.passed(other, this.cases.round(other), Tier.ONE, "孙例五");
		for (var tier : Tier.values()) {
			assertThat(names(this.school.officer(), "/students?tier=" + tier))
				.containsExactlyElementsOf(names(this.school.principal(), "/overview/identified?tier=" + tier));
			assertThat(names(other.officer(), "/students?tier=" + tier)).isEmpty();
		}
		assertThat(names(this.school.officer(), "/students?tier=ONE")).containsExactly("林例一");
	}

	@Test
	void everyNumberIsTheLengthOfItsList() {
		this.payday.paid(this.ready);
		for (var figure : overview()) {
			var path = figure.path();
			var list = "/overview/" + figure.measure().path();
			assertThat(names(this.school.principal(), list + "?met=true")).as(path).hasSize((int) figure.now().met());
			assertThat(names(this.school.principal(), list + "?met=false")).as(path).hasSize((int) figure.now().open());
			assertThat(names(this.school.principal(), list + "?met=all")).as(path).hasSize((int) figure.now().total());
		}
		assertThat(names(this.school.principal(), "/overview/identified")).containsExactly("冯例三", "林例一", "吴例二");
		assertThat(names(this.school.principal(), "/overview/identified?met=false")).containsExactly("陈例四");
		assertThat(names(this.school.principal(), "/overview/identified?tier=ONE")).containsExactly("林例一");
		assertThat(names(this.school.principal(), "/overview/decided?grade=4")).isEmpty();
		assertThat(names(this.school.principal(), "/overview/visited")).isEmpty();
		assertThat(names(this.school.principal(), "/overview/visited?met=false")).hasSize(3);
		assertThat(this.pages.page(this.school.principal(), "/overview/files?met=false").select("tbody tr").eachText())
			.hasSize(3)
			.allMatch(
					(row) -> row.contains("缺件：") && row.contains("家访记录") && row.contains("户口簿") && !row.contains("备案"));
	}

	@Test
	void theOverviewShowsNumbersTiersAndMoney() {
		this.payday.paid(this.ready);
		this.clock.set(Payday.DAY.plusDays(1));
		var page = this.pages.page(this.school.principal(), "/");
		assertThat(page.select(".stat").eachText()).hasSize(5)
			.anySatisfy((text) -> assertThat(text).contains("已认定学生 3 人", "占在校 4 人的 75.0%", "去年同期没有数据"))
			.anySatisfy((text) -> assertThat(text).contains("按时发放 100.0 %", "3 / 3 人", "2,500.00 元"));
		assertThat(page.select("#tiers svg text").eachText()).contains("五年级", "3");
		assertThat(page.select("#tiers tbody a").eachAttr("href")).contains("/overview/decided?grade=5&tier=ONE");
		assertThat(this.pages.page(this.school.principal(), "/?grade=5").select("#tiers tbody th").eachText())
			.containsExactly("五年级(2)班");
		assertThat(page.select("section[aria-labelledby=home-funds] tbody tr").eachText())
			.containsExactly("已发放 2,500.00", "已批待付 0.00", "按现有资格还要发 2,500.00", "未安排 0.00");
		assertThat(page.select("[style]")).isEmpty();
	}

	@Test
	void whatFailedIsPromisedStillAsInTheLedger() {
		this.payday.failed(this.ready, "吴例二");
		var page = this.pages.page(this.school.principal(), "/").select("section[aria-labelledby=home-funds]");
		assertThat(page.select("tbody tr").eachText()).containsExactly("已发放 1,750.00", "已批待付 750.00",
				"按现有资格还要发 2,500.00", "未安排 0.00");
		assertThat(page.text()).contains("按全学年计算：义务教育分级助学金");
		assertThat(this.pages.page(this.school.principal(), "/funds/" + this.ready.fund()).select(".strip").text())
			.contains("已批待付750.00");
	}

	@Test
	void paidLateIsNotOnTime() {
		assertThat(count(Measure.PAID)).extracting(Count::met, Count::total).containsExactly(0L, 3L);
		assertThat(rows("/overview/paid?met=false")).hasSize(3).allMatch((row) -> row.contains("还在两个月内"));
		this.clock.set(Payday.DAY.plusMonths(1));
		assertThat(rows("/overview/paid?met=false")).hasSize(3).allMatch((row) -> row.contains("未发到，已超过两个月"));
		TestDatabase
			.asOwner("update term_date set first_day = '2026-08-20' where first_year = 2026 and term = 'AUTUMN'");
		try {
			this.payday.paid(this.ready);
			assertThat(rows("/overview/paid?met=false")).hasSize(3).allMatch((row) -> row.contains("已发到，超过两个月"));
		}
		finally {
			TestDatabase
				.asOwner("update term_date set first_day = '2026-09-01' where first_year = 2026 and term = 'AUTUMN'");
		}
	}

	@Test
	void whoIsOnAListAndNotRecognisedIsEntitled() {
		TestDatabase.asOwner(
				"""
						insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, recorded_by, recorded_at)
						select e.school_id, e.id, c.code, '民政部门', '名单', '2026-09-01', %d, now()
						from enrolment e cross join (values ('P05'), ('P06'), ('P17')) as c(code) where e.school_id = %d"""
					.formatted(this.school.officer().userId(), this.school.schoolId()));
		assertThat(count(Measure.ENTITLED)).extracting(Count::met, Count::total).containsExactly(3L, 4L);
		assertThat(names(this.school.officer(), "/overview/entitled")).containsExactly("陈例四");
		assertThat(rows("/overview/entitled")).singleElement()
			.satisfies((row) -> assertThat(row).contains("未申请").doesNotContain("低保", "特困"));
	}

	@Test
	void eachListSaysWhoStandsOnIt() {
		for (var measure : Measure.values()) {
			for (var side : Side.values()) {
				var page = this.pages.page(this.school.principal(),
						"/overview/" + measure.path() + "?met=" + side.value());
				assertThat(page.select("main").text()).as(measure + " " + side).doesNotContain("??");
			}
		}
	}

	/** An auditor who opens one file must not find there what the figure denies. */
	@Test
	void theProceduresFigureAndThePapersOnTheFileSayThatTheyCountTwoThings() {
		var principal = this.school.principal();
		var figure = this.pages.page(principal, "/").select(".stat[href^=/overview/files]").text();
		assertThat(figure).contains("认定手续齐全", "从申报到备案的手续", "各家另交的证明不在内").doesNotContain("档案", "材料");
		for (var list : List.of("/overview/files", "/overview/papers")) {
			for (var side : Side.values()) {
				assertThat(this.pages.page(principal, list + "?met=" + side.value()).select(".phead .sub").text())
					.contains("手续", "申请表里没填的项目和各家另交的证明不在内", "申请材料完整度");
			}
		}
		var pupil = this.pages.page(principal, "/overview/files?met=all").select("tbody a").attr("href");
		assertThat(this.pages.page(principal, pupil).select("section[aria-labelledby=papers]").text())
			.contains("申请材料完整度", "缺 ", "家访、评议、评审、公示、备案不在内", "认定手续齐全");
	}

	@Test
	void theOfficerIsToldWhoHasNotAppliedAndWhatIsMissing() {
		TestDatabase.asOwner(
				"""
						insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, recorded_by, recorded_at)
						select e.school_id, e.id, 'P05', '民政部门', '名单', '2026-09-01', %d, now() from enrolment e where e.school_id = %d"""
					.formatted(this.school.officer().userId(), this.school.schoolId()));
		var lines = this.pages.page(this.school.officer(), "/").select("section[aria-labelledby=work-attention] li");
		assertThat(lines.eachText()).anyMatch((line) -> line.contains("疑似漏助：名单内 1 人未申请"))
			.anyMatch((line) -> line.contains("手续不全：3 份缺件"));
		assertThat(names(this.school.officer(), lines.select("a[href*=unapplied]").attr("href")))
			.containsExactly("陈例四");
		assertThat(names(this.school.officer(), lines.select("a[href*=papers]").attr("href"))).hasSize(3);
		for (var other : List.of(this.school.finance(), this.school.headTeacher(), this.school.otherOfficer())) {
			assertThat(this.pages.page(other, "/").text()).doesNotContain("疑似漏助", "手续不全");
		}
	}

	@Test
	void aYearBeforeIsCountedAsItWasOnThatDay() {
		this.clock.set(Payday.DAY.plusYears(1));
		var identified = overview().getFirst();
		assertThat(identified.now().met()).isZero();
		assertThat(identified.then()).isNotNull().extracting(Count::met).isEqualTo(3L);
		assertThat(this.pages.page(this.school.principal(), "/").select(".stat").eachText().getFirst())
			.contains("比去年同期少 3 人");
		this.clock.set(Payday.DAY.plusYears(1).minusDays(1));
		assertThat(overview().getFirst().then()).isNotNull().extracting(Count::met).isEqualTo(0L);
	}

	@Test
	void countyAndDistrictReadTheirOwnSchoolsOnly() {
		assertThat(names(this.school.county(), "/overview/identified?school=" + this.school.schoolId())).hasSize(3);
		assertThat(names(this.school.district(), "/overview/identified")).hasSize(3);
		var ofCounty = this.pages.page(this.school.county(), "/overview/identified");
		assertThat(ofCounty.select("tbody tr")).hasSize(3);
		assertThat(ofCounty.select("tbody a").eachAttr("href")).noneMatch((link) -> link.startsWith("/applications/"));
		assertThat(names(this.school.otherOfficer(), "/overview/identified")).isEmpty();
		assertThat(this.pages.get(this.school.otherOfficer(), "/overview/identified?school=" + this.school.schoolId()))
			.hasStatus(404);
		assertThat(this.pages.get(this.school.principal(), "/overview/wealth")).hasStatus(404);
		assertThat(this.pages.get(this.school.headTeacher(), "/overview/identified")).hasStatus(403);
		assertThat(this.pages.get(this.school.finance(), "/overview/identified")).hasStatus(403);
	}

	private List<Figure> overview() {
		return this.school.principal().scope().call(() -> this.figures.overview(this.school.principal()));
	}

	private Count count(Measure measure) {
		return this.school.principal()
			.scope()
			.call(() -> this.figures
				.list(this.school.principal(), measure, new FigureFilter(null, null, null, null, null, null, null))
				.count());
	}

	private List<String> rows(String path) {
		return this.pages.page(this.school.principal(), path).select("tbody tr").eachText();
	}

	private List<String> names(Actor actor, String path) {
		return this.pages.page(actor, path).select("tbody th").eachText();
	}

}
