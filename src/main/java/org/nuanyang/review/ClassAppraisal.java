package org.nuanyang.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;

/**
 * The record of one class's democratic appraisal (班级民主评议, forms.md 4.3). Recorded once
 * and never edited; a case sent back is appraised again in another one.
 *
 * @param expected how many members the group has; those listed were there
 */
public record ClassAppraisal(long roundId, long classId, LocalDate heldOn, String place, String chair, int expected,
		List<Member> members, List<Opinion> opinions) {

	/** A head teacher alone, or with one other, is no group. */
	static final int LEAST_MEMBERS = 3;

	public ClassAppraisal {
		members = List.copyOf(members);
		opinions = List.copyOf(opinions);
		RuleViolation.refuse(wrong(members, chair, expected, opinions));
	}

	/**
	 * Everything for which this is no appraisal.
	 * @param chair empty while it is not said
	 * @param expected null while it is not said
	 */
	static List<RuleViolation> wrong(List<Member> members, String chair, @Nullable Integer expected,
			List<Opinion> opinions) {
		var wrong = new ArrayList<RuleViolation>();
		if (!chair.isEmpty() && members.stream().noneMatch((member) -> member.name().equals(chair))) {
			wrong.add(RuleViolation.on("chair", "review.meeting.chair", chair));
		}
		if (members.size() < LEAST_MEMBERS) {
			wrong.add(RuleViolation.on("members", "review.appraisal.few", LEAST_MEMBERS));
		}
		if (members.stream().map(Member::name).distinct().count() < members.size()) {
			wrong.add(RuleViolation.on("members", "review.members.twice"));
		}
		if (!sits(members, (kind) -> kind == MemberKind.PARENT)
				|| !sits(members, (kind) -> kind != MemberKind.PARENT)) {
			wrong.add(RuleViolation.on("members", "review.appraisal.one-kind"));
		}
		if (expected != null && expected < members.size()) {
			wrong.add(RuleViolation.on("expected", "review.appraisal.expected", members.size()));
		}
		if (expected != null && members.size() * 3 < expected * 2) {
			wrong.add(RuleViolation.on("expected", "review.appraisal.quorum", members.size(), expected));
		}
		if (opinions.isEmpty()) {
			wrong.add(RuleViolation.on("opinions", "review.appraisal.nobody"));
		}
		return wrong;
	}

	private static boolean sits(List<Member> members, Predicate<MemberKind> wanted) {
		return members.stream().map(Member::kind).anyMatch(wanted);
	}

	/** Two thirds of the group, and never fewer than the least one, vote on each case. */
	static int quorum(@Nullable Integer expected) {
		return (expected != null) ? Math.max(LEAST_MEMBERS, (expected * 2 + 2) / 3) : LEAST_MEMBERS;
	}

	/** Somebody who took part. */
	public record Member(MemberKind kind, String name) {

	}

	/**
	 * What the group thinks of one case.
	 *
	 * @param tier null when the group does not propose the pupil
	 * @param recused names of the members who stay away from this vote
	 * @param namesakeReason how it is known that who votes under a guardian's name is
	 * somebody else; empty where nobody does
	 */
	public record Opinion(long applicationId, @Nullable Tier tier, Votes votes, String reason, Set<String> recused,
			String namesakeReason) {

		public Opinion(long applicationId, @Nullable Tier tier, Votes votes, String reason) {
			this(applicationId, tier, votes, reason, Set.of(), "");
		}

		public Opinion {
			recused = Set.copyOf(recused);
		}

	}

}
