package org.nuanyang.review;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/** When, where and with whom the committee meets; valid when it can decide. */
public record MeetingPlan(long roundId, LocalDateTime heldAt, String place, String chair, List<Member> members) {

	/** “评审小组不少于 5 人” (process.md 1.2, step 1). */
	static final int LEAST_MEMBERS = 5;

	public MeetingPlan {
		members = List.copyOf(members);
		var wrong = new ArrayList<>(wrong(members));
		leaderless(members, chair).ifPresent(wrong::add);
		RuleViolation.refuse(wrong);
	}

	/** Everything for which these people are no committee that can decide. */
	static List<RuleViolation> wrong(List<Member> members) {
		var wrong = new ArrayList<RuleViolation>();
		var present = members.stream().filter(Member::isPresent).count();
		if (members.stream().map(Member::name).distinct().count() < members.size()) {
			wrong.add(RuleViolation.on("members", "review.members.twice"));
		}
		if (present < LEAST_MEMBERS) {
			wrong.add(RuleViolation.on("members", "review.meeting.few", LEAST_MEMBERS, present));
		}
		if (present * 3 < members.size() * 2L) {
			wrong.add(RuleViolation.on("members", "review.meeting.quorum", members.size(), present));
		}
		// Who is away represents nobody.
		if (members.stream().filter(Member::isPresent).map(Member::kind).distinct().count() < AttendeeKind
			.values().length) {
			wrong.add(RuleViolation.on("members", "review.meeting.kinds"));
		}
		return wrong;
	}

	/** Unless somebody who is there takes the chair. */
	static Optional<RuleViolation> leaderless(List<Member> members, String chair) {
		return members.stream().anyMatch((member) -> member.isPresent() && member.name().equals(chair))
				? Optional.empty() : Optional.of(RuleViolation.on("chair", "review.meeting.chair", chair));
	}

	/** The same with the accounts of those who are named and have one. */
	MeetingPlan with(Colleagues colleagues) {
		return new MeetingPlan(this.roundId, this.heldAt, this.place, this.chair,
				this.members.stream().map(colleagues::named).toList());
	}

	/** Two thirds of the members, and never fewer than the least committee. */
	static int quorum(int members) {
		return Math.max(LEAST_MEMBERS, (members * 2 + 2) / 3);
	}

	/**
	 * @param absence why the member is away; empty for those present
	 * @param account the member's account, or null for somebody without one
	 */
	public record Member(AttendeeKind kind, String name, String absence, @Nullable Long account) {

		public Member(AttendeeKind kind, String name, String absence) {
			this(kind, name, absence, null);
		}

		public Member(AttendeeKind kind, String name) {
			this(kind, name, "");
		}

		boolean isPresent() {
			return this.absence.isEmpty();
		}

	}

}
