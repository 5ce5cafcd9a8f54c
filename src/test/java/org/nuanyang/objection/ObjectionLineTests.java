package org.nuanyang.objection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.notice.NoticeService;
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

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Whom an objection means, when the list has lost a line meanwhile. */
@IntegrationTest
class ObjectionLineTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Published published;

	@Autowired
	NoticeService notices;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MutableClock clock;

	TestSchool school;

	List<Long> three;

	long round;

	long notice;

	@BeforeEach
	void publish() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
		this.three = this.cases.passed(this.school, this.round, Tier.TWO, "林例一", "郑例二", "冯例三");
		this.notice = this.published.notice(this.school, this.round, MONDAY);
		this.clock.set(MONDAY);
		TestDatabase.asOwner("delete from objection_attempt");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private Document open(String path) {
		var page = this.mvc.get().uri("/public/notices/" + this.notice + path).exchange();
		assertThat(page).hasStatusOk();
		return Pages.page(page);
	}

	/** Sends what a form that was opened then offers for this name. */
	private MvcTestResult object(Document form, String name) {
		var line = form.select("select[name=line] option")
			.stream()
			.filter((option) -> option.text().contains(name))
			.map(Element::val)
			.findFirst()
			.orElseThrow();
		var request = this.mvc.post().uri("/public/notices/" + this.notice + "/objection").with(csrf());
		Map.of("line", line, "kind", "FACTS", "words", "情况不符").forEach(request::param);
		return request.exchange();
	}

	private long lastAbout() {
		return this.trail.count(this.school.officer(), """
				select c.application_id from objection o
				join notice_case c on c.notice_id = o.notice_id and c.position = o.position
				where o.school_id = ? order by o.id desc limit 1""", this.school.schoolId());
	}

	@Test
	void aListThatLostALineHasNoGapAndMeansTheSamePupils() {
		var before = open("/objection");
		var names = open("").select("tbody th").eachText();
		var first = names.getFirst();
		var last = names.getLast();
		var gone = this.three.get(List.of("林例一", "郑例二", "冯例三").indexOf(first));
		this.school.officer().scope().run(() -> this.notices.takeOut(this.school.officer(), gone));
		for (var path : List.of("", "/print")) {
			assertThat(open(path).select("tbody tr").eachText()).hasSize(2)
				.noneMatch((line) -> line.contains(first))
				.satisfiesExactly((line) -> assertThat(line).startsWith("1 "),
						(line) -> assertThat(line).startsWith("2 ").contains(last));
		}
		assertThat(this.pages.page(this.school.officer(), "/notices/" + this.notice).select("tbody td.num").eachText())
			.containsExactly("1", "2");
		var lastCase = this.three.get(List.of("林例一", "郑例二", "冯例三").indexOf(last));
		assertThat(object(before, last)).hasStatus(HttpStatus.FOUND);
		assertThat(lastAbout()).isEqualTo(lastCase);
		var after = open("/objection");
		assertThat(after.select("select[name=line] option").eachAttr("value"))
			.isSubsetOf(before.select("select[name=line] option").eachAttr("value"))
			.filteredOn((mark) -> !mark.isEmpty())
			.hasSize(2)
			.allMatch((mark) -> mark.matches("[0-9a-f]{24}"));
		assertThat(object(after, last)).hasStatus(HttpStatus.FOUND);
		assertThat(lastAbout()).isEqualTo(lastCase);
		assertThat(object(before, first)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("可能刚有变化", "情况不符");
	}

	/** ADR 31: the others need not wait for the conclusion, the case itself does. */
	@Test
	void whoIsObjectedToWaitsWhenTheNoticeIsWithdrawn() {
		assertThat(object(open("/objection"), "林例一")).hasStatus(HttpStatus.FOUND);
		assertThat(withdraw()).hasStatus(HttpStatus.FOUND);
		var form = "/notices/new?round=" + this.round;
		assertThat(this.pages.page(this.school.officer(), form).select(".note-warn").text())
			.contains("1 人在已撤下的公示上被提出异议", "：林例一。");
		this.notice = this.published.notice(this.school, this.round, MONDAY);
		assertThat(open("").select("tbody th").eachText()).containsExactlyInAnyOrder("郑例二", "冯例三");
		var nobody = this.pages.post(this.school.officer(), "/notices?round=" + this.round, draft());
		assertThat(nobody).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("林例一 在已撤下的公示上被提出异议");
		assertThat(this.pages.page(this.school.officer(), form).text()).contains("还没有结论");
		dismiss();
		var again = this.published.notice(this.school, this.round, MONDAY);
		assertThat(this.pages.page(this.school.officer(), "/notices/" + again).select("tbody th").eachText())
			.containsExactly("林例一");
	}

	/** A list from before the objection was known to hold it. */
	@Test
	void aListThatHoldsSomebodyObjectedToIsNotApproved() {
		withdraw();
		var draft = this.pages.post(this.school.officer(), "/notices?round=" + this.round, draft());
		var path = String.valueOf(draft.getResponse().getRedirectedUrl());
		this.pages.post(this.school.officer(), path + "/check", Map.of());
		this.pages.post(this.school.officer(), path + "/submission", Map.of());
		TestDatabase
			.asOwner("insert into objection (id, school_id, notice_id, position, kind, channel, words, received_on, "
					+ "due_on, registered_at, status) select nextval('id_seq'), school_id, notice_id, position, 'FACTS', 'ONLINE', "
					+ "'x', '2026-10-19', '2026-10-26', now(), 'REGISTERED' from notice_case where application_id = "
					+ this.three.getFirst() + " and notice_id = " + this.notice);
		assertThat(this.pages.page(this.school.principal(), path).select(".note-warn").text()).contains("林例一");
		assertThat(this.pages.post(this.school.principal(), path + "/approval", Map.of()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("名单上的 林例一 在已撤下的公示上被提出异议");
	}

	private MvcTestResult withdraw() {
		return this.pages.post(this.school.principal(), "/notices/" + this.notice + "/withdrawal",
				Map.of("reason", "联系电话写错"));
	}

	private static Map<String, String> draft() {
		return Map.of("opensOn", "2026-10-19", "workingDays", "5", "office", "学校学生资助办公室", "contactName", "沈样一",
				"contactPhone", "0900-0000000");
	}

	private void dismiss() {
		var id = this.trail.count(this.school.officer(), "select max(id) from objection where school_id = ?",
				this.school.schoolId());
		var path = "/objections/" + id;
		assertThat(this.pages.post(this.school.counsellor(), path + "/examination", Map.of()))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.post(this.school.counsellor(), path + "/conclusion",
				Map.of("means", "FILES", "finding", "查阅材料，情况属实", "outcome", "DISMISSED")))
			.hasStatus(HttpStatus.FOUND);
	}

}
