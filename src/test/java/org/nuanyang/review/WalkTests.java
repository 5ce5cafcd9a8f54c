package org.nuanyang.review;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.CaseChain;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** The officer goes through the board, in one of its views, without losing the place. */
@IntegrationTest
class WalkTests {

	@Autowired
	private Pages pages;

	@Autowired
	private Cast cast;

	@Autowired
	private CaseChain chain;

	@Autowired
	private MeetingService meetings;

	@Autowired
	private DecisionService decisions;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void everythingThatMayBeDecidedAtOnceIsChosenWithOneClick() {
		var plain = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var near = this.chain.appraised(this.school, "郑例二", CaseChain.NEAR_ONE);
		var other = this.chain.appraised(this.school, "王例三", CaseChain.THREE);
		var meeting = open();
		var page = this.pages.page(this.school.officer(), "/meetings/" + meeting);
		assertThat(page.select("thead input[data-check-all][hidden]").attr("aria-label")).isEqualTo("全选可批量的孩子");
		assertThat(page.select("button[name=all]").text()).isEqualTo("这里可批量的 2 人都按建议记录：一级 1、三级 1");
		assertThat(page.select("tbody input[name=cases]")).hasSize(2);
		var answer = this.pages.post(this.school.officer(), "/meetings/" + meeting + "/decisions", Map.of("all", "true",
				"view", "UNDECIDED", "seen", page.select("input[name=seen]").val() + "," + near + ":TWO"));
		assertThat(answer).hasRedirectedUrl("/meetings/" + meeting + "?view=UNDECIDED");
		assertThat(Objects.requireNonNull(answer.getMvcResult().getFlashMap()).get("results"))
			.isEqualTo(List.of(new BatchResult(near, "郑例二", "review.batch.near"), new BatchResult(plain, "林例一", null),
					new BatchResult(other, "王例三", null)));
		assertThat(decided(meeting)).containsExactlyInAnyOrder(plain, other);
		assertThat(this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=UNDECIDED")
			.select(".bar-sel")
			.text()).isEqualTo("这里未评审的孩子都须逐人评审：点每行右边的“评审”。");
	}

