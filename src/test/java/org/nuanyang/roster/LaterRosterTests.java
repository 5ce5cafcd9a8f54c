package org.nuanyang.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.nuanyang.importing.ImportCounts;
import org.nuanyang.importing.ImportRun;
import org.nuanyang.importing.ImportService;
import org.nuanyang.importing.ImportStatus;
import org.nuanyang.importing.Plan;
import org.nuanyang.importing.RowsOf;
import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

/**
 * A roster of a school that has pupils already: nothing happens before the officer has
 * seen what would.
 */
@IntegrationTest
class LaterRosterTests {

	@Autowired
	private ImportService imports;

	@Autowired
	private JobService jobs;

	@Autowired
	private RowsOf rowsOf;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private Cases cases;

	@Autowired
	private Clock clock;

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
	void whoIsNewChangedOrMissingIsShownFirst() {
		var same = MadeFile.id();
		var moved = MadeFile.id();
		var gone = MadeFile.id();
		var beside = MadeFile.id();
		confirm(officer(),
				check(officer(),
						new MadeFile().with("甲例一", same, "G" + same, "一(1)班", "北湾村")
							.with("甲例二", moved, "G" + moved, "一(1)班", "北湾村")
							.with("甲例三", gone, "G" + gone, "一(1)班", "北湾村")
							.with("甲例五", beside, "G" + beside, "一(2)班", "北湾村")));
		var fresh = MadeFile.id();
		var id = check(officer(),
				new MadeFile().with("甲例二", moved, "G" + moved, "一(2)班", "南湾村")
					.with("甲例四", fresh, "G" + fresh, "一(1)班", "")
					.with("甲例一", same, "G" + same, "一(1)班", "北湾村"));
		assertThat(this.rowsOf.outcomes(officer(), id).values().stream().map(RowsOf.Outcome::plan))
			.containsExactly(Plan.CHANGED, Plan.NEW, Plan.SAME);
		var shown = this.pages.page(officer(), "/imports/" + id + "/rows?bucket=ok");
		assertThat(shown.select("tbody tr").eachText()).satisfiesExactly(
				(added) -> assertThat(added).contains("甲例四", "新增"),
				(changed) -> assertThat(changed).contains("甲例二", "：一年级(1)班 → 一年级(2)班", "现住址")
					.doesNotContain("北湾村")
					.doesNotContain("南湾村"),
				(rest) -> assertThat(rest).contains("甲例一", "不变"));
		assertThat(shown.select(".tabs a").eachText()).containsExactly("全部 3", "新增 1", "更新 1", "不变 1", "缺失 2");
		for (var one : Map.of("新增 1", "甲例四", "更新 1", "甲例二", "不变 1", "甲例一").entrySet()) {
			var link = shown.select(".tabs a").stream().filter((a) -> a.text().equals(one.getKey())).findFirst();
			assertThat(this.pages.page(officer(), link.orElseThrow().attr("href")).select("tbody tr").eachText())
				.singleElement(STRING)
				.contains(one.getValue());
		}
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows?bucket=ok&plan=1&page=x").select("tbody tr"))
			.hasSize(3);
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows?bucket=missing").select("main").text())
			.contains("甲例三")
			.contains("导入不会改动他们");
		assertThat(pupils()).isEqualTo(4);
		confirm(officer(), id);
		assertThat(pupils()).isEqualTo(5);
		var list = this.pages.page(officer(), "/students").select("main").text();
		assertThat(list).contains("甲例三").contains("甲例四").contains("一年级(2)班");
	}

