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

	long notice;

	@BeforeEach
	void publish() {
		this.clock.reset();
		this.school = this.cast.school();
		var round = this.cases.round(this.school);
		this.three = this.cases.passed(this.school, round, Tier.TWO, "林例一", "郑例二", "冯例三");
		this.notice = this.published.notice(this.school, round, MONDAY);
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

}
