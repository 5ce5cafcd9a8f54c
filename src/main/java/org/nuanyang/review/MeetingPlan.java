package org.nuanyang.review;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;

/** When, where and with whom the committee meets; valid when it can decide. */
public record MeetingPlan(long roundId, LocalDateTime heldAt, String place, String chair, List<Member> members) {

	/** “评审小组不少于 5 人” (process.md 1.2, step 1). */
	static final int LEAST_MEMBERS = 5;

	public MeetingPlan {
		members = List.copyOf(members);
		var present = members.stream().filter(Member::isPresent).count();
		if (members.stream().map(Member::name).distinct().count() < members.size()) {
			throw RuleViolation.on("members", "review.members.twice");
		}
		if (present < LEAST_MEMBERS) {
			throw RuleViolation.on("members", "review.meeting.few", LEAST_MEMBERS, present);
		}
		if (present * 3 < members.size() * 2L) {
			throw RuleViolation.on("members", "review.meeting.quorum", members.size(), present);
		}
		// Who is away represents nobody.
		if (members.stream().filter(Member::isPresent).map(Member::kind).distinct().count() < AttendeeKind
			.values().length) {
			throw RuleViolation.on("members", "review.meeting.kinds");
		}
		if (members.stream().noneMatch((member) -> member.isPresent() && member.name().equals(chair))) {
			throw RuleViolation.on("chair", "review.meeting.chair", chair);
		}
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
