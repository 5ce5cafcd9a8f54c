package org.nuanyang.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** A county's and a district's first page: schools side by side. */
@IntegrationTest
@Import(Payday.class)
class SchoolsAtAGlanceTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Cases cases;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Cast cast;

	@Autowired
	private Published published;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void eachCellIsTheLengthOfTheListItLeadsTo() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		this.payday.paid(ready);
		this.clock.set(Payday.DAY.plusDays(1));
		for (var actor : List.of(ready.school().county(), ready.school().district())) {
			var row = row(actor);
			assertThat(row.text()).contains("青石学校", "2 100.0%", "2 / 2").doesNotContain("逾期");
			for (var link : row.select("a[href^=/overview]")) {
				var page = this.pages.page(actor, link.attr("href"));
				if (!link.text().contains("/")) {
					assertThat(page.select("tbody tr")).as(link.attr("href")).hasSize(Integer.parseInt(link.text()));
				}
			}
			assertThat(this.pages.get(actor, row.select("th a").attr("href"))).hasStatusOk();
		}
		assertThat(
				this.pages.page(ready.school().county(), "/").select("section[aria-labelledby=home-schools] tbody tr"))
			.hasSize(2);
	}

	@Test
	void thePageIsCalledTheSameOnTheWayBackToIt() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		for (var actor : List.of(school.county(), school.principal(), school.officer())) {
			var home = this.pages.page(actor, "/").select("h1").text();
			assertThat(this.pages.page(actor, "/overview/identified").select(".crumbs a").text()).isEqualTo(home);
		}
		assertThat(this.pages.page(school.county(), "/").select(".actions").text()).isEqualTo("打印本页");
		assertThat(this.pages.page(school.principal(), "/").select(".actions").text()).isEqualTo("打印本页");
	}

	@Test
	void aStepPastItsLastDayIsLateWhileSomebodyWaits() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		var five = this.pupils.classOf(school, 5, 2, school.headTeacher());
		var late = this.cases.passed(school,
				this.pages.page(school.county(), "/")
					.select("a[href^=/rounds/]")
					.stream()
					.map((link) -> Long.parseLong(link.attr("href").replaceAll("\\D", "")))
					.findFirst()
					.orElseThrow(),
				Tier.TWO, this.pupils.enrol(school, five, "冯例三"), five.id());
		assertThat(this.cases.status(school, late)).isEqualTo("PASSED");
		assertThat(row(school.county()).text()).doesNotContain("逾期");
		this.clock.set(Payday.DAY.withYear(2027).withDayOfYear(5));
		assertThat(row(school.county()).text()).contains("公示 1 人 · 逾期 5 天");
		assertThat(this.pages.page(school.county(), "/").select(".phead").text()).contains("1 所学校有逾期");
	}

	/** What has stood on notice to its end waits to be filed, here as everywhere. */
	@Test
	void aCaseWhoseNoticeHasEndedWaitsToBeFiled() {
		var school = this.cast.school();
		var round = this.cases.round(school);
		this.cases.passed(school, round, Tier.TWO, "冯例三");
		this.published.notice(school, round, LocalDate.of(2026, 10, 19));
		this.clock.set(LocalDate.of(2026, 10, 19));
		assertThat(waiting(school, "PUBLISH")).isOne();
		this.clock.set(LocalDate.of(2026, 10, 27));
		assertThat(waiting(school, "PUBLISH")).isZero();
		assertThat(waiting(school, "FILE")).isOne();
		assertThat(this.pages.page(school.county(), "/overview/waiting?step=FILE&school=" + school.schoolId()).text())
			.contains("等报送备案");
		this.clock.set(LocalDate.of(2027, 1, 5));
		var late = this.pages.page(school.county(), "/")
			.select("section[aria-labelledby=home-schools] a[href='/overview/waiting?step=FILE&school="
					+ school.schoolId() + "']");
		assertThat(late.text()).contains("备案 1 人 · 逾期 5 天");
	}

	/**
	 * Whom objectors are told to turn to sees where they wait: a number, nothing else.
	 */
	@Test
	void objectionsAreCountedWithoutAName() {
		var school = this.cast.school();
		var round = this.cases.round(school);
		this.cases.passed(school, round, Tier.TWO, "冯例三");
		var notice = this.published.notice(school, round, LocalDate.of(2026, 10, 19));
		this.clock.set(LocalDate.of(2026, 10, 19));
		assertThat(this.pages.post(school.principal(), "/objections", Map.of("notice", "" + notice, "channel", "VISIT",
				"receivedOn", "2026-10-19", "kind", "MISSED", "words", "郑例二没有上名单")))
			.hasStatus(302);
		for (var actor : List.of(school.county(), school.district())) {
			assertThat(objections(actor, school)).isEqualTo("1");
			assertThat(this.pages.page(actor, "/").text()).doesNotContain("郑例二");
		}
		this.clock.set(LocalDate.of(2026, 11, 9));
		assertThat(objections(school.county(), school)).isEqualTo("1 逾期未答复 1 件");
		assertThat(this.pages.get(school.county(), "/objections")).hasStatus(403);
	}

	private String objections(Actor actor, TestSchool school) {
		return this.pages.page(actor, "/")
			.select("section[aria-labelledby=home-schools] tbody tr:has(a[href='/students?school=" + school.schoolId()
					+ "']) td[data-l^=未办结异议]")
			.text();
	}

	private int waiting(TestSchool school, String step) {
		return this.pages.page(school.county(), "/overview/waiting?step=" + step + "&school=" + school.schoolId())
			.select("tbody tr")
			.size();
	}

	private Element row(Actor actor) {
		return this.pages.page(actor, "/")
			.select("section[aria-labelledby=home-schools] tbody tr")
			.stream()
			.filter((row) -> row.text().contains("青石学校"))
			.findFirst()
			.orElseThrow();
	}

}
