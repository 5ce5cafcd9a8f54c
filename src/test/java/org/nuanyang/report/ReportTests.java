package org.nuanyang.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The summary tables: their totals are the sums of their lines, and agree with a count by
 * hand.
 */
@IntegrationTest
@Import(Payday.class)
class ReportTests {

	private static final List<String> CODES = List.of("P01", "P05", "P07", "P09", "P16", "G01", "G02", "G03", "G04",
			"G05", "G07");

	@Autowired
	private Cast cast;

	@Autowired
	private Payday payday;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Pages pages;

	@Autowired
	private GroupService groups;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	/** A pupil as the test knows it. */
	private record Child(String schoolClass, boolean boy, boolean boards, String leftBehind, boolean orphan,
			boolean disabled, boolean migrant, List<String> codes) {

		boolean isIn(Group group) {
			return switch (group) {
				case LEFT_BY_ONE -> this.leftBehind.equals("SINGLE");
				case LEFT_BY_BOTH -> this.leftBehind.equals("BOTH");
				case DISABLED -> this.disabled || this.codes.contains("P09");
				case ORPHAN -> this.orphan || this.codes.contains("P07");
				case LEFT_IN_DIFFICULTY ->
					this.codes.contains("G02") && (!this.leftBehind.equals("NONE") || this.codes.contains("G01"));
				case SINGLE_PARENT -> this.codes.contains("P16") || this.codes.contains("G03");
				case SUBSISTENCE -> this.codes.contains("P05");
				case REGISTERED -> this.codes.contains("P01");
				case STUDY -> this.codes.contains("G04");
				case MIND -> this.codes.contains("G05");
				case MIGRANT -> this.migrant || this.codes.contains("G07");
			};
		}

	}

	@Test
	void linesAndTotalsAgreeWithACountOfGeneratedPupils() {
		var school = this.cast.school();
		for (var seed : List.of(7L, 2026L)) {
			var children = generated(school, new Random(seed));
			var table = school.principal().scope().call(() -> this.groups.table(school.principal(), null, false));
			var byClass = new HashMap<String, List<Child>>();
			children.forEach(
					(child) -> byClass.computeIfAbsent(child.schoolClass(), (name) -> new ArrayList<>()).add(child));
			var lines = table.rows().stream().filter((row) -> !row.total()).toList();
			assertThat(lines).extracting(GroupRow::name).containsExactlyInAnyOrderElementsOf(byClass.keySet());
			lines.forEach((line) -> agrees(line, byClass.getOrDefault(line.name(), List.of())));
			agrees(table.total(), children);
			var sum = GroupRow.sum("", null, null, lines);
			assertThat(table.total().groups()).isEqualTo(sum.groups());
			assertThat(table.rows()
				.stream()
				.filter((row) -> row.total() && row.grade() != null)
				.mapToLong(GroupRow::pupils)
				.sum()).isEqualTo(children.size());
			var county = school.county().scope().call(() -> this.groups.table(school.county(), null, false));
			agrees(county.total(), children);
			assertThat(county.total().boys() + county.total().girls()).isEqualTo(county.total().pupils());
		}
	}

	private static void agrees(GroupRow line, List<Child> children) {
		assertThat(line.pupils()).as(line.name()).isEqualTo(children.size());
		assertThat(line.boys()).isEqualTo(children.stream().filter(Child::boy).count());
		assertThat(line.boarders()).isEqualTo(children.stream().filter(Child::boards).count());
		assertThat(line.any()).isEqualTo(children.stream()
			.filter((child) -> Arrays.stream(Group.values())
				.anyMatch((group) -> group != Group.MIND && child.isIn(group)))
			.count());
		for (var group : Group.values()) {
			assertThat(line.of(group)).as(line.name() + " " + group)
				.isEqualTo(children.stream().filter((child) -> child.isIn(group)).count());
		}
	}

