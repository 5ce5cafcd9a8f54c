package org.nuanyang.filing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.nuanyang.workbook.Sheet;
import org.nuanyang.workbook.SheetRow;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;
import org.nuanyang.workbook.Workbook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanyang.support.Cast.as;

/**
 * Single rows that the centre gives back, the columns of the workbook, and what differs
 * later from what was filed.
 */
@IntegrationTest
class FilingRowsTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Published published;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long round;

	List<Long> passed;

	String filing;

	@BeforeEach
	void send() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
		this.passed = this.cases.passed(this.school, this.round, Tier.TWO, "林例一", "吴例二", "冯例三");
		this.published.notice(this.school, this.round, LocalDate.of(2026, 10, 19));
		this.clock.set(LocalDate.of(2026, 10, 24));
		this.filing = sent(3);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private String sent(int people) {
		var answer = this.pages.post(this.school.officer(), "/filings",
				Map.of("round", "" + this.round, "people", "" + people, "corrected", "班级已更正"));
		assertThat(answer).hasStatus(HttpStatus.FOUND);
		return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
	}

	private MvcTestResult giveBack(Actor centre, String... form) {
		var fields = new java.util.LinkedHashMap<String, String>();
		for (int i = 0; i < form.length; i += 2) {
			fields.put(form[i], form[i + 1]);
		}
		return this.pages.post(centre, this.filing + "/answer", fields);
	}

	private int position(String name) {
		var rows = this.pages.page(this.school.officer(), this.filing).select("section[aria-labelledby=list] tbody tr");
		return rows.stream()
			.filter((row) -> row.select("th").text().startsWith(name))
			.mapToInt((row) -> Integer.parseInt(row.select("td").getFirst().text()))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void theCentreGivesBackOneRowAndAcceptsTheOthers() {
		var at = position("吴例二");
		assertThat(giveBack(this.school.county(), "reason-" + at, "班级有误", "returned", "1")).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.get(this.school.officer(), this.filing)).bodyText()
			.contains("已备案", "其中退回 1 人", "退回：班级有误", "与报送时一致", "生成资助资格（2）");
		assertThat(this.pages.get(this.school.district(), "/filings")).bodyText().contains("1 人退回");
		assertThat(this.pages.get(this.school.officer(), "/applications/" + this.passed.get(1))).bodyText()
			.contains("县中心退回：班级有误");
		assertThat(this.trail.entries(this.school.county(), "filing.accepted")).isOne();
		assertThat(giveBack(this.school.county(), "reason-1", "再退", "returned", "1"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("已经答复过");
	}

	@Test
	void onlyTheReturnedRowIsSentAgain() {
		giveBack(this.school.county(), "reason-" + position("吴例二"), "班级有误", "returned", "1");
		assertThat(this.pages.get(this.school.officer(), "/filings/new?round=" + this.round)).bodyText()
			.contains("吴例二", "上次退回原因", "班级有误")
			.doesNotContain("林例一");
		var first = this.filing;
		var second = sent(1);
		assertThat(this.pages.get(this.school.officer(), second)).bodyText().contains("备案〔2026〕2号");
		var earlier = this.pages.page(this.school.county(), second).select("section[aria-labelledby=earlier]");
		assertThat(earlier.text()).contains("备案〔2026〕1号", "吴例二：班级有误");
		assertThat(earlier.select("a").attr("href")).isEqualTo(first);
		assertThat(this.pages.page(this.school.county(), first).select("section[aria-labelledby=earlier]")).isEmpty();
		assertThat(this.pages.post(this.school.officer(), "/filings", Map.of("round", "" + this.round, "people", "1")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void aCountThatDoesNotMatchKeepsWhatWasTyped() {
		for (var wrong : List.of(Map.of("returned", "0"), Map.of("reason-1", "理由一", "returned", "2"),
				Map.of("reason-1", "理由一", "reason-2", "理由一", "reason-3", "理由一", "returned", "3"),
				Map.of("reason-1", "理由一", "reason-9", "没有这一行", "returned", "2"),
				Map.of("reason-1", "理由一" + "长".repeat(200), "returned", "1"),
				Map.of("reason-1", "理由一", "returned", "很多"))) {
			var answer = this.pages.post(this.school.county(), this.filing + "/answer", wrong);
			assertThat(answer.getResponse().getStatus()).as("%s", wrong).isBetween(400, 422);
			if (wrong.containsKey("reason-1")) {
				assertThat(Pages.page(answer).select("#reason-1").val()).as("%s", wrong).startsWith("理由一");
			}
		}
		assertThat(this.pages.get(this.school.officer(), this.filing)).bodyText().contains("已报送，待接收");
	}

	@Test
	void onlyTheCentreOfItsCountyGivesBack() {
		for (var other : List.of(this.school.officer(), this.school.principal(), this.school.district())) {
			assertThat(giveBack(other, "reason-1", "有误", "returned", "1")).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.pages.get(other, this.filing + "/answer")).hasStatus(HttpStatus.FORBIDDEN);
		}
		assertThat(giveBack(this.cast.school().county(), "reason-1", "有误", "returned", "1"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void reasonsAreReadFromTheWorkbookThatWasExported() throws IOException {
		var rows = taken();
		var at = rows.stream().map((row) -> row.get(1)).toList().indexOf("冯例三");
		rows.get(at).set(8, "身份证号与学籍不符");
		var read = upload(written(rows));
		assertThat(read).hasStatusOk().bodyText().contains("还没有提交");
		assertThat(Pages.page(read).select("#reason-" + position("冯例三")).val()).isEqualTo("身份证号与学籍不符");
		assertThat(this.pages.get(this.school.officer(), this.filing)).bodyText().contains("已报送，待接收");
	}

	@Test
	void aWorkbookThatIsNotThisListIsRefused() throws IOException {
		var rows = taken();
		assertThat(upload(written(rows))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("没有一行填了退回原因");
		rows.get(2).set(1, "别人");
		rows.get(2).set(8, "有误");
		assertThat(upload(written(rows))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("表格第 3 行的序号和姓名与名单不符");
		rows.forEach((row) -> row.set(8, ""));
		assertThat(upload(written(rows))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("找不到“序号”");
		assertThat(upload(new byte[0])).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请选择写好原因的表格", "id=\"file\"");
		assertThat(upload("不是表格".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private MvcTestResult upload(byte[] file) {
		return this.mvc.post()
			.uri(this.filing + "/annotations")
			.multipart()
			.file(new MockMultipartFile("file", "退回.xlsx", "application/octet-stream", file))
			// A browser that was refused before is at the address of the refusal.
			.header("Referer", "http://localhost" + this.filing + "/annotations")
			.with(as(this.school.county()))
			.exchange();
	}

	/** What the centre took away, as text. */
	private List<List<String>> taken() throws IOException {
		return rows(this.pages.exported(this.school.county(), this.filing + "/export"));
	}

	private static List<List<String>> rows(MvcTestResult workbook) {
		var sheet = Workbook.read(workbook.getResponse().getContentAsByteArray()).sheets().getFirst();
		return sheet.rows().stream().map((row) -> cells(sheet, row)).toList();
	}

	private static List<String> cells(Sheet sheet, SheetRow row) {
		var cells = new ArrayList<String>();
		for (var at = 0; at < sheet.columns(); at++) {
			cells.add(row.cell(at).text());
		}
		return cells;
	}

	private static byte[] written(List<List<String>> rows) {
		var titles = rows.getFirst().stream().map((title) -> new Table.Column(title, 12)).toList();
		var body = rows.stream().skip(1).map((row) -> (List<@Nullable Object>) new ArrayList<@Nullable Object>(row));
		return TableWriter.xlsx(new Table("名单", titles, body.toList()));
	}

	@Test
	void theOfficerChoosesColumnsAndTheSchoolKeepsThem() {
		var chosen = export(this.school.officer(), true, FilingColumn.NAME, FilingColumn.SCHOOL, FilingColumn.TIER);
		assertThat(rows(chosen).getFirst()).containsExactly("姓名", "学校", "等级");
		assertThat(rows(this.pages.exported(this.school.officer(), this.filing + "/export")).getFirst())
			.containsExactly("姓名", "学校", "等级");
		assertThat(this.pages.page(this.school.officer(), this.filing + "/export")
			.select("input[checked]")
			.eachAttr("value")).containsExactlyInAnyOrder("NAME", "SCHOOL", "TIER");
		assertThat(this.trail.entries(this.school.officer(), "filing.template-kept")).isOne();
		assertThat(this.trail.entries(this.school.officer(), "filing.exported")).isEqualTo(2);
	}

	@Test
	void columnsAreRefusedForbiddenAndNobodyElsesTemplate() {
		assertThat(export(this.school.officer(), false)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请至少勾选一列");
		assertThat(export(this.school.district(), false, FilingColumn.NAME)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(export(this.school.otherOfficer(), true, FilingColumn.NAME)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(rows(this.pages.exported(this.school.officer(), this.filing + "/export")).getFirst()).hasSize(8);
	}

	@Test
	void theCountyKeepsItsOwnColumnsInItsOwnOrder() {
		var sent = this.mvc.post()
			.uri(this.filing + "/export")
			.with(as(this.school.county()))
			.param("keep", "true")
			.param("purpose", "REPORT")
			.param("columns", "TIER", "NAME", "POSITION")
			.param("order.TIER", "1")
			.param("order.POSITION", "2")
			.exchange();
		assertThat(rows(sent).getFirst()).startsWith("等级", "序号", "姓名").hasSize(4);
		assertThat(rows(this.pages.exported(this.school.county(), this.filing + "/export")).getFirst()).startsWith("等级",
				"序号", "姓名");
		assertThat(this.pages.page(this.school.county(), this.filing + "/export").select("[name='order.TIER']").val())
			.isEqualTo("1");
		assertThat(rows(this.pages.exported(this.school.officer(), this.filing + "/export")).getFirst()).hasSize(8);
		assertThat(this.trail.entries(this.school.county(), "filing.template-kept")).isOne();
		var wrong = this.mvc.post()
			.uri(this.filing + "/export")
			.with(as(this.school.county()))
			.param("columns", "NAME", "SEX")
			.param("order.NAME", "前面")
			.param("keep", "true")
			.param("purpose", "REPORT")
			.exchange();
		assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("顺序请填整数", "前面");
		// What was chosen stays, beside what the centre's workbook always has.
		assertThat(Pages.page(wrong).select("input[checked]").eachAttr("value")).contains("NAME", "SEX", "true")
			.doesNotContain("TIER", "CLASS");
	}

	private MvcTestResult export(Actor actor, boolean keep, FilingColumn... columns) {
		var request = this.mvc.post()
			.uri(this.filing + "/export")
			.with(as(actor))
			.param("keep", "" + keep)
			.param("purpose", "REPORT");
		Arrays.stream(columns).forEach((column) -> request.param("columns", column.name()));
		return request.exchange();
	}

	@Test
	void whatChangesAfterFilingShowsBesideWhatWasFiled() {
		assertThat(this.pages.get(this.school.officer(), this.filing)).hasStatusOk()
			.bodyText()
			.doesNotContain("已备案 ≠ 当前");
		var id = this.filing.substring("/filings/".length());
		TestDatabase
			.asOwner("update enrolment set boarding = not boarding where id = (select enrolment_id from filing_row "
					+ "where filing_id = " + id + " and name = '林例一')");
		TestDatabase
			.asOwner("update person set name = '吴例贰' where id = (select person_id from filing_row where filing_id = "
					+ id + " and name = '吴例二')");
		TestDatabase.asOwner("update aid_application set decided_tier = 'ONE', status = 'ADJUSTED' where id = "
				+ this.passed.get(2));
		var page = this.pages.page(this.school.county(), this.filing);
		assertThat(page.select("section[aria-labelledby=changed] tbody tr").eachText()).hasSize(3)
			.anyMatch((row) -> row.contains("姓名 吴例二 吴例贰"))
			.anyMatch((row) -> row.contains("就读方式"))
			.anyMatch((row) -> row.contains("等级 二级 一级"));
		assertThat(page.text()).contains("3 人 3 项", "与报送时一致");
		assertThat(this.pages.page(this.school.county(), "/filings").text()).contains("已备案 ≠ 当前：3 人");
		assertThat(this.pages.page(this.school.headTeacher(), "/applications/" + this.passed.get(2))
			.select("section[aria-labelledby=c-filing]")
			.text()).contains("已备案 ≠ 当前", "等级 二级 → 一级");
		assertThat(this.pages.page(this.school.officer(), "/flags/R31").text()).contains("写的是“吴例二”，现在是“吴例贰”",
				"等级与备案〔2026〕1号不一致");
	}

	@Test
	void aRowThatCameBackDiffersFromNothing() {
		giveBack(this.school.county(), "reason-" + position("冯例三"), "等级有误", "returned", "1");
		TestDatabase.asOwner("update aid_application set decided_tier = 'ONE', status = 'ADJUSTED' where id = "
				+ this.passed.get(2));
		assertThat(this.pages.get(this.school.county(), this.filing)).hasStatusOk()
			.bodyText()
			.doesNotContain("已备案 ≠ 当前");
	}

	@Test
	void theFormIsPrintedWithMaskedIdsAndTheAnswer() {
		giveBack(this.school.county(), "reason-" + position("冯例三"), "等级有误", "returned", "1");
		var paper = this.pages.get(this.school.auditor(), this.filing + "/paper");
		assertThat(paper).hasStatusOk();
		assertThat(Pages.sent(paper)).contains("家庭经济困难学生认定备案表", "合计 3 人", "退回：等级有误", "退回 1 人")
			.doesNotContainPattern("\\d{17}[\\dX]");
		assertThat(this.pages.get(this.school.headTeacher(), this.filing + "/paper")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void theDatabaseTakesNoRowBackAfterTheAnswer() {
		this.pages.post(this.school.county(), this.filing + "/acceptance", Map.of());
		var id = this.filing.substring("/filings/".length());
		assertThatThrownBy(
				() -> TestDatabase.asOwner("insert into filing_row_return (filing_id, school_id, position, reason) "
						+ "values (" + id + ", " + this.school.schoolId() + ", 1, '有误')"))
			.hasMessageContaining("has been answered");
	}

}