	@Test
	void anUpdateIsToldFieldByFieldAndNumbersMasked() {
		var child = MadeFile.id();
		var heads = "姓名,身份证号,学籍号,班级,就读方式,民族,联系电话,是否孤儿,监护人姓名,监护人电话";
		confirm(officer(), check(officer(), new MadeFile(heads).line("甲例六", child, "L" + child, "一(1)班", "走读", "",
				"19900001111", "否", "甲样父", "19900002222")));
		var id = check(officer(), new MadeFile(heads).line("甲例六", child, "G" + child, "一(1)班", "住校", "汉族",
				"19900003333", "是", "甲样父", "19900004444"));
		var row = this.pages.page(officer(), "/imports/" + id + "/rows?bucket=ok&plan=changed").select("tbody li");
		assertThat(row.eachText()).containsExactly("民族：— → 汉族",
				"学籍号：L1000**********" + child.substring(14) + " → G1000**********" + child.substring(14),
				"就读方式：走读 → 住校", "联系电话：199****1111 → 199****3333", "是否孤儿：否 → 是",
				"家庭成员：甲样父（其他，199****2222） → 甲样父（其他，199****4444）");
	}

	@Test
	void aClassThatTheSchoolDoesNotHaveIsMadeOnlyWithTheOfficersWord() {
		var here = MadeFile.id();
		confirm(officer(), check(officer(), new MadeFile().with("子例一", here, "G" + here, "一(1)班", "")));
		var far = MadeFile.id();
		var fresh = MadeFile.id();
		var id = check(officer(),
				new MadeFile().with("子例一", here, "G" + here, "一(99)班", "")
					.with("子例二", far, "G" + far, "一(99)班", "")
					.with("子例三", fresh, "G" + fresh, "一(1)班", ""));
		assertThat(this.rowsOf.outcomes(officer(), id).values()).satisfiesExactly(
				(moved) -> assertThat(moved).extracting(RowsOf.Outcome::bucket, RowsOf.Outcome::plan)
					.containsExactly("confirm", Plan.CHANGED),
				(added) -> assertThat(added.places()).containsExactly("CONFIRM schoolClass@4 roster.class.new"),
				(plain) -> assertThat(plain.bucket()).isEqualTo("ok"));
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows?bucket=confirm").select("main").text())
			.contains("本校没有的班 2", "E 班级", "本校没有这个班（一年级(99)班，文件里 2 人），导入时将新建。", "写错了请把班级改好再传");
		confirm(officer(), id);
		assertThat(count("school_class")).isEqualTo(1);
		var again = check(officer(), new MadeFile().with("子例二", far, "G" + far, "一(99)班", ""));
		accept(officer(), again);
		confirm(officer(), again);
		assertThat(count("school_class")).isEqualTo(2);
	}

	@Test
	void oneNumberForTwoPupilsIsSeenWhateverElseIsWrong() {
		var one = MadeFile.id();
		var two = MadeFile.id();
		var id = check(officer(),
				new MadeFile().with("丑例一", one, "", "一(1)班", "")
					.with("丑例二", one, "", "", "")
					.with("丑例三", two, "", "", "")
					.with("丑例三", two, "", "一(1)班", ""));
		assertThat(this.rowsOf.outcomes(officer(), id).values()).satisfiesExactly(
				(first) -> assertThat(first.findings()).contains("idNumber:roster.duplicate.two-names"),
				(second) -> assertThat(second.findings()).contains("idNumber:roster.duplicate.two-names",
						"schoolClass:roster.class.missing"),
				(without) -> assertThat(without.findings()).contains("idNumber:roster.duplicate.same"),
				(whole) -> assertThat(whole.findings()).contains("idNumber:roster.duplicate.first"));
		assertThat(this.rowsOf.outcomes(officer(), id).values().stream().map(RowsOf.Outcome::bucket))
			.containsExactly("error", "error", "error", "confirm");
	}

	@Test
	void nobodyIsCalledNothing() {
		var file = new MadeFile();
		for (var name : List.of("无", "没有", "—", "")) {
			var child = MadeFile.id();
			file.with(name, child, "G" + child, "一(1)班", "");
		}
		assertThat(this.rowsOf.outcomes(officer(), check(officer(), file)).values()).hasSize(4)
			.allSatisfy((row) -> assertThat(row.findings()).containsExactly("name:kernel.name.missing"));
	}

