package org.nuanyang.review;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/**
 * The people of a school who have an account, to choose a committee from: only of them
 * the product can know who stayed away and who signs.
 */
record Colleagues(List<Colleague> all) {

	/**
	 * @param name as lists show it
	 * @param username tells people of one name apart
	 */
	record Colleague(long id, String name, String username, boolean principal, boolean reviewer) {

		static Colleague of(Actor actor) {
			return new Colleague(actor.userId(), actor.name(), actor.username(), actor.is(Role.PRINCIPAL),
					actor.is(Role.REVIEWER));
		}

	}

	/**
	 * The member of a row: chosen, or named. Somebody named of whom there is one account
	 * is that one; a parent's representative is nobody's account.
	 */
	MeetingPlan.Member member(AttendeeKind kind, @Nullable Long account, String name, String absence) {
		if (account != null) {
			var chosen = byId(account).orElseThrow(() -> RuleViolation.on("members", "review.members.unknown"));
			if (!name.isEmpty() && !name.equals(chosen.name())) {
				throw RuleViolation.on("members", "review.members.both", chosen.name(), name);
			}
			return new MeetingPlan.Member(kind, chosen.name(), absence, chosen.id());
		}
		return named(new MeetingPlan.Member(kind, name, absence));
	}

	MeetingPlan.Member named(MeetingPlan.Member member) {
		if (member.account() != null || member.kind() == AttendeeKind.PARENT) {
			return member;
		}
		var same = this.all.stream().filter((one) -> one.name().equals(member.name())).toList();
		if (same.size() > 1) {
			throw RuleViolation.on("members", "review.members.several", member.name());
		}
		return same.isEmpty() ? member
				: new MeetingPlan.Member(member.kind(), member.name(), member.absence(), same.getFirst().id());
	}

	private Optional<Colleague> byId(long id) {
		return this.all.stream().filter((one) -> one.id() == id).findFirst();
	}

	/** Whether a member is one of the school's principals. */
	boolean isPrincipal(Attendee member) {
		return this.all.stream().anyMatch((one) -> one.principal() && member.isAccount(one.id(), one.name()));
	}

}
