package org.nuanyang.application;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

/** Opening a round, and its page. */
@IntegrationTest
class RoundTests {

	@Autowired
	private ProgrammeService programmes;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MutableClock clock;

	@Autowired
	private RoundService rounds;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void theFormProposesWorkingDaysAndLeavesOutWhatNoCalendarCovers() {
		var page = this.mvc.get().uri("/rounds/new").with(as(this.school.officer())).exchange();
		assertThat(page).hasStatusOk()
			.bodyText()
			.contains("学年困难认定", "value=\"2026-10-14\"", "提前告知", "归档")
			.doesNotContain("??");
	}

	@Test
	void theOfficerOpensTheRoundOfTheYear() {
		assertThat(open()).hasStatus3xxRedirection();
		var round = this.school.officer().scope().call(() -> this.rounds.current(this.school.officer())).orElseThrow();
		assertThat(round.status()).isEqualTo(RoundStatus.INFORMING);
		assertThat(round.lastDay(RoundStep.FILE)).isEqualTo("2026-12-15");
		var page = this.mvc.get().uri("/rounds/" + round.id()).with(as(this.school.headTeacher())).exchange();
		assertThat(page).hasStatusOk().bodyText().contains("2026—2027学年困难认定", "class=\"now\"", "公示");
	}

	@Test
	void openingIsRecorded() {
		open();
		Integer entries = this.school.officer().scope().call(() -> this.transactions.execute((status) -> recorded()));
		assertThat(entries).isEqualTo(1);
	}

	private int recorded() {
		return this.jdbc.sql("select count(*) from audit_entry where action = 'round.opened' and actor_id = ?")
			.param(this.school.officer().userId())
			.query((row, number) -> row.getInt(1))
			.single();
	}

	@Test
	void aSecondRoundOfTheYearIsRefusedInPlainWords() {
		open();
		assertThat(open()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("2026—2027 学年的批次已经开启", "value=\"2026-10-14\"");
	}

	@Test
	void aStepThatEndsBeforeItStartsIsRefusedAtItsField() {
		var answer = this.mvc.post()
			.uri("/rounds")
			.param("year", "2026")
			.param("name", "测试")
			.param("noticeWorkingDays", "4")
			.param("steps[0].start", "2026-10-20")
			.param("steps[0].end", "2026-10-14")
			.with(as(this.school.officer()))
			.exchange();
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("不能小于 5");
	}

	@Test
	void onlyOfficersOpenAndOnlyTheirSchoolSees() {
		assertThat(this.mvc.get().uri("/rounds/new").with(as(this.school.headTeacher())))
			.hasStatus(HttpStatus.FORBIDDEN);
		open();
		var round = this.school.officer().scope().call(() -> this.rounds.current(this.school.officer())).orElseThrow();
		assertThat(this.mvc.get().uri("/rounds/" + round.id()).with(as(this.school.otherOfficer())))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/rounds").with(as(this.school.county()))).hasStatusOk()
			.bodyText()
			.contains("2026—2027学年困难认定");
		assertThat(this.mvc.get().uri("/rounds/" + round.id()).with(as(this.school.county()))).hasStatusOk();
	}

	private org.springframework.test.web.servlet.assertj.MvcTestResult open() {
		var request = this.mvc.post()
			.uri("/rounds")
			.param("year", "2026")
			.param("name", "2026—2027学年困难认定")
			.param("noticeWorkingDays", "5")
			.param("programmes", "" + this.programmes.programme(ProgrammeService.TIERED_GRANT).id());
		String[][] days = { { "2026-10-14", "2026-10-16" }, { "2026-10-17", "2026-10-30" },
				{ "2026-10-23", "2026-11-06" }, { "2026-11-09", "2026-11-11" }, { "2026-11-16", "2026-11-20" },
				{ "2026-11-30", "2026-12-04" }, { "2026-12-08", "2026-12-15" }, { "2026-12-16", "2026-12-31" },
				{ "2026-12-28", "2026-12-31" } };
		for (var step = 0; step < days.length; step++) {
			request.param("steps[" + step + "].start", days[step][0]).param("steps[" + step + "].end", days[step][1]);
		}
		return request.with(as(this.school.officer())).exchange();
	}

}
