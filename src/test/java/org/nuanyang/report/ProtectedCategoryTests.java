package org.nuanyang.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.household.CategoryService;
import org.nuanyang.household.HardshipCategory;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Workbook;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever category a pupil is in, its reports show a reader who may not know of it the
 * same as of a pupil who is in none; whoever opens them, and on whatever they stand.
 */
@IntegrationTest
class ProtectedCategoryTests {

	private static final String HAN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒";

	@Autowired
	private Cast cast;

	@Autowired
	private Cases cases;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Pages pages;

	@Autowired
	private CategoryService categories;

	private TestSchool school;

	@BeforeEach
	void enter() {
		this.school = this.cast.school();
	}

	private List<Actor> everybody() {
		return List.of(this.school.officer(), this.school.headTeacher(), this.school.principal(),
				this.school.reviewer(), this.school.finance(), this.school.counsellor(), this.school.district(),
				this.school.county(), this.school.auditor(), this.school.admin());
	}

	private List<HardshipCategory> others() {
		return this.school.officer()
			.scope()
			.call(this.categories::dictionary)
			.stream()
			.filter((one) -> !one.code().equals("P01"))
			.toList();
	}

	@Test
	void aRollTellsNobodyMoreThanTheyMayKnow() {
		var round = this.cases.round(this.school);
		recognised(round, "林例无", List.of("P01"));
		var names = new LinkedHashMap<String, HardshipCategory>();
		for (var category : others()) {
			var name = "林例" + HAN.charAt(names.size());
			recognised(round, name, List.of("P01", category.code()));
			names.put(name, category);
		}
		var readers = new ArrayList<Actor>();
		for (var roll : Roll.values()) {
			for (var actor : everybody()) {
				var path = "/reports/rolls/" + roll.path();
				if (this.pages.get(actor, path).getResponse().getStatus() == 200) {
					readers.add(actor);
					views(actor, path).forEach((view, lines) -> tells(actor, view, lines, names));
				}
			}
		}
		assertThat(readers).contains(this.school.officer(), this.school.county(), this.school.district());
		assertThat(views(this.school.officer(), "/reports/rolls/recognised").toString()).contains("特困供养");
	}

	private static void tells(Actor actor, String view, Map<String, String> lines,
			Map<String, HardshipCategory> names) {
		assertThat(lines).as(view).containsKeys("林例无");
		names.forEach((name, category) -> {
			if (!category.sensitivity().isVisibleTo(actor)) {
				assertThat(lines.get(name)).as(view + " " + actor + " " + category.code()).isEqualTo(lines.get("林例无"));
			}
		});
	}

	/** By name what each view of a roll says of the pupil, without numbers. */
	private Map<String, Map<String, String>> views(Actor actor, String path) {
		var views = new LinkedHashMap<String, Map<String, String>>();
		Stream.of(path + "?part=pupil", path + "?part=family", path + "?part=aid", path + "/paper").forEach((uri) -> {
			var lines = new LinkedHashMap<String, String>();
			this.pages.page(actor, uri)
				.select("tbody tr")
				.forEach((row) -> lines.merge(row.select("th").text(), plain(row.select("td").eachText().toString()),
						String::concat));
			views.put(uri, lines);
		});
		var sheet = new LinkedHashMap<String, String>();
		var file = this.pages.post(actor, path + "/export", Map.of("purpose", "REPORT"))
			.getResponse()
			.getContentAsByteArray();
		Workbook.read(file)
			.sheets()
			.getFirst()
			.rows()
			.forEach((row) -> sheet.put(at(row.cells(), 1),
					plain(row.cells().stream().skip(2).map(Cell::text).toList().toString())));
		views.put(path + "/export", sheet);
		return views;
	}

	private static String at(List<Cell> cells, int at) {
		return (cells.size() > at) ? cells.get(at).text() : "";
	}

	private static String plain(@Nullable String text) {
		return (text != null) ? text.replaceAll("[\\dX*-]+", "") : "";
	}

	@Test
	void aFigureListsNobodyForACategoryThatItsReaderMayNotKnow() {
		var names = new LinkedHashMap<String, HardshipCategory>();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		for (var category : others()) {
			var name = "林例" + HAN.charAt(names.size());
			hold(this.pupils.enrol(this.school, five, name), List.of(category.code()));
			names.put(name, category);
		}
		for (var actor : everybody()) {
			for (var path : List.of("/overview/unapplied?met=all", "/overview/entitled?met=all")) {
				var answer = this.pages.get(actor, path);
				if (answer.getResponse().getStatus() == 200) {
					var hidden = names.entrySet()
						.stream()
						.filter((one) -> !one.getValue().sensitivity().isVisibleTo(actor))
						.map(Map.Entry::getKey)
						.toList();
					var listed = Pages.page(answer).select("tbody th").eachText();
					assertThat(listed).as(path + " " + actor).isNotEmpty().noneMatch(hidden::contains);
				}
			}
		}
	}

	@Test
	void whoMayNotKnowOfThemIsToldThatTheyAreNotCounted() {
		var left = "只因特困、孤儿、残疾等受保护的类型在名单内的，按规定不告诉校外，不在这里的人数内";
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		hold(this.pupils.enrol(this.school, five, "林例甲"), List.of("P05"));
		hold(this.pupils.enrol(this.school, five, "林例乙"), List.of("P09"));
		for (var actor : List.of(this.school.county(), this.school.district())) {
			var home = this.pages.page(actor, "/").select("section[aria-labelledby=home-schools]");
			assertThat(home.text()).contains("应助未助（部分）", left);
			for (var list : List.of("/overview/entitled", "/overview/unapplied")) {
				var page = this.pages.page(actor, list + "?school=" + this.school.schoolId());
				assertThat(page.select("tbody th").eachText()).containsExactly("林例甲");
				assertThat(page.select(".phead .sub").text()).contains(left).doesNotContain("也算", "名册记有");
			}
		}
		for (var list : List.of("/overview/entitled", "/overview/unapplied")) {
			var page = this.pages.page(this.school.principal(), list);
			assertThat(page.select("tbody th").eachText()).containsExactlyInAnyOrder("林例甲", "林例乙");
			assertThat(page.select(".phead .sub").text()).contains("孤儿", "残疾").doesNotContain("不告诉校外");
		}
	}

	private void recognised(long round, String name, List<String> codes) {
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		var pupil = this.pupils.enrol(this.school, five, name);
		this.cases.set(this.school, this.cases.passed(this.school, round, Tier.TWO, pupil, five.id()), "RECOGNISED");
		hold(pupil, codes);
	}

	private void hold(long pupil, List<String> codes) {
		codes.forEach((code) -> TestDatabase.asOwner(
				"""
						insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, recorded_by, recorded_at)
						values (%d, %d, '%s', '部门', '名单', '2026-01-01', %d, now())"""
					.formatted(this.school.schoolId(), pupil, code, this.school.officer().userId())));
	}

}