	@Test
	void aSchoolWithoutBoardersIsAskedAboutThem() {
		TestDatabase.asOwner("update school set boarding = false where id = " + this.school.schoolId());
		var boards = MadeFile.id();
		var walks = MadeFile.id();
		var file = new MadeFile().line("卯例一", "", boards, "G" + boards, "一(1)班", "住校", "男", "", "", "", "")
			.with("卯例二", walks, "G" + walks, "一(1)班", "");
		var id = check(officer(), file);
		assertThat(this.rowsOf.outcomes(officer(), id).values()).satisfiesExactly(
				(asked) -> assertThat(asked.places()).containsExactly("CONFIRM boarding@5 roster.boarding.not-here"),
				(plain) -> assertThat(plain.bucket()).isEqualTo("ok"));
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows?bucket=confirm").select("main").text())
			.contains("本校没有住校生 1", "本校登记为没有住校生");
		accept(officer(), id);
		confirm(officer(), id);
		assertThat(run(officer(), check(officer(), file)).counts().same()).isEqualTo(2);
	}

	@Test
	void sumsBetweenTheRowsAreNobody() {
		var file = new MadeFile("姓名,身份证号,学籍号,年级,班级,就读方式");
		var sums = List.of("一年级小计", "初一合计", "本页小计", "三(1)班合计", "一年级（2）班小计：", "男生合计", "全校总计", "第1页小计", "小学共计");
		for (var sum : sums) {
			var child = MadeFile.id();
			file.line("辰例一", child, "G" + child, "一年级", "1班", "走读").line(sum, "", "10人", "", "", "");
		}
		var id = check(officer(), file);
		assertThat(this.rowsOf.outcomes(officer(), id)).hasSize(sums.size());
		assertThat(run(officer(), id).counts().ignored()).isEqualTo(sums.size());
	}

	@Test
	void halfBoardersAreAskedAbout() {
		var half = MadeFile.id();
		var id = check(officer(), new MadeFile().line("寅例一", "", half, "", "一(1)班", "半寄宿", "男", "", "", "", ""));
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows?bucket=confirm").select("main").text())
			.contains("半寄宿", "“半寄宿”没说定是走读还是住校。", "确认后按走读导入");
	}

	@Test
	void numbersOfPersonsAreMaskedInThePreviewHoweverTheyAreSpaced() {
		var file = new MadeFile("姓名,身份证号,班级,微信,卡,开户日")
			.line("卯例一", "100000 20171111 603X", "一(1)班", "199 0000 1234（妈妈）", "６２１０ ００００ ００００ ００１１", "2026-09-01")
			.line("卯例二", "100000-20171111-603×", "一(1)班", "199-0000-1235", "6210.0000.0000.0011", "2026/9/2");
		var id = officer().scope().call(() -> this.imports.upload(officer(), "roster", "名册.csv", file.bytes()));
		assertThat(this.pages.page(officer(), "/imports/" + id + "/columns").select("tbody").text())
			.contains("1000**********603X", "199****1234", "6210**********0011", "2026-09-01", "2026/9/2")
			.doesNotContain("20171111")
			.doesNotContain("0000 1")
			.doesNotContain("0000-1");
	}

	@Test
	void theNumberUnderTheFamilyIsTheGuardians() {
		var child = MadeFile.id();
		var file = new MadeFile(",,,家庭情况,,").line("姓名", "身份证号", "班级", "监护人", "电话", "住址")
			.line("辰例一", child, "一(1)班", "辰样父", "19900001234", "北湾村");
		var id = officer().scope().call(() -> this.imports.upload(officer(), "roster", "名册.csv", file.bytes()));
		assertThat(this.pages.page(officer(), "/imports/" + id + "/columns")
			.select("tbody option[selected]")
			.eachAttr("value"))
			.containsExactly("name", "idNumber", "schoolClass", "guardian1Name", "guardian1Phone", "address");
	}

