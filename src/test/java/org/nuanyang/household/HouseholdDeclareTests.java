package org.nuanyang.household;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class HouseholdDeclareTests {

	private static final SchoolYear YEAR = new SchoolYear(2026);

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Trail trail;

	@Autowired
	Pages pages;

	@Autowired
	HouseholdService households;

	TestSchool school;

	long pupil;

	@BeforeEach
	void enrol() {
		this.school = this.cast.school();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.pupil = this.pupils.enrol(this.school, five, "林例一");
	}

	@Test
	void headTeacherDeclaresTheFamilyByTheFillingRules() {
		var answer = post(this.school.headTeacher(), form());
		assertThat(answer).hasStatus3xxRedirection().redirectedUrl().contains("/students/" + this.pupil + "/household");
		var declared = declared();
		assertThat(declared.population()).isEqualTo(3);
		assertThat(declared.yearlyIncome()).isEqualTo(Yuan.of("34500"));
		assertThat(declared.incomePerHead()).isEqualTo(Yuan.of("11500"));
		assertThat(declared.facts()).containsEntry(FactCode.HOUSEHOLD_SIZE, "3")
			.containsEntry(FactCode.SEVERELY_ILL, "1")
			.containsEntry(FactCode.INCOME_SOURCES, "FARMING,LABOUR")
			.containsEntry(FactCode.DEBT, "5000.00")
			.doesNotContainKey(FactCode.WORKERS);
		assertThat(this.trail.entries(this.school.headTeacher(), "household.declared")).isOne();
		var page = this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/household");
		assertThat(page.text()).contains("34,500.00", "家庭人口 3 人", "大病（重残）");
	}

	@Test
	void theFormKnowsTheGuardiansOfTheRoster() {
		var form = this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/household/edit");
		assertThat(form.select("[name='members[0].name']").val()).isEqualTo("林样父");
		assertThat(form.select("[name='members[0].relation'] option[selected]").val()).isEqualTo("FATHER");
	}

	@Test
	void everyMistakeIsToldAtOnceAndNothingTypedIsLost() {
		var form = form();
		form.put("members[1].yearlyIncome", "");
		form.put("members[0].age", "四十");
		form.put("facts[MEDICAL_SELF_PAID]", "18000000");
		form.put("aidReceived", "");
		form.put("members[0].workUnit", "厂".repeat(61));
		form.put("members[0].relation", "GUARDIAN");
		form.put("members[2].relation", "FATHER");
		form.put("members[2].health", "DECEASED");
		form.put("members[2].yearlyIncome", "100");
		form.put("postcode", "35000");
		var answer = post(this.school.headTeacher(), form);
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.select("[role=alert] li")).hasSize(7);
		assertThat(page.text()).contains("不填年收入，请改为 0", "邮政编码是 6 位数字", "年收入不能空，没有收入请填 0。", "填的是 1800 万元，可能多输了 0，请改正。",
				"这一格最多 60 字");
		assertThat(page.select("[role=alert] a").eachAttr("href")).isNotEmpty()
			.allSatisfy((link) -> assertThat(page.getElementById(link.substring(1))).as(link).isNotNull());
		assertThat(page.select("[name='members[0].age']").val()).isEqualTo("四十");
		assertThat(page.select("[name='members[0].name']").val()).isEqualTo("林样父");
		assertThat(page.select("[name='facts[INCOME_SOURCES]'][checked]").eachAttr("value")).containsExactly("FARMING",
				"LABOUR");
		assertThat(page.select("[name='facts[MEDICAL_SELF_PAID]']").val()).isEqualTo("18000000");
		assertThat(page.select("#debt").val()).isEqualTo("治病欠亲戚");
		assertThat(find()).isEmpty();
	}

	@Test
	void theSummaryFollowsTheOrderOfThePage() {
		var form = form();
		form.remove("residence");
		form.put("members[1].relation", "");
		form.put("members[1].health", "");
		form.put("members[0].relation", "SIBLING");
		form.put("members[0].age", "");
		form.put("members[0].workUnit", "厂".repeat(61));
		form.put("postcode", "35000");
		form.put("facts[MEDICAL_SELF_PAID]", "18000000");
		form.put("aidReceived", "");
		var page = Pages.page(post(this.school.headTeacher(), form));
		assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#members0.age",
				"#members0.workUnit", "#members1.relation", "#members1.health", "#postcode", "#residence",
				"#factsMEDICAL_SELF_PAID", "#aidReceived");
		form.put("members[1].relation", "SIBLING");
		page = Pages.page(post(this.school.headTeacher(), form));
		assertThat(page.select("[role=alert] a").eachAttr("href")).startsWith("#members", "#members0.age");
	}

	@Test
	void aChoiceThatIsNoneIsToldAndNothingTypedIsLost() {
		var form = form();
		form.put("residence", "X");
		var answer = post(this.school.headTeacher(), form);
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.select("[role=alert] a[href=#residence]")).isNotEmpty();
		assertThat(page.select("[name='members[0].name']").val()).isEqualTo("林样父");
		assertThat(find()).isEmpty();
	}

	@Test
	void aParentWhoIsNotListedIsMissedAlsoWhenDivorced() {
		var form = form();
		form.keySet().removeIf((name) -> name.startsWith("members[1]"));
		form.keySet().removeIf((name) -> name.startsWith("members[2]"));
		form.put("members[0].age", "四十");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).select("[role=alert] li").eachText()).hasSize(2)
			.anyMatch((line) -> line.contains("成员里没有母亲"));
	}

	@Test
	void anOrphanHasAGuardian() {
		var form = form();
		form.put("members[0].health", "DECEASED");
		form.put("members[0].age", "");
		form.put("members[0].yearlyIncome", "0");
		form.put("members[1].health", "MISSING");
		form.put("members[1].yearlyIncome", "0");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).text()).contains("父母都不在家庭中");
		form.put("members[2].relation", "GUARDIAN");
		assertThat(post(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(declared().population()).isEqualTo(2);
	}

	@Test
	void theDeceasedEarnNothing() {
		var form = form();
		form.put("members[0].health", "DECEASED");
		var answer = post(this.school.headTeacher(), form);
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).select("#members0\\.yearlyIncome-error").text()).contains("不填年收入，请改为 0");
		assertThat(find()).isEmpty();
	}

	@Test
	void childrenAtSchoolAreWholeAndThePupilIsOne() {
		for (var wrong : List.of("0", "1.5", "-1", "一")) {
			var form = form();
			form.put("facts[IN_COMPULSORY]", wrong);
			var answer = post(this.school.headTeacher(), form);
			assertThat(answer).as(wrong).hasStatus(422);
			assertThat(Pages.page(answer).select("#factsIN_COMPULSORY-error").text()).contains("学生本人也算 1 人");
		}
		var form = form();
		form.put("facts[IN_COMPULSORY]", "2");
		form.put("facts[WORKERS]", "1.5");
		form.put("nativePlace", "示例省示例县");
		form.put("postcode", "35000");
		assertThat(Pages.page(post(this.school.headTeacher(), form)).text()).contains("邮政编码是 6 位数字");
		form.put("postcode", "350001");
		assertThat(post(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(declared().origin()).isEqualTo(new Origin("示例省示例县", "350001"));
	}

	@Test
	void whatNoPageSendsIsRefusedInPlainWords() {
		for (var forged : List.of("facts[NOPE]", "members[5000].name", "members[NOPE].name")) {
			var form = form();
			form.put(forged, "1");
			var answer = post(this.school.headTeacher(), form);
			assertThat(answer).as(forged).hasStatus(422);
			assertThat(Pages.page(answer).select("[role=alert]").text()).as(forged)
				.containsAnyOf("提交的内容与页面对不上", "填写的内容无法识别");
		}
		assertThat(find()).isEmpty();
	}

	@Test
	void rowsComeAndGoWithoutLosingWhatWasTyped() {
		var form = form();
		form.put("add", "1");
		var longer = Pages.page(post(this.school.headTeacher(), form));
		assertThat(longer.select("fieldset.rowset")).hasSize(4);
		assertThat(longer.select("[name='members[2].name']").val()).isEqualTo("林样祖母");
		assertThat(longer.select("#debt").val()).isEqualTo("治病欠亲戚");
		form.remove("add");
		form.put("remove", "0");
		var shorter = Pages.page(post(this.school.headTeacher(), form));
		assertThat(shorter.select("fieldset.rowset")).hasSize(2);
		assertThat(shorter.select("[name='members[0].name']").val()).isEqualTo("林样母");
		assertThat(find()).isEmpty();
	}

	@Test
	void theLaterOfTwoEditorsIsToldAndOverwritesNothing() {
		post(this.school.headTeacher(), form());
		var late = form();
		late.put("members[0].yearlyIncome", "99");
		var answer = post(this.school.officer(), late);
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.select(".note-warn").text()).contains("保存过这份家庭情况", "查看差别（1 处）");
		assertThat(page.select("#differences tbody").text()).contains("第 1 名成员", "30000.00", "99.00")
			.doesNotContain("欠债");
		assertThat(page.select("[name='members[0].yearlyIncome']").val()).isEqualTo("99");
		assertThat(declared().yearlyIncome()).isEqualTo(Yuan.of("34500"));
		late.put("version", page.select("[name=version]").val());
		assertThat(post(this.school.officer(), late)).hasStatus3xxRedirection();
		assertThat(declared().yearlyIncome()).isEqualTo(Yuan.of("4599"));
	}

	@Test
	void aDraftKeepsMistakesAndIsSeenByNobodyElse() {
		var form = form();
		form.put("members[0].age", "四十");
		form.put("auto", "1");
		assertThat(draft(this.school.headTeacher(), form)).hasStatusOk().bodyText().matches("\\d{2}:\\d{2}");
		form.remove("auto");
		assertThat(draft(this.school.headTeacher(), form)).hasStatus3xxRedirection();
		assertThat(find()).isEmpty();
		var edit = "/students/" + this.pupil + "/household/edit?year=2026";
		var mine = this.pages.page(this.school.headTeacher(), edit);
		assertThat(mine.select("[name='members[0].age']").val()).isEqualTo("四十");
		assertThat(mine.select("[name='facts[INCOME_SOURCES]'][checked]")).hasSize(2);
		assertThat(mine.text()).contains("已恢复您");
		assertThat(this.pages.page(this.school.officer(), edit).select("[name='members[0].age']").val()).isEmpty();
		assertThat(draft(this.school.otherHeadTeacher(), form)).hasStatus(404);
		assertThat(draft(this.school.principal(), form)).hasStatus(403);
		assertThat(this.trail.count(this.school.officer(),
				"select count(*) from household_draft where position(convert_to('林样', 'UTF8') in content) > 0"))
			.isZero();
	}

	@Test
	void aRowThatWasAddedBeforeARefusalIsInTheDraft() {
		var edit = "/students/" + this.pupil + "/household/edit?year=2026";
		var form = form();
		form.put("add", "1");
		assertThat(post(this.school.headTeacher(), form)).hasStatusOk().bodyText().contains("草稿已自动保存");
		assertThat(this.pages.page(this.school.headTeacher(), edit).select("[name='members[3].name']")).hasSize(1);
		form.remove("add");
		form.put("members[3].name", "林样叔");
		form.put("members[3].age", "三十");
		var refused = post(this.school.headTeacher(), form);
		assertThat(refused).hasStatus(422).bodyText().contains("草稿已自动保存");
		var mine = this.pages.page(this.school.headTeacher(), edit);
		assertThat(mine.select("[name='members[3].name']").val()).isEqualTo("林样叔");
		assertThat(mine.select("[name='members[3].age']").val()).isEqualTo("三十");
		assertThat(this.pages.page(this.school.officer(), edit).select("[name='members[3].name']")).isEmpty();
	}

	@Test
	void aDraftEndsWhenItIsSavedOrThrownAway() {
		var drafts = "select count(*) from household_draft where enrolment_id = " + this.pupil;
		draft(this.school.headTeacher(), form());
		post(this.school.headTeacher(), form());
		assertThat(this.trail.count(this.school.headTeacher(), drafts)).isZero();
		draft(this.school.officer(), form());
		assertThat(this.pages.page(this.school.officer(), "/students/" + this.pupil + "/household/edit?year=2026")
			.select(".note-warn")
			.text()).as("the draft is older than what is saved").contains("查看差别");
		assertThat(this.pages.post(this.school.officer(),
				"/students/" + this.pupil + "/household/draft/removal?year=2026", Map.of()))
			.hasStatus3xxRedirection();
		assertThat(this.trail.count(this.school.officer(), drafts)).isZero();
	}

	@Test
	void nextYearBeginsWithLastYearsAnswers() {
		post(this.school.headTeacher(), form());
		var form = this.pages.page(this.school.headTeacher(), "/students/" + this.pupil + "/household/edit?year=2027");
		assertThat(form.select("[name='members[2].name']").val()).isEqualTo("林样祖母");
		assertThat(form.select("[name=version]").val()).isEqualTo("-1");
		assertThat(form.text()).contains("已带入上一学年填写的内容");
		assertThat(form.select("[name='members[0].age']").val()).isEqualTo("42");
		assertThat(form.select("#aidReceived").val()).isEmpty();
		assertThat(form.select("[name=same]").eachAttr("value")).containsExactly("MEMBERS", "SITUATION", "WORDS");
	}

	@Test
	void eachSectionOfLastYearIsChangedOrSaidToBeUnchanged() {
		post(this.school.headTeacher(), form());
		var next = form();
		for (var row : List.of("0", "1", "2")) {
			next.merge("members[" + row + "].age", "1", (age, one) -> "" + (Integer.parseInt(age) + 1));
		}
		var unsaid = Pages.page(nextYear(next));
		assertThat(unsaid.select("#same-error").text()).contains("“家庭成员”与上学年一样", "“家庭经济状况”与上学年一样", "“有关说明”与上学年一样");
		next.put("members[0].yearlyIncome", "20000");
		next.put("facts[DEBT]", "8000");
		next.put("same", "WORDS");
		next.put("aidReceived", "生活补助 1250 元");
		assertThat(nextYear(next)).hasStatus3xxRedirection();
		assertThat(find().orElseThrow().yearlyIncome()).isEqualTo(Yuan.of("34500"));
		var shown = "/students/" + this.pupil + "/household?year=2027";
		assertThat(this.pages.page(this.school.officer(), shown).text()).contains("已与上学年对照，无变化： 有关说明");
		next.remove("same");
		next.put("version", "0");
		next.put("facts[DEBT]", "9000");
		assertThat(nextYear(next)).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.officer(), shown).text()).contains("无变化： 有关说明");
		next.put("version", "1");
		next.put("debt", "已经还清");
		assertThat(nextYear(next)).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.officer(), shown).text()).doesNotContain("已与上学年对照");
	}

	@Test
	void withoutLastYearNothingCanBeUnchanged() {
		var forged = form();
		forged.put("same", "MEMBERS");
		assertThat(post(this.school.headTeacher(), forged)).hasStatus3xxRedirection();
		assertThat(find().orElseThrow().same()).isEmpty();
	}

	@Test
	void whatIsChangedIsNotSaidToBeUnchanged() {
		post(this.school.headTeacher(), form());
		var next = form();
		next.put("same", "MEMBERS");
		var answer = nextYear(next);
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.select("#same-error").text()).contains("“家庭成员”勾选了“无变化”，内容却与上学年不同");
		assertThat(page.select("[name=same][checked]").eachAttr("value")).containsExactly("MEMBERS");
	}

	private MvcTestResult nextYear(Map<String, String> form) {
		return this.pages.post(this.school.headTeacher(), "/students/" + this.pupil + "/household?year=2027", form);
	}

	@Test
	void othersSeeNoHousehold() {
		post(this.school.headTeacher(), form());
		assertThat(get(this.school.otherHeadTeacher())).hasStatus(404);
		assertThat(get(this.school.otherOfficer())).hasStatus(404);
		assertThat(get(this.school.finance())).hasStatus(403);
		assertThat(get(this.school.admin())).hasStatus(403);
		assertThat(post(this.school.principal(), form())).hasStatus(403);
		assertThat(post(this.school.otherHeadTeacher(), form())).hasStatus(404);
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from household")).isZero();
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from household_member")).isZero();
	}

	private Map<String, String> form() {
		var form = new LinkedHashMap<String, String>();
		form.put("version", "-1");
		form.put("residence", "RURAL");
		member(form, 0, "林样父", "FATHER", "41", "30000", "SEVERE");
		member(form, 1, "林样母", "MOTHER", "39", "4500", "HEALTHY");
		member(form, 2, "林样祖母", "GRANDPARENT", "68", "0", "MINOR");
		form.put("facts[INCOME_SOURCES]", "LABOUR,FARMING");
		form.put("facts[DEBT]", "5,000");
		form.put("debt", "治病欠亲戚");
		form.put("aidReceived", "无");
		return form;
	}

	private static void member(Map<String, String> form, int row, String name, String relation, String age,
			String income, String health) {
		form.put("members[" + row + "].name", name);
		form.put("members[" + row + "].relation", relation);
		form.put("members[" + row + "].age", age);
		form.put("members[" + row + "].occupation", "务农");
		form.put("members[" + row + "].yearlyIncome", income);
		form.put("members[" + row + "].health", health);
	}

	private MvcTestResult post(Actor actor, Map<String, String> form) {
		return this.pages.post(actor, "/students/" + this.pupil + "/household?year=2026", form);
	}

	private MvcTestResult draft(Actor actor, Map<String, String> form) {
		return this.pages.post(actor, "/students/" + this.pupil + "/household/draft?year=2026", form);
	}

	private MvcTestResult get(Actor actor) {
		return this.pages.get(actor, "/students/" + this.pupil + "/household");
	}

	private DeclaredHousehold declared() {
		return find().orElseThrow();
	}

	private Optional<DeclaredHousehold> find() {
		var officer = this.school.officer();
		return officer.scope().call(() -> this.households.declared(officer, this.pupil, YEAR));
	}

}