	@Test
	void aViewOffersOnlyItsOwnRows() {
		this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		this.chain.appraised(this.school, "郑例二", CaseChain.NEAR_ONE);
		var meeting = open();
		var page = this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=NEAR");
		assertThat(page.select("button[name=all], [data-check-all]")).isEmpty();
		assertThat(page.select("input[name=seen]").val()).isEmpty();
		assertThat(this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=DIFFERING")
			.select(".bar-sel")
			.text()).isEqualTo("这一范围现在没有孩子。");
		assertThat(this.pages.post(this.school.officer(), "/meetings/" + meeting + "/decisions",
				Map.of("all", "true", "view", "NEAR", "seen", "")))
			.hasStatus3xxRedirection();
		assertThat(decided(meeting)).isEmpty();
		assertThat(this.pages.post(this.school.principal(), "/meetings/" + meeting + "/decisions",
				Map.of("all", "true", "seen", "")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void afterADecisionOneIsBackAtTheRowInTheSameView() {
		var first = this.chain.appraised(this.school, "林例一", CaseChain.TWO, Tier.THREE);
		var second = this.chain.appraised(this.school, "郑例二", CaseChain.THREE, Tier.TWO);
		this.chain.appraised(this.school, "王例三", CaseChain.ONE);
		var meeting = open();
		var board = this.pages.page(this.school.officer(), "/meetings/" + meeting + "?view=DIFFERING");
		var link = board.select("tr#case-" + first + " a.btn").attr("href");
		assertThat(link).isEqualTo(decision(meeting, first) + "?view=DIFFERING");
		var form = this.pages.page(this.school.officer(), link);
		assertThat(form.select("input[name=view]").val()).isEqualTo("DIFFERING");
		assertThat(form.select(".card-footer a.btn").attr("href"))
			.isEqualTo("/meetings/" + meeting + "?view=DIFFERING#case-" + first);
		assertThat(decide(meeting, first, Map.of("view", "DIFFERING")))
			.isEqualTo("/meetings/" + meeting + "?view=DIFFERING#case-" + first);
		assertThat(decide(meeting, second, Map.of())).isEqualTo("/meetings/" + meeting + "#case-" + second);
	}

	@Test
	void whoseRowLeftTheViewIsFollowedByTheNext() {
		var first = this.chain.appraised(this.school, "林例一", CaseChain.ONE);
		var second = this.chain.appraised(this.school, "郑例二", CaseChain.TWO);
		var meeting = open();
		assertThat(decide(meeting, first, Map.of("view", "UNDECIDED")))
			.isEqualTo("/meetings/" + meeting + "?view=UNDECIDED#case-" + second);
		assertThat(decide(meeting, second, Map.of("view", "UNDECIDED")))
			.isEqualTo("/meetings/" + meeting + "?view=UNDECIDED");
	}

	@Test
	void theNextOfTheViewIsOfferedUntilNoneIsLeft() {
		var first = this.chain.appraised(this.school, "林例一", CaseChain.TWO, Tier.THREE);
		this.chain.appraised(this.school, "王例三", CaseChain.TWO);
		var last = this.chain.appraised(this.school, "郑例二", CaseChain.THREE, Tier.TWO);
		var meeting = open();
		assertThat(next(meeting, last)).containsExactly("保存并看下一个（这里还有 1 人未评审）");
		var walk = Map.of("view", "DIFFERING", "next", "true");
		// Round again from the end of the list.
		assertThat(decide(meeting, last, walk)).isEqualTo(decision(meeting, first) + "?view=DIFFERING");
		assertThat(next(meeting, first)).isEmpty();
		assertThat(decide(meeting, first, walk)).isEqualTo("/meetings/" + meeting + "?view=DIFFERING#case-" + first);
		assertThat(decided(meeting)).hasSize(2);
	}

	@Test
	void whatIsRefusedKeepsTheView() {
		var id = this.chain.appraised(this.school, "林例一", CaseChain.TWO, Tier.THREE);
		var meeting = open();
		var answer = this.pages.post(this.school.officer(), decision(meeting, id),
				Map.of("version", "0", "outcome", "ONE", "view", "DIFFERING", "next", "true"));
		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.page(answer).select("input[name=view]").val()).isEqualTo("DIFFERING");
	}

	private List<String> next(long meeting, long id) {
		return this.pages.page(this.school.officer(), decision(meeting, id) + "?view=DIFFERING")
			.select("button[name=next]")
			.eachText();
	}

	private String decide(long meeting, long id, Map<String, String> walk) {
		var form = new HashMap<>(walk);
		form.putAll(Map.of("version", "0", "outcome",
				Outcome.of(this.chain.one(this.school.officer(), id).suggestedTier()).name(), "reason",
				"核实的情况与系统建议的等级相符"));
		var answer = this.pages.post(this.school.officer(), decision(meeting, id), form);
		assertThat(answer).hasStatus3xxRedirection();
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private List<Long> decided(long meeting) {
		return this.school.officer()
			.scope()
			.call(() -> this.decisions.ofMeeting(meeting))
			.stream()
			.map(DecisionView::applicationId)
			.toList();
	}

	private static String decision(long meeting, long id) {
		return "/meetings/" + meeting + "/decisions/" + id;
	}

	private long open() {
		var officer = this.school.officer();
		var members = List.of(new MeetingPlan.Member(AttendeeKind.LEADER, "杨样三", ""),
				new MeetingPlan.Member(AttendeeKind.LEADER, "秦样五", ""),
				new MeetingPlan.Member(AttendeeKind.TEACHER, "教师样三", ""),
				new MeetingPlan.Member(AttendeeKind.TEACHER, "教师样四", ""),
				new MeetingPlan.Member(AttendeeKind.PARENT, "家长样五", ""));
		return officer.scope()
			.call(() -> this.meetings.open(officer,
					new MeetingPlan(this.chain.round(this.school).id(), LocalDateTime.of(2026, 10, 14, 9, 0), "第二会议室",
							"杨样三", members)))
			.id();
	}

}
