package org.nuanyang.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.CaseChain;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sits in the committee: chosen from the accounts, or named; and who stays away. */
@IntegrationTest
class MemberTests {

	@Autowired
	private Pages pages;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private Trail trail;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	private Map<String, String> form() {
		var form = new HashMap<>(Map.of("round", "" + this.chain.round(this.school).id(), "heldOn", "2026-10-14",
				"startedAt", "09:00", "place", "第二会议室", "chair", this.school.principal().name()));
		var kinds = new String[] { "LEADER", "LEADER", "TEACHER", "TEACHER", "PARENT", "PARENT" };
		var names = new String[] { "", "", "教师样三", "教师样四", "林样父", "家长样六" };
		for (var n = 0; n < names.length; n++) {
			form.put("members[" + n + "].kind", kinds[n]);
			form.put("members[" + n + "].name", names[n]);
			form.put("members[" + n + "].absence", "");
		}
		form.put("members[0].account", "" + this.school.principal().userId());
		form.put("members[1].account", "" + this.school.reviewer().userId());
		return form;
	}

	private MvcTestResult open(Map<String, String> form) {
		return this.pages.post(this.school.officer(), "/meetings", form);
	}

	private String opened() {
		return Objects.requireNonNull(open(form()).getResponse().getRedirectedUrl());
	}

	@Test
	void membersAreChosenFromTheAccountsAndOthersNamed() {
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		assertThat(this.pages.page(this.school.officer(), "/meetings/new").select("[name='members[0].account'] option"))
			.extracting((option) -> option.text())
			.anyMatch((text) -> text.startsWith(this.school.principal().name() + " ("))
			.noneMatch((text) -> text.startsWith(this.school.otherOfficer().name() + " ("));
		var meeting = opened();
		assertThat(this.pages.page(this.school.officer(), meeting).text()).contains("应到 6 人，实到 6 人",
				this.school.principal().name(), this.school.reviewer().name(), "林样父");
		this.pages.post(this.school.officer(), meeting + "/cancellation", Map.of("version", "0", "reason", "改期"));
		var again = this.pages.page(this.school.officer(), "/meetings/new");
		assertThat(again.select("[name='members[0].account'] option[selected]").val())
			.isEqualTo("" + this.school.principal().userId());
		assertThat(again.select("[name='members[2].name']").val()).isEqualTo("教师样三");
	}

	@Test
	void refusesAStrangersAccountAndARowThatSaysTwoThings() {
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var form = form();
		form.put("members[0].account", "" + this.school.otherOfficer().userId());
		assertThat(open(form)).hasStatus(422).bodyText().contains("不是本校在用的账号", "教师样三");
		form = form();
		form.put("members[0].name", "别人");
		assertThat(open(form)).hasStatus(422).bodyText().contains("请只留一个", "别人");
		form = form();
		form.put("members[2].name", this.school.principal().name());
		assertThat(open(form)).hasStatus(422).bodyText().contains("填了两次");
		form = form();
		form.put("members[2].name", "教".repeat(41));
		assertThat(open(form)).hasStatus(422).bodyText().contains("教".repeat(41));
	}