	@Test
	void daysOfEntryAgreeWithTheHistoryAndLieInThePast() {
		var child = MadeFile.id();
		var born = LocalDate.of(Integer.parseInt(child.substring(6, 10)), 1, 1);
		var first = check(officer(), entered(child, "202609"));
		confirm(officer(), first);
		var pupil = this.trail.count(officer(), "select id from enrolment where school_id = ?", this.school.schoolId());
		this.pages.post(officer(), "/students/" + pupil + "/leave", Map.of("day", "2026-09-10", "reason", "住院休养"));
		assertThat(found(entered(child, "202610"))).isEqualTo("error enteredOn:roster.entered.after-change");
		assertThat(found(entered(child, "203001"))).isEqualTo("confirm enteredOn:roster.entered.future");
		assertThat(found(entered(child, "九月"))).isEqualTo("confirm enteredOn:roster.entered.unreadable");
		assertThat(found(entered(child, (born.getYear() - 1) + "09")))
			.isEqualTo("error enteredOn:roster.entered.before-birth");
		assertThat(found(entered(child, "202608"))).isEqualTo("ok ");
	}

	private static MadeFile entered(String child, String month) {
		return new MadeFile("姓名,身份证号,学籍号,年级,班级,就读方式,入学年月").line("丑例一", child, "G" + child, "一年级", "1班", "走读", month);
	}

	private String found(MadeFile file) {
		var outcome = this.rowsOf.outcomes(officer(), check(officer(), file)).get(2);
		return (outcome == null) ? "" : outcome.bucket() + " " + String.join(" ", outcome.findings());
	}

	@Test
	void theGradeColumnMayTellTheClassToo() {
		for (var heading : List.of("年级", "所在年级", "年级班级", "就读年级", "学生所在年级", "年级/班级", "现年级")) {
			assertThat(places(heading, "一年级1班", "一(2)班", "一年级（3）班", "1.4")).as(heading)
				.containsExactly("ok", "ok", "ok", "ok");
		}
		assertThat(places("年级,班级", "一(1)班,", "一(1)班,1班", "一(1)班,2班", "一(1)班,二(1)班", "一年级,")).containsExactly("ok", "ok",
				"error schoolClass:roster.class.differs", "error schoolClass:roster.class.disagrees",
				"error schoolClass:roster.class.missing");
	}

	private List<String> places(String headings, String... places) {
		var file = new MadeFile("姓名,身份证号,学籍号,就读方式," + headings);
		for (var place : places) {
			var child = MadeFile.id();
			file.line("寅例一", child, "G" + child, "走读", place);
		}
		return this.rowsOf.outcomes(officer(), check(officer(), file))
			.values()
			.stream()
			.map((outcome) -> (outcome.bucket() + " " + String.join(" ", outcome.findings())).strip())
			.toList();
	}

	@Test
	void aTemporaryNumberBecomesTheFormalOne() {
		var child = MadeFile.id();
		var without = MadeFile.id();
		var born = without.substring(6, 14);
		confirm(officer(), check(officer(), new MadeFile().with("乙例一", child, "L" + child, "1.1", "")
			.line("乙例二", "其他", "", "L" + without, "1.1", "走读", "男", born, "", "林样父", MadeFile.id())));
		var id = check(officer(), new MadeFile().with("乙例一", child, "G" + child, "1.1", "")
			.line("乙例二", "1", without, "G" + without, "1.1", "走读", "男", born, "", "", ""));
		assertThat(this.rowsOf.outcomes(officer(), id).values()).satisfiesExactly(
				(merged) -> assertThat(merged).extracting(RowsOf.Outcome::bucket, RowsOf.Outcome::plan)
					.containsExactly("ok", Plan.CHANGED),
				(asked) -> assertThat(asked.findings()).containsExactly("idNumber:roster.id.added"));
		accept(officer(), id);
		confirm(officer(), id);
		assertThat(pupils()).isEqualTo(2);
		assertThat(check(officer(),
				new MadeFile().with("乙例一", child, "G" + child, "1.1", "")
					.with("乙例二", without, "G" + without, "1.1", "")))
			.satisfies((again) -> assertThat(run(officer(), again).counts().same()).isEqualTo(2));
	}

