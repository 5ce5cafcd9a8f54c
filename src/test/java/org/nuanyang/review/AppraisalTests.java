package org.nuanyang.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseChain;
import org.nuanyang.application.RoundStatus;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

/** The head teacher records what the class says. */
@IntegrationTest
class AppraisalTests {

	private static final String GUARDIAN = """
			insert into guardian (id, school_id, enrolment_id, position, name, relation, id_type, is_guardian)
			select nextval('id_seq'), a.school_id, a.enrolment_id, 9, '%s', '母亲', 'NONE', true
			from aid_application a where a.id = %d""";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void theFormShowsWhatIsReadyAndWhatIsNotYet() {
		this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		this.chain.accepted(this.school, "郑例二");
		var page = this.mvc.get().uri(form()).with(as(this.school.headTeacher())).exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("林例一", "58 分", "还没有办到这一步", "郑例二", "等班主任家访")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/appraisals").with(as(this.school.headTeacher()))).hasStatusOk()
			.bodyText()
			.contains("1 人可以评议，1 人还没有办到这一步");
	}

	@Test
	void recordingMovesTheCasesOnAndIsKept() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var answer = record(this.school.headTeacher(), fields(id));
		assertThat(answer).hasStatus3xxRedirection();
		var application = this.chain.one(this.school.officer(), id);
		assertThat(application.status()).isEqualTo(ApplicationStatus.CLASS_APPRAISED);
		assertThat(application.classTier()).isEqualTo(Tier.TWO);
		assertThat(this.chain.round(this.school).status()).isEqualTo(RoundStatus.COMMITTEE);
		assertThat(this.mvc.get().uri(address(answer)).with(as(this.school.officer()))).hasStatusOk()
			.bodyText()
			.contains("五年级(2)班 班级评议", "同意 4，反对 0，弃权 0", "应到 5 人，实到 4 人")
			.doesNotContain("??");
		assertThat(this.mvc.get().uri("/applications/" + id).with(as(this.school.officer()))).hasStatusOk()
			.bodyText()
			.contains("班级评议", "同意 4，反对 0，弃权 0");
	}

	@Test
	void whatTheClassSaidIsMarkedVoidOnceTheCaseGoesBack() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		record(this.school.headTeacher(), fields(id));
		assertThat(said(id)).contains("同意 4").doesNotContain("已作废");
		step(id, "revisit", "收入与邻居所说不符");
		assertThat(said(id)).contains("班级评议 已作废", "同意 4", "班级重新评议后以新的为准");
	}

	/**
	 * What a meeting had before it is evidence: another assessment does not change it.
	 */
	@Test
	void theRecordKeepsWhatWasSuggestedOnTheDay() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var first = address(record(this.school.headTeacher(), fields(id)));
		assertThat(suggested(first)).isEqualTo("二级");
		step(id, "revisit", "收入与邻居所说不符");
		this.chain.visit(this.school, id, CaseChain.ONE);
		step(id, "assessment", "");
		var again = fields(id);
		again.put("opinions[0].choice", "ONE");
		var second = address(record(this.school.headTeacher(), again));
		assertThat(suggested(first)).isEqualTo("二级");
		assertThat(page(first).select("tbody th").text()).isEqualTo("林例一 已作废");
		assertThat(page(first).text()).contains("标“已作废”的").doesNotContain("??");
		assertThat(suggested(second)).isEqualTo("一级");
		assertThat(page(second).text()).doesNotContain("已作废");
		assertThat(said(id)).doesNotContain("已作废");
	}

	@Test
	void whereTheSuggestionWasNotKeptTheRecordSaysSo() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var address = address(record(this.school.headTeacher(), fields(id)));
		notKept(id);
		assertThat(suggested(address)).isEqualTo("当时没有留存");
	}

	/**
	 * As the migration fills what was recorded before it, whatever was assessed since.
	 */
	@Test
	void olderRecordsTakeTheAssessmentThatWasInForce() throws IOException {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var address = address(record(this.school.headTeacher(), fields(id)));
		step(id, "revisit", "收入与邻居所说不符");
		this.chain.visit(this.school, id, CaseChain.ONE);
		step(id, "assessment", "");
		notKept(id);
		var migration = new ClassPathResource(
				"db/migration/V20261128_0100__review_keeps_what_a_class_was_suggested.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		TestDatabase.asOwner(migration.substring(migration.indexOf("-- The case's last assessment")));
		assertThat(suggested(address)).isEqualTo("二级");
	}

	private static void notKept(long id) {
		TestDatabase.asOwner("alter table class_appraisal_opinion disable trigger class_appraisal_opinion_append_only");
		TestDatabase.asOwner("update class_appraisal_opinion set assessment_id = null where application_id = " + id);
		TestDatabase.asOwner("alter table class_appraisal_opinion enable trigger class_appraisal_opinion_append_only");
	}

	private String suggested(String record) {
		return page(record).select("[data-l=当时建议]").text();
	}

	private Document page(String address) {
		return Pages.page(this.mvc.get().uri(address).with(as(this.school.officer())).exchange());
	}

	private void step(long id, String step, String reason) {
		assertThat(this.mvc.post()
			.uri("/applications/" + id + "/" + step)
			.param("version", "" + this.chain.one(this.school.officer(), id).version())
			.param("reason", reason)
			.with(as(this.school.officer()))).hasStatus3xxRedirection();
	}

	private String said(long id) {
		return Pages.page(this.mvc.get().uri("/applications/" + id).with(as(this.school.officer())).exchange())
			.select("section[aria-labelledby=c-appraisal]")
			.text();
	}

	@Test
	void anotherTierThanSuggestedNeedsAReasonAndKeepsWhatWasTyped() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var fields = fields(id);
		fields.put("opinions[0].choice", "ONE");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一：班级建议与系统建议不同，请写明理由", "value=\"五年级办公室\"");
		fields.put("opinions[0].reason", "祖母住院，支出增加");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus3xxRedirection();
		assertThat(this.chain.one(this.school.officer(), id).classTier()).isEqualTo(Tier.ONE);
	}

	@Test
	void aDayThatCannotBeIsRefusedWithWhatWasTyped() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var fields = fields(id);
		refused(fields, "heldOn", "2020-01-01", "日期早于本轮认定开始的 2026-10-12");
		refused(fields, "heldOn", "2026-10-13", "林例一的申请在 2026-10-14 才建立");
		refused(fields, "heldOn", "2026-10-15", "日期还没有到");
		refused(fields, "heldOn", "2026-13-45", "请填日期，格式为");
		refused(fields, "expected", "五个", "请填整数");
		fields.put("expected", "5");
		fields.put("opinions[1].application", "" + id);
		refused(fields, "opinions[5000].choice", "ONE", "提交的内容与页面对不上");
		assertThat(this.chain.one(this.school.officer(), id).status()).isEqualTo(ApplicationStatus.VISITED);
	}

	@Test
	void everythingWrongIsToldAtOnce() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var fields = fields(id);
		fields.put("heldOn", "2026-10-15");
		fields.put("place", " ");
		fields.put("expected", "1");
		fields.put("members[1].name", "韩样二");
		fields.put("members[2].name", "");
		fields.put("members[3].name", "");
		fields.put("opinions[0].choice", "ONE");
		fields.put("opinions[0].votesAgainst", "2");
		var page = Pages.page(record(this.school.headTeacher(), fields));
		assertThat(page.select(".note-risk li").eachText()).hasSize(8)
			.anyMatch((line) -> line.contains("日期还没有到"))
			.anyMatch((line) -> line.contains("没有超过 2 人的一半"))
			.anyMatch((line) -> line.contains("与系统建议不同，请写明理由"))
			.anyMatch((line) -> line.contains("到会成员至少 3 人"))
			.anyMatch((line) -> line.contains("填了两次"))
			.anyMatch((line) -> line.contains("要有班主任或教师，也要有家长代表"))
			.anyMatch((line) -> line.contains("应到人数少于到会的 2 人"));
		assertThat(page.select("#members-error div")).hasSize(3);
		assertThat(page.select("[name=expected]").val()).isEqualTo("1");
		assertThat(page.select("[name='opinions[0].votesAgainst']").val()).isEqualTo("2");
		// Votes that cannot be read are not counted.
		fields.put("opinions[0].votesAgainst", "两票");
		assertThat(Pages.page(record(this.school.headTeacher(), fields)).select(".note-risk li").eachText())
			.noneMatch((line) -> line.contains("一半"));
	}

	@Test
	void aCommitteeDoesNotMeetBeforeTheClass() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		this.clock.set(MutableClock.START.plusDays(5));
		var fields = fields(id);
		fields.put("heldOn", "2026-10-16");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus3xxRedirection();
		assertThat(meet("2026-10-15")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一的班级评议在 2026-10-16 才召开", "value=\"2026-10-15\"", "value=\"第二会议室\"");
		assertThat(meet("2026-10-16")).hasStatus3xxRedirection();
	}

	private MvcTestResult meet(String day) {
		var request = this.mvc.post()
			.uri("/meetings")
			.param("round", "" + this.chain.round(this.school).id())
			.param("heldOn", day)
			.param("startedAt", "09:00")
			.param("place", "第二会议室")
			.param("chair", "杨样三");
		var names = new String[] { "杨样三", "教师样三", "教师样四", "家长样五", "家长样六" };
		for (var n = 0; n < names.length; n++) {
			request.param("members[" + n + "].kind", (n == 0) ? "LEADER" : (n < 3) ? "TEACHER" : "PARENT")
				.param("members[" + n + "].name", names[n])
				.param("members[" + n + "].absence", "");
		}
		return request.with(as(this.school.officer())).exchange();
	}

	private void refused(Map<String, String> fields, String field, String value, String why) {
		fields.put(field, value);
		var answer = record(this.school.headTeacher(), fields);
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(why);
		if (!field.contains("[")) {
			assertThat(answer).bodyText().contains("value=\"" + value + "\"", "value=\"五年级办公室\"");
		}
	}

	@Test
	void aMinorityDoesNotProposeATier() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var fields = fields(id);
		fields.put("opinions[0].votesFor", "2");
		fields.put("opinions[0].votesAgainst", "2");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有超过 4 人的一半");
		assertThat(this.chain.one(this.school.officer(), id).status()).isEqualTo(ApplicationStatus.VISITED);
	}

	@Test
	void theChairIsSomebodyWhoWasThere() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var fields = fields(id);
		fields.put("chair", "无名");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("主持人 无名 不在到会成员里", "value=\"无名\"");
	}

	@Test
	void aGuardianStaysAwayFromTheVoteOnTheirOwnChild() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		guardian(id, "家长样四");
		var fields = fields(id);
		var refused = record(this.school.headTeacher(), fields);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一：家长样四 与这名学生的家长同名又参加表决", "同名成员不回避的理由")
			.doesNotContain("??");
		var away = Pages.page(refused).select("[name='opinions[0].recused']").val();
		assertThat(away).isEqualTo("家长样四");
		fields.put("opinions[0].recused", "家长样四、外人甲");
		// Four of five make the group; two thirds of five are four.
		assertThat(record(this.school.headTeacher(), fields)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一：回避的 外人甲 不在到会成员里", "回避后有表决权的只剩 3 人，每件至少要 4 人");
		fields.put("opinions[0].recused", away);
		fields.put("members[4].name", "家长样六");
		fields.put("opinions[0].votesFor", "5");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("共 5 票，应为 4 票");
		fields.put("opinions[0].votesFor", "");
		var answer = record(this.school.headTeacher(), fields);
		assertThat(answer).hasStatus3xxRedirection();
		var page = Pages.page(this.mvc.get().uri(address(answer)).with(as(this.school.officer())).exchange());
		assertThat(page.select("[data-l=回避]").text()).isEqualTo("家长样四");
		assertThat(page.text()).contains("同意 4，反对 0，弃权 0", "应到 5 人，实到 5 人");
		assertThat(this.mvc.get().uri("/applications/" + id).with(as(this.school.officer()))).bodyText()
			.contains("家长样四")
			.doesNotContain("??");
	}

	@Test
	void aNamesakeWhoIsSomebodyElseVotesWithAWordOnIt() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		guardian(id, "家长样四");
		var fields = fields(id);
		fields.put("opinions[0].namesakeReason", "核对过住址，不是本人");
		var answer = record(this.school.headTeacher(), fields);
		assertThat(answer).hasStatus3xxRedirection();
		assertThat(this.mvc.get().uri(address(answer)).with(as(this.school.officer()))).bodyText()
			.contains("家长样四 与家长同名，没有回避：核对过住址，不是本人");
	}

	private void guardian(long application, String name) {
		TestDatabase.asOwner(GUARDIAN.formatted(name, application));
	}

	@Test
	void theClassMayProposeNobody() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var fields = fields(id);
		fields.put("opinions[0].choice", "NONE");
		fields.put("opinions[0].reason", "家庭情况已好转");
		assertThat(record(this.school.headTeacher(), fields)).hasStatus3xxRedirection();
		assertThat(this.chain.one(this.school.officer(), id).classTier()).isNull();
	}

	@Test
	void aCaseWithoutAnAssessmentIsRefused() {
		var id = this.chain.visited(this.school, "林例一", CaseChain.TWO);
		assertThat(record(this.school.headTeacher(), fields(id))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("林例一 的申请现在不能评议");
	}

	@Test
	void onlyTheHeadTeacherOfTheClassRecords() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		assertThat(record(this.school.officer(), fields(id))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(record(this.school.otherHeadTeacher(), fields(id))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(form()).with(as(this.school.otherHeadTeacher()))).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void theRecordNamesItsSchoolAndAnotherClassTeacherDoesNotReadIt() {
		var id = this.chain.assessed(this.school, "林例一", CaseChain.TWO);
		var address = address(record(this.school.headTeacher(), fields(id)));
		assertThat(Pages.page(this.mvc.get().uri(address).with(as(this.school.headTeacher())).exchange())
			.select("main > .onpaper")
			.text()).startsWith("青石学校");
		assertThat(this.mvc.get().uri(address).with(as(this.school.otherHeadTeacher())))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(address).with(as(this.school.otherOfficer()))).hasStatus(HttpStatus.NOT_FOUND);
	}

	private static String address(MvcTestResult answer) {
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private String form() {
		return "/appraisals/new?round=" + this.chain.round(this.school).id() + "&class="
				+ this.chain.schoolClass(this.school).id();
	}

	private Map<String, String> fields(long application) {
		var fields = new TreeMap<String, String>();
		fields.put("round", "" + this.chain.round(this.school).id());
		fields.put("schoolClass", "" + this.chain.schoolClass(this.school).id());
		fields.put("heldOn", "2026-10-14");
		fields.put("place", "五年级办公室");
		fields.put("chair", "韩样二");
		fields.put("expected", "5");
		var names = new String[] { "韩样二", "教师样三", "家长样四", "家长样五" };
		for (var n = 0; n < names.length; n++) {
			fields.put("members[" + n + "].kind", (n < 2) ? "TEACHER" : "PARENT");
			fields.put("members[" + n + "].name", names[n]);
		}
		fields.put("members[4].kind", "PARENT");
		fields.put("members[4].name", "");
		fields.put("opinions[0].application", "" + application);
		fields.put("opinions[0].choice", "TWO");
		return fields;
	}

	private MvcTestResult record(Actor actor, Map<String, String> fields) {
		var request = this.mvc.post().uri("/appraisals");
		fields.forEach(request::param);
		return request.with(as(actor)).exchange();
	}

}
