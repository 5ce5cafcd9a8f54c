package org.nuanyang.identification;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Each test has a school year of its own: rule sets hold for all schools. */
@IntegrationTest
class RuleSetTests {

	@Autowired
	Cast cast;

	@Autowired
	OrgService orgs;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	Actor author;

	Actor another;

	@BeforeEach
	void people() {
		this.school = this.cast.school();
		this.author = this.school.county();
		this.another = this.cast.person(this.orgs.place(this.school.countyId(), null, null), Role.COUNTY);
	}

	@Test
	void aCopyComesIntoForceByAnotherPersonAndTakesThePlaceOfTheFormer() {
		var first = activated(2081);
		var second = location(copy(2081));
		assertThat(this.pages.page(this.author, second).select("[aria-disabled]").text()).contains("启用量化表");
		var own = this.pages.post(this.author, second + "/activation", Map.of());
		assertThat(own).hasStatus(422);
		assertThat(Pages.page(own).text()).contains("起草人不能启用自己起草的量化表");
		assertThat(this.pages.page(this.another, second).text()).contains("第 1 版将同时停用");
		assertThat(this.pages.post(this.another, second + "/activation", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.author, second).select("h1 + .chip").text()).isEqualTo("启用");
		assertThat(this.pages.page(this.author, first).select("h1 + .chip").text()).isEqualTo("停用");
		assertThat(this.pages.post(this.another, first + "/activation", Map.of())).hasStatus(422);
		assertThat(this.pages.post(this.another, second + "/removal", Map.of())).hasStatus(422);
		assertThat(this.trail.entries(this.author, "identification.rules.drafted")).isEqualTo(2);
		assertThat(this.trail.entries(this.another, "identification.rules.activated")).isEqualTo(2);
		assertThat(this.trail.entries(this.another, "identification.rules.retired")).isOne();
	}