	@Test
	void aFileOfErrorsOnlyIsToldAsSuchWithTheWayOn() {
		var id = check(officer(), new MadeFile().with("己例一", "100000201913329791", "", "1.1", "")
			.with("己例二", "100000201913329792", "", "1.1", ""));
		assertThat(run(officer(), id).counts()).extracting(ImportCounts::ok, ImportCounts::confirm, ImportCounts::error)
			.containsExactly(0, 0, 2);
		assertThat(this.pages.page(officer(), "/imports/" + id + "/rows").text()).contains("每一行都有错误", "改好后重新上传")
			.doesNotContain("与系统里一样");
		assertThatThrownBy(() -> confirm(officer(), id)).hasMessage("importing.nothing.errors");
	}

	@Test
	void whoIsEnrolledElsewhereComesOnlyWithTheOfficersWord() {
		var child = MadeFile.id();
		var file = new MadeFile().with("丙例一", child, "G" + child, "1.1", "");
		confirm(this.school.otherOfficer(), check(this.school.otherOfficer(), file));
		var id = check(officer(), file);
		assertThat(this.rowsOf.outcomes(officer(), id).get(2))
			.extracting(RowsOf.Outcome::bucket, RowsOf.Outcome::findings)
			.containsExactly("confirm", List.of("idNumber:roster.elsewhere"));
		assertThatThrownBy(() -> confirm(officer(), id)).hasMessage("importing.nothing.unconfirmed");
		accept(officer(), id);
		confirm(officer(), id);
		assertThat(pupils()).isEqualTo(1);
		assertThat(this.trail.entries(officer(), "import.rows-accepted")).isEqualTo(1);
	}

	@Test
	void oneDocumentWithAnotherNameElsewhereIsSomebodyElse() {
		var child = MadeFile.id();
		confirm(this.school.otherOfficer(),
				check(this.school.otherOfficer(), new MadeFile().with("丁例一", child, "G" + child, "1.1", "")));
		var id = check(officer(), new MadeFile().with("丁例二", child, "G" + child, "1.1", ""));
		assertThat(this.rowsOf.outcomes(officer(), id).get(2))
			.extracting(RowsOf.Outcome::bucket, RowsOf.Outcome::findings)
			.containsExactly("error", List.of("idNumber:roster.id.somebody-else"));
	}