	/**
	 * Thirty pupils in four classes, made where they lie; those of an earlier seed leave.
	 */
	private List<Child> generated(TestSchool school, Random random) {
		TestDatabase.asOwner(
				"update enrolment set left_on = '2026-09-30', status = 'LEFT' where left_on is null and school_id = "
						+ school.schoolId());
		var children = new ArrayList<Child>();
		for (var n = 0; n < 30; n++) {
			var grade = 1 + random.nextInt(2);
			var number = 1 + random.nextInt(2);
			var made = this.pupils.classOf(school, grade, number, school.headTeacher());
			var id = this.pupils.enrol(school, made, "陈例" + "甲乙丙丁戊己庚辛壬癸".charAt(n % 10));
			var codes = CODES.stream().filter((code) -> random.nextInt(4) == 0).toList();
			var child = new Child(made.gradeName() + made.name(), random.nextBoolean(), random.nextBoolean(),
					List.of("NONE", "SINGLE", "BOTH").get(random.nextInt(3)), random.nextInt(5) == 0,
					random.nextInt(5) == 0, random.nextInt(5) == 0, codes);
			children.add(child);
			TestDatabase.asOwner(
					"""
							update enrolment set boarding = %s, left_behind = '%s', orphan = %s, disability = '%s', migrant_child = %s where id = %d;
							update person set sex = '%s' where id = (select person_id from enrolment where id = %d)"""
						.formatted(child.boards(), child.leftBehind(), child.orphan(),
								child.disabled() ? "PHYSICAL" : "NONE", child.migrant(), id,
								child.boy() ? "MALE" : "FEMALE", id));
			for (var code : codes) {
				TestDatabase.asOwner(
						"""
								insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, recorded_by, recorded_at)
								values (%d, %d, '%s', '部门', '名单', '2026-01-01', %d, now())"""
							.formatted(school.schoolId(), id, code, school.officer().userId()));
			}
		}
		return children;
	}

