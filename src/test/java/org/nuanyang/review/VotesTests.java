package org.nuanyang.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nuanyang.identification.Threshold;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** What makes a vote, a group and a committee valid. */
class VotesTests {

	@Test
	void moreThanHalfOfThoseEntitledCarry() {
		assertThat(new Votes(5, 4, 0).minority(9, "林例一")).isEmpty();
		assertThat(new Votes(4, 4, 0).minority(8, "林例一")).get().extracting("key").isEqualTo("review.votes.minority");
	}

	@Test
	void everyVoteIsCountedOnce() {
		assertThat(new Votes(7, 0, 0).minority(8, "林例一")).get().extracting("key").isEqualTo("review.votes.sum");
		assertThat(new Votes(9, -1, 0).incomplete(8, "林例一")).get().extracting("key").isEqualTo("review.votes.sum");
	}

	@Test
	void aClassGroupNeedsThreeMembersOfTwoKindsAndTwoThirds() {
		assertThatNoException().isThrownBy(() -> appraisal(4, "教师甲", "教师乙", "家长丙"));
		refused("review.appraisal.few", 3, "教师甲", "家长丙");
		refused("review.appraisal.quorum", 5, "教师甲", "教师乙", "家长丙");
		refused("review.appraisal.one-kind", 3, "教师甲", "教师乙", "教师丁");
		refused("review.appraisal.one-kind", 3, "班主任甲", "教师乙", "教师丁");
		refused("review.appraisal.one-kind", 3, "家长甲", "家长乙", "家长丁");
		refused("review.members.twice", 3, "教师甲", "教师甲", "家长丙");
		refused("review.appraisal.expected", 2, "教师甲", "教师乙", "家长丙");
	}

	@Test
	void aCommitteeNeedsFivePresentTwoThirdsAndAllThreeKinds() {
		assertThatNoException().isThrownBy(() -> plan(2, 2, 1, 2));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> plan(1, 2, 1, 0))
			.withMessage("review.meeting.few");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> plan(2, 2, 1, 3))
			.withMessage("review.meeting.quorum");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> plan(2, 3, 0, 0))
			.withMessage("review.meeting.kinds");
	}

	@Test
	void aMemberWhoIsThereTakesTheChair() {
		for (var chair : List.of("外人甲", "TEACHER公出0")) {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> plan(chair, 2, 2, 1, 1))
				.withMessage("review.meeting.chair");
		}
		assertThatNoException().isThrownBy(() -> plan("PARENT0", 2, 2, 1, 1));
	}

	@Test
	void linesAreDrawnFromTheHighest() {
		var lines = new ThresholdLines(List.of(new Threshold(Tier.THREE, new BigDecimal("30")),
				new Threshold(Tier.ONE, new BigDecimal("70"))));
		assertThat(lines.lines()).extracting(Threshold::tier).containsExactly(Tier.ONE, Tier.THREE);
	}

	private static void refused(String key, int expected, String... names) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> appraisal(expected, names)).withMessage(key);
	}

	private static ClassAppraisal appraisal(int expected, String... names) {
		var members = List.of(names).stream().map((name) -> new ClassAppraisal.Member(kind(name), name)).toList();
		return new ClassAppraisal(1, 1, LocalDate.of(2026, 10, 14), "教室", names[0], expected, members,
				List.of(new ClassAppraisal.Opinion(1, Tier.TWO, Votes.unanimous(names.length), "")));
	}

	private static MemberKind kind(String name) {
		return name.startsWith("家长") ? MemberKind.PARENT
				: name.startsWith("班主任") ? MemberKind.HEAD_TEACHER : MemberKind.TEACHER;
	}

	private static MeetingPlan plan(int leaders, int teachers, int parents, int absent) {
		return plan("LEADER0", leaders, teachers, parents, absent);
	}

	private static MeetingPlan plan(String chair, int leaders, int teachers, int parents, int absent) {
		var members = new ArrayList<MeetingPlan.Member>();
		add(members, AttendeeKind.LEADER, leaders, "");
		add(members, AttendeeKind.TEACHER, teachers, "");
		add(members, AttendeeKind.PARENT, parents, "");
		add(members, AttendeeKind.TEACHER, absent, "公出");
		return new MeetingPlan(1, LocalDateTime.of(2026, 10, 14, 9, 0), "会议室", chair, members);
	}

	private static void add(List<MeetingPlan.Member> members, AttendeeKind kind, int count, String absence) {
		for (var n = 0; n < count; n++) {
			members.add(new MeetingPlan.Member(kind, kind + absence + n, absence));
		}
	}

}