	@Test
	void anImportOnWhichAnApplicationStandsIsNotUndone() {
		var child = MadeFile.id();
		var id = check(officer(), new MadeFile().with("戊例一", child, "G" + child, "1.1", ""));
		confirm(officer(), id);
		var pupil = this.trail.count(officer(), "select id from enrolment where school_id = ?", this.school.schoolId());
		var inClass = this.trail.count(officer(), "select class_id from enrolment where id = ?", pupil);
		this.cases.passed(this.school, this.cases.round(this.school), Tier.TWO, pupil, inClass);
		TestDatabase.asOwner("insert into household_draft values (" + pupil + ", 2026, " + officer().userId() + ", "
				+ this.school.schoolId() + ", '\\x00', now())");
		this.pages.post(officer(), "/students/" + pupil + "/leave",
				Map.of("day", LocalDate.now(this.clock).toString(), "reason", "住院休养"));
		var refused = this.pages.post(officer(), "/imports/" + id + "/reversal", Map.of());
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).select(".note-risk").text())
			.contains("1 份申请", "1 份还没提交的家庭情况草稿", "1 次认定测算", "其中 1 名学生的资料（戊例一）")
			.doesNotContain("??");
		assertThat(run(officer(), id).status()).isEqualTo(ImportStatus.DONE);
		assertThat(pupils()).isEqualTo(1);
	}

	@Test
	void theLatestImportOfAPupilIsUndoneFirst() {
		var child = MadeFile.id();
		var id = check(officer(), new MadeFile().with("庚例一", child, "G" + child, "1.2", "旧住址"));
		confirm(officer(), id);
		var later = MadeFile.id();
		var second = check(officer(), new MadeFile().with("庚例一", child, "G" + child, "1.2", "新住址")
			.with("庚例二", later, "G" + later, "1.4", ""));
		accept(officer(), second);
		confirm(officer(), second);
		assertThatThrownBy(() -> undo(id)).isInstanceOf(RuleViolation.class).hasMessage("importing.undo.later-import");
		undo(second);
		assertThat(pupils()).isEqualTo(1);
		assertThat(count("school_class")).isEqualTo(1);
		var again = check(officer(), new MadeFile().with("庚例一", child, "G" + child, "1.2", "旧住址"));
		assertThat(run(officer(), again).counts().same()).isEqualTo(1);
	}

	@Test
	void anUndoneCorrectionLeavesNoTraceInThePupilsFile() {
		var child = MadeFile.id();
		var first = check(officer(), new MadeFile().with("辛例一", child, "G" + child, "1.2", "旧住址"));
		confirm(officer(), first);
		var second = check(officer(), new MadeFile().with("辛例二", child, "G" + child, "1.2", "新住址"));
		accept(officer(), second);
		confirm(officer(), second);
		var path = "/students/"
				+ this.trail.count(officer(), "select id from enrolment where school_id = ?", this.school.schoolId());
		assertThat(this.pages.page(officer(), path).text()).contains("辛例二").contains("辛例一").contains("更正资料");
		assertThat(this.pages.page(officer(), path).select("section[aria-labelledby=history] tbody tr").eachText())
			.satisfiesExactly((changed) -> assertThat(changed).contains("姓名、现住址", "由导入 · " + officer().name()),
					(entered) -> assertThat(entered).contains("登记时在一年级(2)班", "由导入 · " + officer().name()));
		var blocked = this.pages.page(officer(), "/imports/" + first + "/result");
		assertThat(blocked.select("main").text()).contains("后来的导入“名册.csv”（编号 " + second + "，1 条）");
		assertThat(blocked.select("a[href$=/reversal]")).isEmpty();
		undo(second);
		assertThat(this.pages.page(officer(), path).text()).contains("辛例一")
			.doesNotContain("辛例二")
			.doesNotContain("更正资料");
		assertThat(this.trail.entries(officer(), "import.undone")).isEqualTo(1);
		assertThat(this.pages.page(officer(), "/imports/" + first + "/result").select("a[href$=/reversal]")).hasSize(1);
		undo(first);
		assertThat(pupils()).isZero();
	}

	@Test
	void whoWasChangedByHandSinceStandsInTheWayByName() {
		var child = MadeFile.id();
		var id = check(officer(), new MadeFile().with("壬例一", child, "G" + child, "1.2", ""));
		confirm(officer(), id);
		var pupil = this.trail.count(officer(), "select id from enrolment where school_id = ?", this.school.schoolId());
		assertThat(this.pages
			.post(officer(), "/students/" + pupil + "/leave",
					Map.of("day", LocalDate.now(this.clock).toString(), "reason", "住院休养"))
			.getResponse()
			.getStatus()).isBetween(300, 399);
		var refused = this.pages.post(officer(), "/imports/" + id + "/reversal", Map.of());
		assertThat(refused).hasStatus(422);
		assertThat(Pages.page(refused).select(".note-risk").text()).contains("其中 1 名学生的资料（壬例一）");
		assertThat(this.pages.page(officer(), "/imports/" + id + "/result").select("a[href$=/reversal]")).isEmpty();
	}

	@Test
	void aLaterCorrectionOfThePersonOrTheFamilyIsNotWipedOutByAnUndo() {
		var child = MadeFile.id();
		var first = check(officer(), new MadeFile().with("癸例一", child, "G" + child, "1.2", "旧住址"));
		confirm(officer(), first);
		var second = check(officer(), new MadeFile().with("癸例一", child, "G" + child, "1.2", "新住址"));
		confirm(officer(), second);
		correct("ethnicity", "回族");
		assertNotUndone(second);
		var fresh = this.cast.school();
		this.school = fresh;
		var another = MadeFile.id();
		var third = check(officer(), new MadeFile().with("癸例一", another, "G" + another, "1.2", ""));
		confirm(officer(), third);
		correct("guardians[0].name", "癸样伯");
		assertNotUndone(third);
	}

	private void assertNotUndone(long id) {
		var asked = this.pages.page(officer(), "/imports/" + id + "/reversal");
		assertThat(asked.select("main").text()).contains("其中 1 名学生的资料（癸例一）");
		assertThat(asked.select("main button")).isEmpty();
		assertThat(this.pages.post(officer(), "/imports/" + id + "/reversal", Map.of())).hasStatus(422)
			.bodyText()
			.contains("其中 1 名学生的资料（癸例一）");
	}

	/** By hand, in the form, one field of the school's only pupil. */
	private void correct(String field, String value) {
		var path = "/students/"
				+ this.trail.count(officer(), "select id from enrolment where school_id = ?", this.school.schoolId());
		var form = new HashMap<String, String>();
		for (var input : this.pages.page(officer(), path + "/edit").select("main form [name]")) {
			var chosen = input.is("select") ? input.select("option[selected]") : input.select("input,textarea");
			if (!input.is("[type=checkbox],[type=radio]") || input.hasAttr("checked")) {
				form.put(input.attr("name"), chosen.val());
			}
		}
		form.put("guardians[0].relation", "其他");
		form.put(field, value);
		if (form.getOrDefault("guardians[0].name", "").isEmpty()) {
			form.put("guardians[0].relation", "");
		}
		assertThat(this.pages.post(officer(), path, form)).hasStatus3xxRedirection();
	}

	@Test
	void anUndoneImportTakesItsEmptyClassesAlongAndLeavesARecord() {
		var child = MadeFile.id();
		var id = check(officer(), new MadeFile().with("己例一", child, "G" + child, "3.2", ""));
		accept(officer(), id);
		confirm(officer(), id);
		undo(id);
		assertThat(count("school_class") + count("grade") + count("enrolment")).isZero();
		assertThat(this.trail.entries(officer(), "import.undone")).isEqualTo(1);
		var record = this.pages.page(officer(), "/imports/" + id + "/record").select("main").text();
		assertThat(record).contains(run(officer(), id).sha256())
			.contains(officer().name())
			.contains("撤销")
			.contains("身份证号")
			.contains("不大相称");
		assertThat(record).doesNotContain("己例一").doesNotContain("??");
		assertThat(this.pages.get(this.school.otherOfficer(), "/imports/" + id + "/record")).hasStatus(404);
	}

	private void undo(long id) {
		officer().scope().run(() -> this.imports.undo(officer(), id));
	}

	private long check(Actor officer, MadeFile file) {
		return officer.scope().call(() -> {
			var id = this.imports.upload(officer, "roster", "名册.csv", file.bytes());
			this.imports.check(officer, id);
			return id;
		});
	}

	private void accept(Actor officer, long id) {
		officer.scope().run(() -> this.imports.accept(officer, id, null));
	}

	private void confirm(Actor officer, long id) {
		officer.scope().run(() -> this.imports.confirm(officer, id));
		this.jobs.runDue();
		assertThat(run(officer, id).status()).isEqualTo(ImportStatus.DONE);
	}

	private ImportRun run(Actor officer, long id) {
		return officer.scope().call(() -> this.imports.one(officer, id));
	}

	private long pupils() {
		return count("enrolment");
	}

	private long count(String table) {
		return this.trail.count(officer(), "select count(*) from " + table + " where school_id = ?",
				this.school.schoolId());
	}

}