	@Test
	void everythingWrongWithAMeetingIsToldAtOnce() {
		var form = form();
		form.put("heldOn", "2026-10-15");
		form.put("place", "");
		form.put("chair", "别的人");
		form.put("members[4].kind", "TEACHER");
		form.put("members[5].kind", "TEACHER");
		form.put("members[5].name", "教师样三");
		form.put("members[2].absence", "公出");
		form.put("members[3].absence", "公出");
		var refused = open(form);
		assertThat(refused).hasStatus(422);
		var page = Pages.page(refused);
		assertThat(page.select(".note-risk li").eachText()).hasSize(7)
			.anyMatch((line) -> line.contains("还没有班评完成的申请"))
			.anyMatch((line) -> line.contains("日期还没有到"))
			.anyMatch((line) -> line.contains("填了两次"))
			.anyMatch((line) -> line.contains("到会至少 5 人，现在填了 4 人"))
			.anyMatch((line) -> line.contains("要有学校领导、教师和家长代表"))
			.anyMatch((line) -> line.contains("主持人 别的人 不在到会成员里"));
		assertThat(page.select("#place-error").text()).isNotEmpty();
		assertThat(page.select("#members-error div")).hasSize(3);
		assertThat(page.select("[name=chair]").val()).isEqualTo("别的人");
		assertThat(page.select("[name='members[3].absence']").val()).isEqualTo("公出");
		// A row that says two things is somebody who sits there.
		form = form();
		form.put("members[0].name", "别人");
		form.put("startedAt", "九点");
		assertThat(Pages.page(open(form)).select(".note-risk li").eachText()).hasSize(3)
			.noneMatch((line) -> line.contains("到会至少"));
	}

	@Test
	void whoMayBeKinIsTickedAndNeverInABatch() {
		var application = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var meeting = opened();
		var page = this.pages.page(this.school.officer(), meeting + "/decisions/" + application);
		assertThat(page.text()).contains("到会成员 林样父 与这名学生的家长同名");
		assertThat(page.select("[name=recused][checked]").eachAttr("value")).containsExactly("林样父");
		assertThat(this.pages.post(this.school.officer(), meeting + "/decisions", Map.of("cases", "" + application)))
			.hasStatus3xxRedirection()
			.flash()
			.extractingByKey("results")
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.singleElement()
			.hasFieldOrPropertyWithValue("refusal", "review.batch.kin");
	}

	@Test
	void whoVotesUnderAGuardiansNameIsExplainedToWhoSigns() {
		var application = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var meeting = opened();
		var ruling = new HashMap<>(Map.of("version", "0", "outcome", "ONE"));
		assertThat(this.pages.post(this.school.officer(), meeting + "/decisions/" + application, ruling)).hasStatus(422)
			.bodyText()
			.contains("林样父 与这名学生的家长同名又参加表决");
		ruling.put("namesakeReason", "已核对身份证，是另一个村的同名村民");
		assertThat(this.pages.post(this.school.officer(), meeting + "/decisions/" + application, ruling))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.officer(), meeting + "/decisions/" + application)
			.select("[name=namesakeReason]")
			.val()).isEqualTo("已核对身份证，是另一个村的同名村民");
		assertThat(this.pages.post(this.school.officer(), meeting + "/submission", Map.of("version", "0")))
			.hasStatus3xxRedirection();
		for (var page : new String[] { meeting, meeting + "/confirmation" }) {
			assertThat(this.pages.page(this.school.principal(), page).text())
				.contains("林样父 与家长同名，没有回避：已核对身份证，是另一个村的同名村民");
		}
	}

	@Test
	void stayingAwayIsHeldToByAccountAlsoAfterTheNameChanged() {
		var application = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var meeting = opened();
		var name = this.school.principal().name();
		assertThat(this.pages.post(this.school.officer(), meeting + "/decisions/" + application,
				Map.of("version", "0", "outcome", "ONE", "recused", name, "namesakeReason", "另一个村的同名村民")))
			.hasStatus3xxRedirection();
		TestDatabase.asOwner("update app_user set name = '改名样' where id = " + this.school.principal().userId());
		var id = meeting.substring(meeting.lastIndexOf('/') + 1);
		var version = this.trail.count(this.school.officer(), "select version from committee_meeting where id = ?",
				Long.parseLong(id));
		assertThat(this.pages.post(this.school.officer(), meeting + "/submission", Map.of("version", "" + version)))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.principal(), meeting + "/confirmation").text()).contains("回避");
		assertThat(this.pages.post(this.school.principal(), meeting + "/confirmation",
				Map.of("version", "" + (version + 1), "checked", "true")))
			.hasStatus(422);
	}

}