	@Test
	void fewAreNotCountedOutLoudOutside() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var inside = this.pages.page(ready.school().officer(), "/reports/groups")
			.select("tbody tr")
			.eachText()
			.getLast();
		assertThat(inside).startsWith("合计 2 2 0 2").endsWith("— 0");
		var outside = this.pages.page(ready.school().officer(), "/reports/groups?outside=true")
			.select("tbody tr")
			.eachText()
			.getLast();
		assertThat(outside).startsWith("合计 <3 <3 0 <3");
		assertThat(
				this.pages.page(ready.school().principal(), "/reports/groups").select("tbody tr").eachText().getLast())
			.doesNotContain("—");
		assertThat(this.pages.page(ready.school().officer(), "/reports/groups/paper").select(".paper td").eachText())
			.contains("2");
	}

	@Test
	void theRollOfRecognisedPupilsAddsUp() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		this.payday.paid(ready);
		var school = ready.school();
		for (var actor : List.of(school.officer(), school.county())) {
			var page = this.pages.page(actor, "/reports/rolls/recognised");
			assertThat(page.select("tbody th").eachText()).containsExactly("林例一", "吴例二");
			assertThat(page.select(".phead .sub").text()).contains("2 人，全年应发 3,500.00 元，已发 1,750.00 元");
		}
		var paper = this.pages.page(school.principal(), "/reports/rolls/recognised/paper");
		assertThat(paper.select("tfoot").text()).contains("3,500.00", "1,750.00");
		assertThat(paper.select("td.id").eachText()).isNotEmpty().allMatch((id) -> id.contains("****"));
		assertThat(this.pages.page(school.officer(), "/reports/rolls/registered").text()).contains("名单里还没有学生");
	}

	/**
	 * Field by field of forms.md 4.9: what is known stands there, masked; what is not
	 * stays empty.
	 */
	@Test
	void theRollHasTheFieldsOfTheForm() throws IOException {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		this.payday.paid(ready);
		var school = ready.school();
		TestDatabase.asOwner(
				"""
						insert into pupil_category (school_id, enrolment_id, code, authority, evidence, valid_from, valid_until, recorded_by, recorded_at)
						select e.school_id, e.id, c.code, '部门', '名单', '2026-01-01', c.until, %d, now()
						from enrolment e, (values ('P01', null::date), ('P02', date '2026-09-30')) as c(code, until) where e.id = %d"""
					.formatted(school.officer().userId(), ready.pupils().getFirst()));
		var pupil = first(this.pages.page(school.officer(), "/reports/rolls/recognised?part=pupil"));
		assertThat(pupil).containsEntry("学段", "小学")
			.containsEntry("现住址（省/市/县/乡/村组/详细）", "某省某县某镇…")
			.containsEntry("起止年月", "2022-09 至今")
			.containsEntry("户籍地址（省/市/县/乡/村组/详细）", "—");
		assertThat(pupil.get("学生电话")).matches("199\\*{4}\\d{4}");
		assertThat(pupil.get("身份证号")).contains("**********");
		var family = first(this.pages.page(school.officer(), "/reports/rolls/recognised?part=family"));
		assertThat(family).containsEntry("家长或监护人", "林样父")
			.containsEntry("与本人关系", "父亲")
			.containsEntry("贫困户属性", "脱贫户（原建档立卡）")
			.containsEntry("风险是否消除", "已消除")
			.containsEntry("户主", "—");
		assertThat(family.get("监护人身份证号")).contains("**********");
		assertThat(family).containsEntry("残疾家庭或本人残疾", "否");
		assertThat(first(this.pages.page(school.county(), "/reports/rolls/recognised?part=family")))
			.containsEntry("残疾家庭或本人残疾", "按权限不显示");
		assertThat(family.get("联系电话")).contains("****");
		var aid = first(this.pages.page(school.officer(), "/reports/rolls/recognised?part=aid"));
		assertThat(aid).containsEntry("本学年已发（元）", "1,000.00").containsEntry("帮扶责任人", "—");
		assertThat(aid.get("最近到账日")).startsWith("2026-10-");
		var paper = this.pages.page(school.officer(), "/reports/rolls/recognised/paper");
		assertThat(paper.select(".paper")).hasSize(3);
		assertThat(paper.text()).doesNotContain("北湾村").contains("户籍地址、户主、脱贫年度、帮扶责任人系统没有记录", "乡镇：");
		var file = this.pages.post(school.officer(), "/reports/rolls/recognised/export", Map.of("purpose", "REPORT"))
			.getResponse();
		assertThat(sheet(file.getContentAsByteArray())).contains("某省某县某镇…").doesNotContain("北湾村");
	}

	private static Map<String, String> first(Document page) {
		var cells = new HashMap<String, String>();
		page.select("tbody tr").getFirst().select("td").forEach((cell) -> cells.put(cell.attr("data-l"), cell.text()));
		return cells;
	}

	@Test
	void aWorkbookHoldsNoFormulaAndIsOnRecord() throws IOException {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		TestDatabase.asOwner("update person set name = '=1+1' where id = (select person_id from enrolment where id = "
				+ ready.pupils().getFirst() + ")");
		for (var file : List.of(this.pages.get(school.officer(), "/reports/groups/export"),
				this.pages.post(school.officer(), "/reports/rolls/recognised/export", Map.of("purpose", "REPORT")))) {
			assertThat(file).hasStatusOk();
			var sheet = sheet(file.getResponse().getContentAsByteArray());
			assertThat(sheet).doesNotContain("<f>", "<f ");
		}
		assertThat(this.trail.entries(school.officer(), "report.exported")).isEqualTo(2);
	}

	private static String sheet(byte[] workbook) throws IOException {
		try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().startsWith("xl/worksheets/")) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new IllegalStateException("no sheet");
	}

	@Test
	void theCounsellorCountsGroupsAndReadsNoRoll() {
		var school = this.cast.school();
		generated(school, new Random(7));
		var counsellor = school.counsellor();
		assertThat(this.pages.page(counsellor, "/").select(".side a").eachAttr("href")).contains("/reports");
		assertThat(this.pages.page(counsellor, "/reports").select(".content a").eachAttr("href"))
			.contains("/reports/groups")
			.noneMatch((path) -> path.contains("rolls"));
		var table = this.pages.page(counsellor, "/reports/groups");
		var mind = table.select("td[data-l=心理重点] a").getLast();
		assertThat(this.pages.page(counsellor, mind.attr("href")).select("tbody tr"))
			.hasSize(Integer.parseInt(mind.text()));
		assertThat(this.pages.get(counsellor, "/reports/rolls/recognised")).hasStatus(403);
	}

	@Test
	void aSheetSaysWhenItWasPrintedAndByWhom() {
		var ready = this.payday.school("10000", "林例一");
		var officer = ready.school().officer();
		for (var path : List.of("/reports/groups/paper", "/reports/rolls/recognised/paper", "/funds/ledger/paper")) {
			assertThat(this.pages.page(officer, path).select(".paper-foot").text()).as(path)
				.startsWith("打印时间：2026-1")
				.endsWith("经办人：" + officer.name());
		}
	}

	@Test
	void financeReadsMoneyAndNothingOfHardship() throws IOException {
		var ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.payday.failed(ready, "吴例二");
		var school = ready.school();
		this.clock.set(Payday.DAY.plusMonths(1));
		assertThat(this.pages.page(school.finance(), "/reports").select(".content .what a").eachText())
			.containsExactly("资助发放统计表");
		for (var actor : List.of(school.finance(), school.officer(), school.county(), school.district())) {
			var page = this.pages.page(actor, "/reports/payments");
			assertThat(page.select("tbody tr").getFirst().text())
				.contains("第一学期 3 2,500.00 2 1,750.00 1 750.00 1 750.00 0 0.00");
			assertThat(page.select("tbody tr").getLast().text()).startsWith("合计 6 5,000.00");
			for (var link : page.select("tbody td a")) {
				assertThat(this.pages.page(actor, link.attr("href")).select("tbody tr")).as(link.attr("href"))
					.hasSize(Integer.parseInt(link.text()));
			}
		}
		var owed = this.pages.page(school.finance(), "/reports/payments/pupils?term=AUTUMN&state=overdue");
		assertThat(owed.select("tbody tr").text()).startsWith("吴例二 五年级(2)班").doesNotContain("二级");
		assertThat(owed.select(".filters .tag").eachText()).containsExactly("第一学期", "逾期未发");
		var file = this.pages.get(school.finance(), "/reports/payments/export").getResponse();
		assertThat(sheet(file.getContentAsByteArray())).contains("1750").doesNotContain("林例一");
		assertThat(this.pages.page(school.finance(), "/reports/payments/paper").select(".paper-foot").text())
			.contains("唐例谷");
		assertThat(this.trail.entries(school.finance(), "report.exported")).isEqualTo(1);
		assertThat(this.pages.get(school.finance(), "/reports/groups")).hasStatus(403);
		assertThat(this.pages.get(school.headTeacher(), "/reports/payments")).hasStatus(403);
		assertThat(this.pages.get(school.otherOfficer(), "/reports/payments?school=" + school.schoolId()))
			.hasStatus(404);
	}

	@Test
	void othersReadNothing() {
		var ready = this.payday.school("10000", "林例一");
		var school = ready.school();
		for (var path : List.of("/reports", "/reports/groups", "/reports/groups/export", "/reports/rolls/recognised",
				"/reports/rolls/recognised/paper")) {
			for (var actor : List.<Actor>of(school.headTeacher(), school.auditor(), school.admin())) {
				assertThat(this.pages.get(actor, path)).as(path).hasStatus(403);
			}
		}
		assertThat(this.pages.page(school.otherOfficer(), "/reports/rolls/recognised").select("tbody th")).isEmpty();
		assertThat(this.pages.get(school.otherOfficer(), "/reports/groups?school=" + school.schoolId())).hasStatus(404);
		assertThat(this.pages.get(school.officer(), "/reports/rolls/everybody")).hasStatus(404);
	}

}
