package org.nuanyang.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.nuanyang.importing.ImportService;
import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import static org.assertj.core.api.Assertions.assertThat;

/** A sheet per class, the class in the title or in the sheet's name. */
@IntegrationTest
class ClassListTests {

	private static final List<String> HEADS = List.of("姓名", "身份证号", "就读方式");

	@Autowired
	private ImportService imports;

	@Autowired
	private JobService jobs;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private Cast cast;

	private TestSchool school;

	@BeforeEach
	void freshSchool() {
		this.school = this.cast.school();
	}

	private Actor officer() {
		return this.school.officer();
	}

	@Test
	void aWorkbookWithASheetPerClassIsOneImport() {
		var twice = MadeFile.id();
		var id = upload(book(Map.of("一(1)班", List.of(HEADS, pupil("子例一"), List.of("子例二", twice, "走读")), "一(2)班",
				List.of(HEADS, pupil("子例三"), List.of("子例四", twice, "走读")), "说明", List.of(List.of("请逐行填写")))));
		var columns = this.pages.page(officer(), "/imports/" + id + "/columns");
		assertThat(columns.select("input[name^=said]").eachAttr("value")).containsExactlyInAnyOrder("一(1)班", "一(2)班");
		assertThat(columns.select("input[name^=take][checked]")).hasSize(1);
		check(id, Map.of());
		var errors = this.pages.page(officer(), "/imports/" + id + "/rows?bucket=error").select("tbody tr").text();
		assertThat(errors).contains("· 3 子例四").contains("班 · 3 行的证件号相同，姓名却不同");
		confirm(id);
		assertThat(classes()).containsExactly("一年级(1)班", "一年级(2)班");
		assertThat(this.pages.page(officer(), "/imports/" + id + "/record").select("main").text())
			.contains("一(1)班、一(2)班");
	}

	@Test
	void aSheetLeftOutIsNotImported() {
		var id = upload(book(Map.of("一(1)班", List.of(HEADS, pupil("丑例一")), "一(2)班", List.of(HEADS, pupil("丑例二")))));
		var columns = this.pages.page(officer(), "/imports/" + id + "/columns");
		var first = columns.select("input[type=hidden][name^=take]").attr("name");
		check(id, Map.of(first, "true"));
		confirm(id);
		assertThat(classes()).hasSize(1);
	}

	@Test
	void theTitleSaysTheClassAndTheOfficerMayCorrectIt() {
		var id = upload(book(Map.of("Sheet1", List.of(List.of("北湾小学一年级(3)班学生花名册"), HEADS, pupil("寅例一")))));
		assertThat(this.pages.page(officer(), "/imports/" + id + "/columns").select("#said0").attr("value"))
			.isEqualTo("一年级(3)班");
		var refused = this.pages.post(officer(), "/imports/" + id + "/columns", named(Map.of("said0", "小星星班")));
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).select(".note-risk").text()).contains("看不懂“小星星班”是哪个班");
		assertThat(Pages.page(refused).select("#said0").attr("value")).isEqualTo("小星星班");
		var lacking = this.pages.post(officer(), "/imports/" + id + "/columns", named(Map.of("said0", "")));
		assertThat(lacking).hasStatus(422).bodyText().contains("还没有指定哪一列是“班级");
		check(id, Map.of("said0", "一(4)班"));
		confirm(id);
		assertThat(classes()).containsExactly("一年级(4)班");
	}

	@Test
	void aLineBetweenThePupilsSaysTheClassOfThoseBelow() {
		var file = book(Map.of("名册",
				List.of(List.of("北湾小学学生花名册"), HEADS, List.of("一年级(1)班　班主任：林样师"), pupil("辰例一"), List.of("小计：1 人"),
						pupil("辰例二"), List.of("一年级(2)班（共1人）"), HEADS, pupil("辰例三"), List.of("(3)班"), pupil("辰例四"),
						List.of("一年级(4)、(5)班"), pupil("辰例五"), List.of("合计", "5人"))));
		var id = upload(file);
		assertThat(this.pages.page(officer(), "/imports/" + id + "/columns").select("main li").eachText()).contains(
				"第 3 行“一年级(1)班 班主任:林样师”：以下 2 行按此导入", "第 7 行“一年级(2)班(共1人)”：以下 1 行按此导入", "第 10 行“(3)班”：以下 1 行按此导入",
				"第 12 行“一年级(4)、(5)班”：说不清是哪一个，以下 1 行请在表中改清楚再传，否则记为错误");
		check(id, Map.of());
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows?bucket=error").select("tbody tr").text())
			.contains("辰例五")
			.contains("没有填班级");
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows").select("main").text())
			.contains("另有 3 行是合计、备注或重复的表头")
			.doesNotContain("被隐藏");
		confirm(id);
		assertThat(classes()).containsExactly("一年级(1)班", "一年级(2)班", "一年级(3)班");
	}

	@Test
	void theListOfOneClassMissesNobodyOfTheOthers() {
		var one = pupil("卯例一");
		confirm(checked(
				book(Map.of("一(1)班", List.of(HEADS, one, pupil("卯例二")), "一(2)班", List.of(HEADS, pupil("卯例三"))))));
		var id = checked(book(Map.of("一(1)班", List.of(HEADS, one))));
		var missing = this.pages.page(officer(), "/imports/" + id + "/rows?bucket=missing").select("tbody tr").text();
		assertThat(missing).contains("卯例二").doesNotContain("卯例三");
	}

	private static List<String> pupil(String name) {
		return List.of(name, MadeFile.id(), "走读");
	}

	private List<String> classes() {
		return this.pages.page(officer(), "/students")
			.select("main")
			.text()
			.lines()
			.flatMap((line) -> Pattern.compile("一年级\\(\\d\\)班").matcher(line).results())
			.map((match) -> match.group())
			.distinct()
			.sorted()
			.toList();
	}

	private long upload(byte[] file) {
		return officer().scope().call(() -> this.imports.upload(officer(), "roster", "班级名册.xlsx", file));
	}

	private long checked(byte[] file) {
		var id = upload(file);
		officer().scope().run(() -> this.imports.check(officer(), id));
		return id;
	}

	private void check(long id, Map<String, String> more) {
		assertThat(this.pages.post(officer(), "/imports/" + id + "/columns", named(more)))
			.hasRedirectedUrl("/imports/" + id + "/rows");
	}

	private static Map<String, String> named(Map<String, String> more) {
		var form = new HashMap<>(Map.of("c0", "name", "c1", "idNumber", "c2", "boarding"));
		form.putAll(more);
		return form;
	}

	private void confirm(long id) {
		officer().scope().run(() -> this.imports.confirm(officer(), id));
		this.jobs.runDue();
		assertThat(this.trail.entries(officer(), "import.done")).isPositive();
	}

	private static byte[] book(Map<String, List<List<String>>> sheets) {
		var out = new ByteArrayOutputStream();
		try (var book = new Workbook(out, "test", "1.0")) {
			sheets.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((entry) -> {
				var sheet = book.newWorksheet(entry.getKey());
				for (var row = 0; row < entry.getValue().size(); row++) {
					for (var column = 0; column < entry.getValue().get(row).size(); column++) {
						sheet.value(row, column, entry.getValue().get(row).get(column));
					}
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}
