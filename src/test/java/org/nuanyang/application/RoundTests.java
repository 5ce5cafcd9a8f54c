package org.nuanyang.application;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
	private Trail trail;

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
		assertThat(recorded("round.opened")).isOne();
	}

	private long recorded(String action) {
		return this.trail.entries(this.school.officer(), action);
	}

	@Test
	void aSecondRoundOfTheYearIsRefusedInPlainWords() {
		open();
		assertThat(open()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("2026—2027 学年的批次已经开启", "value=\"2026-10-14\"");
	}

	@Test
	void whoWouldOpenItAgainIsLedToTheRoundThatRuns() {
		assertThat(newRound()).hasStatusOk();
		open();
		var running = "/rounds/" + current().id();
		assertThat(newRound()).hasRedirectedUrl(running)
			.flash()
			.extractingByKey("done")
			.hasFieldOrPropertyWithValue("key", "application.round.running");
		assertThat(list()).hasStatusOk().bodyText().doesNotContain("/rounds/new", "??");
		// The next one is prepared in the last months of the year.
		this.clock.set(LocalDate.of(2027, 6, 1));
		assertThat(newRound()).hasRedirectedUrl(running);
		assertThat(list()).hasStatusOk().bodyText().contains("/rounds/new?next=true", "开启 2027—2028 学年批次");
		assertThat(this.mvc.get().uri("/rounds/new?next=true").with(as(this.school.officer()))).hasStatusOk()
			.bodyText()
			.contains("value=\"2027\"");
	}

	private MvcTestResult newRound() {
		return this.mvc.get().uri("/rounds/new").with(as(this.school.officer())).exchange();
	}

	private MvcTestResult list() {
		return this.mvc.get().uri("/rounds").with(as(this.school.officer())).exchange();
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

	@Test
	void daysMoveWithAReasonThatEverybodySees() {
		open();
		var round = current();
		var form = this.mvc.get().uri("/rounds/" + round.id() + "/plan").with(as(this.school.officer())).exchange();
		assertThat(form).hasStatusOk().bodyText().contains("value=\"2026-11-30\"", "公示的负责人").doesNotContain("??");
		var silent = replan(round, "2026-12-10", "", "秦样四");
		assertThat(silent).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请写明调整日期的原因", "value=\"2026-12-10\"");
		assertThat(replan(round, "2026-11-29", "评审会改期", "秦样四")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("结束日期早于开始日期");
		assertThat(replan(round, "2026-12-10", "长".repeat(301), "秦样四")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(replan(round, "2026-12-10", "评审会因台风改期", "秦样五")).hasStatus3xxRedirection();
		assertThat(current().lastDay(RoundStep.PUBLISH)).isEqualTo("2026-12-10");
		assertThat(this.mvc.get().uri("/rounds/" + round.id()).with(as(this.school.headTeacher()))).bodyText()
			.contains("日期调整记录", "11月30日—12月4日 → 12月2—10日", "评审会因台风改期", this.school.officer().name(), "负责：秦样五")
			.doesNotContain("/plan");
		assertThat(recorded("round.replanned")).isOne();
		var late = replan(round, "2026-12-11", "再改一次", "秦样四");
		assertThat(late).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("刚被别人改过", "再改一次", "value=\"2026-12-11\"", "现在：2026-12-10", "现在：秦样五");
		assertThat(Pages.page(late).select("[name=version]").val()).isEqualTo("" + current().version());
	}

	@Test
	void whoAnswersChangesWithoutAReasonAndNothingIsNoChange() {
		open();
		assertThat(replan(current(), "2026-12-04", "", "秦样五")).hasStatus3xxRedirection();
		assertThat(current().leaders()).hasSize(9).containsEntry(RoundStep.PUBLISH, "秦样五");
		assertThat(replan(current(), "2026-12-04", "", "秦样五")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("都没有改动");
		assertThat(replan(current(), "2026-12-04", "", "名".repeat(41))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(replan(current(), "", "删去日期", "秦样五")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("“公示”还没有日期");
	}

	@Test
	void somebodyAnswersForEachStepWithDays() {
		var page = Pages.page(newRound());
		assertThat(page.select("input[name$=.leader]").eachAttr("value")).contains(this.school.officer().name())
			.containsOnly(this.school.officer().name(), "");
		open();
		assertThat(replan(current(), "2026-12-04", "", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("“公示”还没有负责人");
	}

	@Test
	void aRoundThatIsPreparedHasNotBegun() {
		open();
		this.clock.set(LocalDate.of(2026, 9, 1));
		assertThat(this.rounds.track(current())).first().extracting(TrackStep::state).isEqualTo(TrackStep.State.AHEAD);
	}

	@Test
	void onlyTheSchoolsOfficerMovesDays() {
		open();
		var round = current();
		var plan = "/rounds/" + round.id() + "/plan";
		assertThat(this.mvc.get().uri(plan).with(as(this.school.principal()))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.post().uri(plan).with(as(this.school.county()))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(plan).with(as(this.school.otherOfficer()))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post().uri(plan).param("version", "0").with(as(this.school.otherOfficer())))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatRunsLateIsSaidOnPageAndList() {
		open();
		this.clock.set(LocalDate.of(2026, 11, 3));
		var round = current();
		assertThat(this.mvc.get().uri("/rounds/" + round.id()).with(as(this.school.headTeacher()))).bodyText()
			.contains("逾期 4 天", "1 步逾期");
		assertThat(this.mvc.get().uri("/rounds").with(as(this.school.county()))).bodyText().contains("1 步逾期");
	}

	private RoundView current() {
		return this.school.officer().scope().call(() -> this.rounds.current(this.school.officer())).orElseThrow();
	}

	/** Sends the plan as it is, but for the end of the notice and who answers for it. */
	private MvcTestResult replan(RoundView round, String end, String reason, String leader) {
		var request = this.mvc.post()
			.uri("/rounds/" + round.id() + "/plan")
			.param("version", "" + round.version())
			.param("reason", reason);
		for (var step : RoundStep.values()) {
			var days = round.days(step).orElseThrow();
			var row = "steps[" + step.ordinal() + "].";
			var notice = step == RoundStep.PUBLISH;
			request.param(row + "start", (notice && end.equals("2026-12-10")) ? "2026-12-02" : days.start().toString())
				.param(row + "end", notice ? end : days.end().toString())
				.param(row + "leader", notice ? leader : "秦样四");
		}
		return request.with(as(this.school.officer())).exchange();
	}

	private MvcTestResult open() {
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
			request.param("steps[" + step + "].start", days[step][0])
				.param("steps[" + step + "].end", days[step][1])
				.param("steps[" + step + "].leader", "秦样四");
		}
		return request.with(as(this.school.officer())).exchange();
	}

}
