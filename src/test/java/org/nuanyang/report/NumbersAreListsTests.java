package org.nuanyang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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

/** Whoever clicks a number finds as many rows, and sees what the list is narrowed to. */
@IntegrationTest
@Import(Payday.class)
class NumbersAreListsTests {

	private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");

	/** As the foot of a list of several pages says it. */
	private static final Pattern OF_ALL = Pattern.compile("共 ([0-9,]+) 条");

	private static final Pattern LATE = Pattern.compile("\\D+ ([0-9,]+) 人 · 逾期");

	@Autowired
	private Payday payday;

	@Autowired
	private Cases cases;

	@Autowired
	private Cast cast;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	/**
	 * Somebody at every place: paid, recognised, passed, to be visited, a draft; an
	 * orphan who has not applied.
	 */
	@BeforeEach
	void aSchoolInTheMiddleOfItsYear() {
		var ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.school = ready.school();
		this.payday.failed(ready, "吴例二");
		var round = Long.parseLong(this.pages.page(this.school.county(), "/")
			.select("a[href^=/rounds/]")
			.attr("href")
			.replaceAll("\\D", ""));
		var four = this.pupils.classOf(this.school, 4, 1, this.school.headTeacher());
		for (var status : List.of("PASSED", "ACCEPTED", "DRAFT", "NOT_PASSED", "WITHDRAWN")) {
			var pupil = this.pupils.enrol(this.school, four, "陈例" + status.charAt(0));
			var made = this.cases.passed(this.school, round, Tier.TWO, pupil, four.id());
			if (!status.equals("PASSED")) {
				TestDatabase.asOwner("update aid_application set status = '%s', decided_tier = null where id = %d"
					.formatted(status, made));
			}
		}
		TestDatabase
			.asOwner("update enrolment set orphan = true where id = " + this.pupils.enrol(this.school, four, "何例孤"));
		this.clock.set(Payday.DAY.withYear(2027).withDayOfYear(5));
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void onTheFirstPageOfEachRole() {
		for (var actor : List.of(this.school.principal(), this.school.officer(), this.school.headTeacher(),
				this.school.county(), this.school.district())) {
			var home = this.pages.page(actor, "/");
			assertThat(check(actor, home)).as(actor.username()).isNotEmpty();
		}
		assertThat(check(this.school.principal(), this.pages.page(this.school.principal(), "/?grade=5"))).isNotEmpty();
	}

	@Test
	void theStripOfTheOfficerLeadsToNarrowedLists() {
		var strip = this.pages.page(this.school.officer(), "/").select(".stat");
		assertThat(strip.select(".v").eachText()).containsExactly("9 人", "6 人", "1 人", "4 人");
		var undecided = this.pages.page(this.school.officer(), strip.get(2).attr("href"));
		assertThat(undecided.select(".filters .tag").text()).isEqualTo("待评审决定");
		assertThat(this.pages.page(this.school.officer(), undecided.select(".filters .tag").attr("href"))
			.select("tbody tr")).hasSize(8);
	}

	@Test
	void aLateStepListsWhomItCounted() {
		var county = this.pages.page(this.school.county(), "/");
		var late = row(county).select("td:last-child a");
		assertThat(late.eachText()).anyMatch((text) -> text.startsWith("受理申请 1 人"))
			.anyMatch((text) -> text.startsWith("入户核实 1 人") || text.startsWith("家访"))
			.anyMatch((text) -> text.startsWith("公示 1 人"));
		var drafts = this.pages.page(this.school.county(), late.getFirst().attr("href"));
		assertThat(drafts.select("tbody tr").text()).contains("草稿");
		assertThat(drafts.select(".filters .tag").eachText()).containsExactly("青石学校" + place(), "受理申请");
	}

	@Test
	void bothSidesOfAListFollowItsFilter() {
		var list = this.pages.page(this.school.principal(), "/overview/decided?grade=5&tier=TWO");
		assertThat(list.select(".tabs a").eachText()).containsExactly("已定等级 2", "未定等级 0", "全部 2");
		assertThat(list.select(".filters .tag").eachText()).containsExactly("五年级", "二级");
		for (var tab : list.select(".tabs a")) {
			assertThat(rows(this.pages.page(this.school.principal(), tab.attr("href")))).as(tab.attr("href"))
				.isEqualTo(number(tab.text().replaceAll("\\D", "")));
		}
		assertThat(
				this.pages.page(this.school.principal(), "/overview/identified?met=false").select(".phead .sub").text())
			.contains("还没有生效认定结果")
			.contains("6 人");
	}

	@Test
	void cellsOfTheTableOfGroupsLeadToNamesForWhomMayKnowThem() {
		var counted = "/reports/groups?school=" + this.school.schoolId();
		for (var actor : List.of(this.school.principal(), this.school.officer(), this.school.county(),
				this.school.district())) {
			for (var path : List.of("/reports/groups", counted)) {
				var page = this.pages.page(actor, path);
				assertThat(check(actor, page)).as(actor.username())
					.contains(actor.school().isPresent() ? "/students?sex=MALE"
							: "/students?school=" + this.school.schoolId() + "&sex=MALE");
				assertThat(page.text()).contains("全部一致");
			}
		}
		assertThat(check(this.school.officer(), this.pages.page(this.school.officer(), counted)))
			.contains("/students?group=ORPHAN", "/students?at=g4&group=ANY");
		assertThat(check(this.school.county(), this.pages.page(this.school.county(), counted)))
			.noneMatch((path) -> path.contains("ORPHAN") || path.contains("ANY"));
		var open = this.pages.page(this.school.county(), "/students?group=ORPHAN");
		assertThat(open.select("tbody tr"))
			.hasSameSizeAs(this.pages.page(this.school.county(), "/students").select("tbody tr"));
		assertThat(open.select("main .note").text()).contains("没有用上");
		assertThat(this.pages.page(this.school.officer(), "/students?group=ORPHAN&sex=MALE")
			.select(".filters .tag")
			.eachText()).containsExactly("孤儿", "男");
		assertThat(this.pages.page(this.school.officer(), "/reports/groups?outside=true").select("td a")).isEmpty();
	}

	@Test
	void filingsOfOneSchoolSaySo() {
		var own = "/filings?school=" + this.school.schoolId();
		var list = this.pages.page(this.school.county(), own);
		assertThat(list.select("tbody tr")).hasSize(1);
		assertThat(list.select(".filters .tag").attr("href")).isEqualTo("/filings");
		assertThat(this.pages.page(this.school.county(), "/filings").select("tbody tr")).hasSize(2);
		assertThat(this.pages.get(this.school.otherOfficer(), own)).hasStatus(404);
	}

	@Test
	void behindTheLastPageIsTheLastPage() {
		assertThat(this.pages.get(this.school.officer(), "/students?page=99999&sort=name"))
			.hasRedirectedUrl("/students?sort=name&page=1");
		assertThat(this.pages.get(this.school.officer(), "/overview/identified?page=7"))
			.hasRedirectedUrl("/overview/identified?page=1");
		assertThat(this.pages.page(this.school.officer(), "/students?q=无此人&page=3").text()).contains("没有符合条件的学生");
	}

	@Test
	void theRosterNamesOrphansToThoseWhoMayKnow() {
		assertThat(this.pages.page(this.school.principal(), "/overview/entitled").select("tbody th").eachText())
			.contains("何例孤");
		// Where a list has orphans only, a name on it says orphan.
		for (var list : List.of("/overview/entitled", "/overview/unapplied")) {
			assertThat(this.pages.page(this.school.county(), list).select("tbody th").eachText()).doesNotContain("何例孤");
		}
		assertThat(this.pages.page(this.school.officer(), "/students?category=P07").select("tbody th").eachText())
			.containsExactly("何例孤");
		assertThat(this.pages.page(this.school.county(), "/students?category=P07").select(".filters .tag")).isEmpty();
	}

	/** Whoever reads money alone finds the payments that are late, and nothing else. */
	@Test
	void whatFinanceOwesIsListedByPayment() {
		var owed = this.pages.page(this.school.finance(), "/").select("#content a[href^=/reports/payments/pupils]");
		assertThat(owed.eachText()).singleElement().asString().startsWith("第一学期资助发到：还有 1 人次");
		var list = this.pages.page(this.school.finance(), owed.attr("href"));
		assertThat(list.select("tbody tr th").eachText()).containsExactly("吴例二");
		assertThat(list.select(".filters .tag").eachText()).containsExactly("第一学期", "逾期未发");
	}

	@Test
	void theMoneyOfTheYearLeadsToThePaymentsThatItCounts() {
		var lines = this.pages.page(this.school.principal(), "/")
			.select("section[aria-labelledby=home-funds] tbody tr");
		assertThat(lines).hasSizeGreaterThan(2);
		for (var line : lines.subList(0, 2)) {
			var list = this.pages.page(this.school.principal(), line.select("a").attr("href"));
			assertThat(list.select(".phead .sub").text()).as(line.text()).endsWith(line.select("td").text() + " 元");
			assertThat(list.select("tbody tr")).isNotEmpty();
			assertThat(list.select(".filters .tag").eachText()).hasSize(1);
		}
		assertThat(this.pages.page(this.school.principal(), lines.get(1).select("a").attr("href"))
			.select("tbody th")
			.eachText()).containsExactly("吴例二");
	}

	@Test
	void aLineOfTheHeadTeacherCountsTheListBehindIt() {
		var lines = this.pages.page(this.school.headTeacher(), "/").select(".todo li:has(a)");
		var checked = new ArrayList<String>();
		for (var line : lines) {
			var count = Pattern.compile("：([0-9,]+) [户人]").matcher(line.text());
			var path = line.select("a").attr("href");
			if (count.find() && path.matches("/(visits|applications).*")) {
				var list = this.pages.page(this.school.headTeacher(), path);
				var rows = path.startsWith("/visits") ? list.select("section[aria-labelledby=v-due] .todo li").size()
						: rows(list);
				assertThat(rows).as(line.text()).isEqualTo(number(count.group(1)));
				checked.add(path);
			}
		}
		assertThat(checked).anyMatch((path) -> path.startsWith("/visits"))
			.anyMatch((path) -> path.contains("next=VISIT"));
	}

	@Test
	void aShareOfNobodyIsADash() {
		var fresh = this.cast.school();
		var home = this.pages.page(fresh.principal(), "/");
		var paid = home.select("a.stat[href^=/overview/paid]");
		assertThat(paid.select(".v").text()).isEqualTo("—");
		assertThat(paid.text()).contains("本学期暂无资助").doesNotContain("0.0", "0 / 0");
		assertThat(home.select("section[aria-labelledby=home-funds]").text()).contains("暂无资助项目");
		assertThat(home.select("section[aria-labelledby=home-funds] p").text()).doesNotContain("：；");
		assertThat(this.pages.page(fresh.county(), "/").text()).doesNotContain("0.0%");
	}

	/** Follows every number of the page; returns what it followed. */
	private List<String> check(Actor actor, Document page) {
		var followed = new ArrayList<String>();
		for (var link : page.select("#content a[href]")) {
			shown(link).ifPresent((number) -> {
				var path = link.attr("href");
				assertThat(rows(this.pages.page(actor, path))).as(actor.username() + " " + link.text() + " " + path)
					.isEqualTo(number);
				followed.add(path);
			});
		}
		return followed;
	}

	/** How many rows a link promises, if it does. */
	private static Optional<Long> shown(Element link) {
		var late = LATE.matcher(link.text());
		if (late.lookingAt()) {
			return Optional.of(number(late.group(1)));
		}
		var text = link.hasClass("stat") ? link.select(".v").text().replace(" 人", "") : link.text();
		if (NUMBER.matcher(text).matches()) {
			return Optional.of(number(text));
		}
		// A share names in its note how many are missing from it.
		var missing = Pattern.compile("(?:未按时|未访|缺件|还有) ([0-9,]+)").matcher(link.text());
		return ((link.hasClass("stat") || link.text().contains("还有")) && missing.find()
				&& !missing.group(1).equals("0")) ? Optional.of(number(missing.group(1))) : Optional.empty();
	}

	private static long rows(Document list) {
		var all = OF_ALL.matcher(list.select(".foot-bar").text());
		return all.find() ? number(all.group(1)) : list.select("tbody tr").size();
	}

	private static long number(String text) {
		return Long.parseLong(text.replace(",", ""));
	}

	private Element row(Document home) {
		return home.select("section[aria-labelledby=home-schools] tbody tr")
			.stream()
			.filter((row) -> row.text().contains("青石学校"))
			.findFirst()
			.orElseThrow();
	}

	private String place() {
		return this.school.county().orgName().replaceAll("\\D", "");
	}

}
