package org.nuanyang.award;

import java.time.LocalDate;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.filing.FilingAnswers;
import org.nuanyang.filing.FilingService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.Statements;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanyang.support.Cast.as;

/** Awards from an accepted filing. */
@IntegrationTest
class AwardTests {

	private static final SchoolYear YEAR = new SchoolYear(2026);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Published published;

	@Autowired
	FilingService filings;

	@Autowired
	FilingAnswers answers;

	@Autowired
	AwardService awards;

	@Autowired
	ProgrammeService programmes;

	@Autowired
	MutableClock clock;

	@Autowired
	Statements statements;

	TestSchool school;

	long filing;

	@BeforeEach
	void file() {
		this.school = this.cast.school();
		this.filing = filed(this.school, true);
	}

	private long filed(TestSchool at, boolean accepted, String... more) {
		this.clock.reset();
		var round = this.cases.round(at);
		this.cases.passed(at, round, Tier.ONE, "林例一");
		this.cases.passed(at, round, Tier.THREE, more);
		this.cases.passed(at, round, Tier.TWO, "吴例二", "冯例三");
		this.published.notice(at, round, LocalDate.of(2026, 10, 19));
		this.clock.set(LocalDate.of(2026, 10, 26));
		var id = at.officer().scope().call(() -> this.filings.send(at.officer(), round, 3 + more.length));
		if (accepted) {
			at.county().scope().run(() -> this.answers.accept(at.county(), id));
		}
		return id;
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private MvcTestResult post(Actor actor, String path) {
		return this.mvc.post().uri(path).with(as(actor)).exchange();
	}

	private String body(Actor actor, String path) throws Exception {
		return this.mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsString();
	}

	@Test
	void everybodyOnTheListGetsTheAmountOfTheTier() throws Exception {
		assertThat(post(this.school.officer(), "/filings/" + this.filing + "/awards")).hasStatus(HttpStatus.FOUND);
		var page = Jsoup.parse(body(this.school.finance(), "/awards"));
		assertThat(page.select("tbody tr").eachText()).containsExactly("冯例三 五年级(2)班 二级 1,500.00 750.00 750.00 享受中",
				"林例一 五年级(2)班 一级 2,000.00 1,000.00 1,000.00 享受中", "吴例二 五年级(2)班 二级 1,500.00 750.00 750.00 享受中");
		assertThat(page.select(".stats").text()).contains("3").contains("5,000.00").contains("2,500.00");
		assertThat(Jsoup.parse(body(this.school.finance(), "/awards?tier=ONE")).select("tbody tr")).hasSize(1);
	}

	@Test
	void theFirstPageAsksNoMoreOftenForALongerList() {
		var larger = this.cast.school();
		filed(larger, true, "陈例四", "楚例五", "魏例六", "蒋例七");
		home(this.school);
		assertThat(home(larger)).isEqualTo(home(this.school));
	}

	private int home(TestSchool at) {
		return this.statements
			.during(() -> assertThat(this.mvc.get().uri("/").with(as(at.officer())).exchange()).hasStatusOk()
				.bodyText()
				.contains("人待生成资助资格"));
	}

	@Test
	void paysHalfATerm() {
		this.school.officer().scope().run(() -> this.awards.grant(this.school.officer(), this.filing));
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		var payable = this.school.officer()
			.scope()
			.call(() -> this.awards.payable(this.school.officer(), this.school.schoolId(), programme, YEAR,
					Term.SPRING));
		assertThat(payable).extracting(PayableAward::amount)
			.containsExactlyInAnyOrder(Yuan.of("1000"), Yuan.of("750"), Yuan.of("750"));
	}

	@Test
	void pressedTwiceGrantsOnce() {
		assertThat(post(this.school.officer(), "/filings/" + this.filing + "/awards")).hasStatus(HttpStatus.FOUND);
		assertThat(post(this.school.officer(), "/filings/" + this.filing + "/awards"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("没有可以生成资助资格的学生");
	}

	@Test
	void nothingFollowsFromAListNotAccepted() {
		var other = this.cast.school();
		var waiting = filed(other, false);
		assertThat(post(other.officer(), "/filings/" + waiting + "/awards"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(this.school.finance(), "/filings/" + this.filing + "/awards")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(other.officer(), "/filings/" + this.filing + "/awards")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whoIsAwardedElsewhereIsRefusedWithTheReason() throws Exception {
		var other = this.cast.school();
		var theirs = filed(other, true);
		// The same child at both schools, as after an unnoticed transfer.
		TestDatabase.asOwner("alter table filing_row disable trigger user");
		TestDatabase.asOwner(
				"update filing_row set person_id = (select person_id from filing_row where filing_id = %d and position = 1) where filing_id = %d and position = 1"
					.formatted(this.filing, theirs));
		TestDatabase.asOwner("alter table filing_row enable trigger user");
		this.school.officer().scope().run(() -> this.awards.grant(this.school.officer(), this.filing));
		assertThat(post(other.officer(), "/filings/" + theirs + "/awards")).hasStatus(HttpStatus.FOUND);
		assertThat(body(other.officer(), "/filings/" + theirs)).contains("1 人不能生成资助资格")
			.contains("本学年已在另一所学校享受本项目")
			.contains("与报送时不一致");
		assertThat(Jsoup.parse(body(other.officer(), "/awards")).select("tbody tr")).hasSize(2);
	}

	@Test
	void theDatabaseItselfRefusesASecondAwardOfAPerson() {
		this.school.officer().scope().run(() -> this.awards.grant(this.school.officer(), this.filing));
		assertThatThrownBy(() -> TestDatabase.asOwner(
				"""
						insert into award select nextval('id_seq'), school_id, programme_id, school_year, person_id, enrolment_id,
							application_id, filing_id, tier, annual, granted_by, granted_at, 0 from award where filing_id = %d limit 1"""
					.formatted(this.filing)))
			.hasMessageContaining("award_once_per_person");
	}

	@Test
	void anotherSchoolSeesNoneOfThem() throws Exception {
		this.school.officer().scope().run(() -> this.awards.grant(this.school.officer(), this.filing));
		assertThat(this.mvc.get()
			.uri("/awards?school=" + this.school.schoolId())
			.with(as(this.school.otherOfficer()))
			.exchange()).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(body(this.school.county(), "/awards?school=" + this.school.schoolId())).contains("林例一");
	}

}