	@Test
	void theAuthorChangesFiguresInThePageAndNobodyElse() {
		var draft = location(copy(2079));
		var form = this.pages.page(this.author, draft + "/edit");
		var figures = new HashMap<String, String>();
		form.select("main form input").forEach((input) -> figures.put(input.attr("name"), input.val()));
		assertThat(figures).containsEntry("f.thresholds.0.from", "70").containsEntry("f.groups.0.max", "30");
		figures.put("f.thresholds.0.from", "72");
		figures.put("f.groups.0.max", "34");
		figures.put("f.thresholds.1.from", "五十");
		var wrong = this.pages.post(this.author, draft + "/figures", figures);
		assertThat(wrong).hasStatus(422);
		assertThat(Pages.page(wrong).select("[role=alert]").text()).contains("有 1 处要改").doesNotContain("上传");
		assertThat(Pages.page(wrong).select("[role=alert] a[href='#f.thresholds.1.from']").text())
			.isEqualTo("二级：不低于（分）：“五十”不是数字，请填写数字，如 12 或 7.5。");
		assertThat(Pages.page(wrong)
			.select("[name='f.thresholds.1.from'].is-invalid[aria-invalid=true]")
			.attr("aria-describedby")).isEqualTo("f.thresholds.1.from-error");
		assertThat(Pages.page(wrong).select("[id='f.thresholds.1.from-error']").text()).contains("“五十”不是数字");
		assertThat(Pages.page(wrong).select("[name='f.thresholds.0.from']").val()).isEqualTo("72");
		figures.put("f.thresholds.1.from", "80");
		figures.put("f.groups.1.indicators.0.measure.each", "2000");
		var faults = Pages.page(this.pages.post(this.author, draft + "/figures", figures));
		assertThat(faults.select("[role=alert] a").eachAttr("href")).containsExactly("#f.thresholds.1.from",
				"#f.groups.1.indicators.0.measure.each");
		assertThat(faults.select("[role=alert]").text()).contains("大病或重残的成员 › 每 1 人").doesNotContain("上传", "??");
		figures.put("f.groups.1.indicators.0.measure.each", "12");
		figures.put("f.thresholds.1.from", "51");
		assertThat(this.pages.post(this.another, draft + "/figures", figures)).hasStatus(422);
		assertThat(this.pages.post(this.school.officer(), draft + "/figures", figures)).hasStatus(403);
		assertThat(this.pages.post(this.author, draft + "/figures", figures)).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.another, draft).text()).contains("72 分及以上", "51 分及以上", "满分 104 分");
		assertThat(Pages.page(this.pages.post(this.author, draft + "/figures", figures)).text()).contains("刚在别处改过");
		assertThat(this.trail.entries(this.author, "identification.rules.edited")).isOne();
		assertThat(this.pages.post(this.another, draft + "/activation", Map.of())).hasStatus3xxRedirection();
		var late = this.pages.post(this.author, draft + "/figures", figures);
		assertThat(late).hasStatus(422).bodyText().contains("分值不能再改，没有保存").doesNotContain("启用或删除");
		assertThat(Pages.page(late).select("main button[type=submit]")).isEmpty();
	}

	@Test
	void figuresOfADraftThatWasDeletedMeanwhileAreShownBack() {
		var draft = location(copy(2078));
		var figures = new LinkedHashMap<String, String>();
		this.pages.page(this.author, draft + "/edit")
			.select("main form input")
			.forEach((input) -> figures.put(input.attr("name"), input.val()));
		figures.put("f.thresholds.0.from", "72");
		figures.put("f.groups.1.indicators.0.measure.each", "13.5");
		assertThat(this.pages.post(this.another, draft + "/removal", Map.of())).hasStatus3xxRedirection();
		var late = this.pages.post(this.author, draft + "/figures", figures);
		assertThat(late).hasStatus(410);
		var page = Pages.page(late);
		assertThat(page.select("main").text()).contains("草稿已被删除，分值没有保存", "等级线 72 / ", "第 2 组第 1 个指标 13.5")
			.doesNotContain("??", "f.");
		assertThat(page.select("main form")).isEmpty();
		assertThat(this.pages.post(this.school.officer(), draft + "/figures", figures)).hasStatus(403);
		assertThat(this.trail.entries(this.author, "identification.rules.edited")).isZero();
	}

	@Test
	void thePageSaysTheRulesInWords() {
		var text = this.pages.page(this.school.headTeacher(), location(copy(2082))).text();
		assertThat(text).contains("70 分及以上", "不到 30 分", "孤儿", "家庭成员由财政供养", "财政供养 = 是", "人均年收入 ÷ 低保线", "不超过 1 倍：30 分",
				"超过 1.5 倍，不超过 2 倍：12 分", "超过 20,000 元：8 分", "每 1 人：12 分", "合计最高 6 分", "不能测算，须先核实", "按 0 分计",
				"成绩、品行和消费情况不计分");
		assertThat(text).doesNotContain("INCOME", "{", "upTo");
	}

	@Test
	void whatIsDownloadedCanBeUploadedAgain() {
		var file = this.mvc.get().uri(location(copy(2083)) + "/file").with(Cast.as(this.author)).exchange();
		assertThat(file).hasStatusOk();
		var text = text(file).replace("\"from\" : 70", "\"from\" : 75.5");
		var uploaded = location(upload(2083, text.getBytes(StandardCharsets.UTF_8)));
		assertThat(this.pages.page(this.author, uploaded).text()).contains("第 2 版", "75.5 分及以上");
		assertThat(this.pages.post(this.author, uploaded + "/removal", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.get(this.author, uploaded)).hasStatus(404);
		assertThat(this.trail.entries(this.author, "identification.rules.discarded")).isOne();
	}

	@Test
	void everythingWrongInAFileIsNamedWithItsPlaceAndNothingIsSaved() {
		var file = """
				{"fullMarks": 100, "direct": [{"categories": ["G01"], "tier": "ONE"}], "vetoes": [], "extra": 1,
				 "groups": [{"code": "a", "label": {"zh": "收入", "en": "Income"}, "min": 0, "max": 30, "indicators": [
				   {"code": "a", "label": {"zh": "住房", "en": "Home"}, "missing": "ZERO",
				    "measure": {"kind": "SINGLE", "fact": "HOUSING", "points": {"PALACE": 3, "UNSAFE": "5"}}},
				   {"code": "b", "label": {"zh": "欠债", "en": "Debt"}, "missing": "MAYBE",
				    "measure": {"kind": "BANDS", "fact": "DEBT", "bands": [{"upTo": 9, "points": 1}, {"upTo": 5, "points": 2}]}}]}],
				 "thresholds": [{"tier": "TWO", "from": 10}, {"tier": "ONE", "from": 20}]}""";
		var answer = upload(2084, file.getBytes(StandardCharsets.UTF_8));
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.select("tbody").text()).contains("不认识“extra”", "“G01”不是资助类困难类型的代码", "代码“a”用了两次",
				"文件 › 第 1 组“收入” › 第 1 个指标“住房”", "没有“PALACE”这个选项", "“5”不是数字", "“MAYBE”不在可选范围内", "最后一档不写 upTo",
				"各档的 upTo 须依次增大", "各组最高分合计 30 分，与满分 100 分不一致", "等级线须从高等级到低等级排列");
		assertThat(page.select("#name").val()).isEqualTo("县量化表");
		assertThat(page.select("[role=alert] a[href='#file']").text()).contains("处要改，整份没有保存");
		assertThat(page.select("#file.is-invalid").attr("aria-describedby")).isEqualTo("file-error file-hint");
		assertThat(this.trail.count(this.author, "select count(*) from rule_set where school_year = 2084")).isZero();
	}

	@Test
	void meritAndConductAreRefusedWithTheReason() {
		var merit = sample().replace("\"fact\" : \"HOUSING\"", "\"fact\" : \"EXAM_MARKS\"");
		assertThat(problems(upload(2085, merit))).contains("“EXAM_MARKS”不是可以计分的家庭经济情况；成绩、品行和消费情况不得用于困难认定");
		var disguised = sample().replace("\"居住条件\"", "\"在校表现\"");
		assertThat(problems(upload(2085, disguised))).contains("“在校表现”里有“在校表现”", "不得用于困难认定");
		assertThat(this.trail.count(this.author, "select count(*) from rule_set where school_year = 2085")).isZero();
	}

	@Test
	void whatIsNoRuleSetAtAllIsRefusedPlainly() {
		assertThat(notice(upload(2086, "{\"fullMarks\": 100,,}"))).contains("第 1 行", "写法有误");
		assertThat(notice(upload(2086, "{\"a\": 1, \"a\": 2}"))).contains("写法有误");
		assertThat(notice(upload(2086, "[".repeat(9000)))).contains("写法有误");
		assertThat(notice(upload(2086, new byte[] { '{', (byte) 0xC4, (byte) 0xE3, '}' }))).contains("UTF-8");
		assertThat(notice(upload(2086, new byte[RuleSetCheck.LARGEST_BYTES + 1]))).contains("超过 200 KB");
		assertThat(problems(upload(2086, "[]"))).contains("花括号");
		assertThat(problems(upload(2086, sample().replace("\"fullMarks\" : 100", "\"fullMarks\" : 1e999999"))))
			.contains("数字须在 1 到 1000 之间");
		assertThat(problems(upload(2086, sample().replace("\"居住条件\"", "\"\\u0000\"")))).contains("请写 1 到 100 个字");
		assertThat(notice(this.pages.post(this.author, "/rule-sets", form(2086)))).contains("也没有上传文件");
		var empty = this.pages.post(this.author, "/rule-sets", Map.of("year", "99999", "name", " ", "from", "1"));
		assertThat(empty).hasStatus(422);
		assertThat(this.trail.count(this.author, "select count(*) from rule_set where school_year = 2086")).isZero();
	}

	@Test
	void retiringNeedsAReasonAndLeavesTheYearWithoutOne() {
		var set = activated(2087);
		assertThat(notice(this.pages.post(this.author, set + "/retirement", Map.of("reason", " "))))
			.contains("请写明停用原因");
		assertThat(this.pages.post(this.author, set + "/retirement", Map.of("reason", "长".repeat(301)))).hasStatus(422);
		assertThat(this.pages.post(this.author, set + "/retirement", Map.of("reason", "县里印发了新的办法")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.author, set).text()).contains("县里印发了新的办法");
		assertThat(this.pages.page(this.author, "/rule-sets").select("[aria-labelledby=y2087]").text())
			.contains("没有启用的量化表");
		assertThat(this.pages.post(this.author, set + "/retirement", Map.of("reason", "再来"))).hasStatus(422);
	}

	@Test
	void whatHasBeenInForceNeverComesBackNorChanges() {
		var set = activated(2088);
		var id = Long.parseLong(set.substring(set.lastIndexOf('/') + 1));
		for (var change : new String[] { "status = 'DRAFT'", "name = '另一个'", "activated_by = null" }) {
			assertThatException()
				.isThrownBy(() -> TestDatabase.asOwner("update rule_set set " + change + " where id = " + id));
		}
		var draft = location(copy(2088));
		assertThatException()
			.isThrownBy(() -> TestDatabase.asOwner("update rule_set set activated_by = created_by where id = "
					+ draft.substring(draft.lastIndexOf('/') + 1)));
	}

	@Test
	void theCountySetsTheSubsistenceLineBesideItsRules() {
		activated(2089);
		assertThat(this.pages.post(this.author, "/rule-sets/lines/2089", Map.of("line", "7,200")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.author, "/rule-sets").select("#line2089").val()).isEqualTo("7,200.00");
		assertThat(this.pages.post(this.author, "/rule-sets/lines/2089", Map.of("line", "0"))).hasStatus(422);
		assertThat(this.pages.post(this.author, "/rule-sets/lines/2089", Map.of("line", "很多"))).hasStatus(422);
		assertThat(notice(this.pages.post(this.author, "/rule-sets/lines/2089", Map.of()))).contains("请填写低保线");
		assertThat(this.trail.entries(this.author, "programme.line.set")).isOne();
	}

	@Test
	void othersReadButDoNotWrite() {
		var set = activated(2090);
		for (var reader : new Actor[] { this.school.officer(), this.school.district(), this.school.auditor() }) {
			assertThat(this.pages.page(reader, set).select("main form")).isEmpty();
		}
		assertThat(this.pages.get(this.school.finance(), set)).hasStatus(403);
		for (var step : new String[] { set + "/retirement", set + "/activation", set + "/removal",
				"/rule-sets/lines/2090" }) {
			assertThat(this.pages.post(this.school.officer(), step, Map.of("reason", "不想用", "line", "1")))
				.hasStatus(403);
		}
		assertThat(this.pages.post(this.school.principal(), "/rule-sets", form(2090))).hasStatus(403);
	}

	private String activated(int year) {
		var set = location(copy(year));
		assertThat(this.pages.post(this.another, set + "/activation", Map.of())).hasStatus3xxRedirection();
		return set;
	}

	private MvcTestResult copy(int year) {
		var form = form(year);
		form.put("from", String.valueOf(shipped()));
		return this.pages.post(this.author, "/rule-sets", form);
	}

	private long shipped() {
		return this.trail.count(this.author, "select id from rule_set where school_year = 2026 and version = 1");
	}

	private static Map<String, String> form(int year) {
		return new HashMap<>(Map.of("year", String.valueOf(year), "name", "县量化表", "nameEn", "County rules"));
	}

	private MvcTestResult upload(int year, String json) {
		return upload(year, json.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult upload(int year, byte[] file) {
		var request = this.mvc.post()
			.uri("/rule-sets")
			.multipart()
			.file(new MockMultipartFile("file", "rules.json", "application/json", file))
			.with(Cast.as(this.author));
		form(year).forEach(request::param);
		return request.exchange();
	}

	/** The shipped rules as their file says them. */
	private String sample() {
		return text(this.mvc.get().uri("/rule-sets/" + shipped() + "/file").with(Cast.as(this.author)).exchange());
	}

	private static String text(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private static String location(MvcTestResult answer) {
		assertThat(answer).hasStatus3xxRedirection();
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private static String notice(MvcTestResult answer) {
		return refused(answer).select(".note-risk").text();
	}

	private static String problems(MvcTestResult answer) {
		return refused(answer).select("tbody").text();
	}

	private static Document refused(MvcTestResult answer) {
		assertThat(answer).hasStatus(422);
		return Pages.page(answer);
	}

}
