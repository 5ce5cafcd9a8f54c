package org.nuanyang.review;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;

/**
 * Which decisions of a meeting one person may sign off. Nobody signs what they recorded,
 * nor a case from which they stayed away; there another principal signs, or a leader of
 * the committee who sat and voted (ADR 18).
 *
 * @param mine the cases this person may sign now
 * @param others the cases that wait for somebody else
 * @param recused those of them from which this person stayed away
 * @param returnable this person may give the rest back to the officer: who may sign, and
 * a principal who stayed away, or the rest could lie with nobody
 * @param hindrance message key of why there is nothing to sign, or null
 */
record Signing(Set<Long> mine, Set<Long> others, Set<Long> recused, boolean returnable, @Nullable String hindrance) {

	/**
	 * @param colleagues who of the school has an account, and who of them is a principal
	 */
	static Signing of(Actor actor, MeetingView meeting, Collection<MeetingDecision> decisions, Colleagues colleagues) {
		return of(Colleagues.Colleague.of(actor), meeting, decisions, colleagues);
	}

	static Signing of(Colleagues.Colleague one, MeetingView meeting, Collection<MeetingDecision> decisions,
			Colleagues colleagues) {
		var own = meeting.attendees()
			.stream()
			.filter((member) -> member.isAccount(one.id(), one.name()))
			.map(Attendee::name)
			.collect(Collectors.toUnmodifiableSet());
		var principals = meeting.attendees()
			.stream()
			.filter(colleagues::isPrincipal)
			.map(Attendee::name)
			.collect(Collectors.toUnmodifiableSet());
		var open = decisions.stream().filter((decision) -> !decision.isSigned()).toList();
		var recused = open.stream().filter((decision) -> decision.recused().stream().anyMatch(own::contains)).toList();
		if (meeting.recorderId() == one.id()
				|| decisions.stream().anyMatch((decision) -> decision.decidedBy() == one.id())) {
			return new Signing(Set.of(), ids(open), ids(recused), false, "review.meeting.same-person");
		}
		var mine = open.stream()
			.filter((decision) -> !recused.contains(decision))
			.filter((decision) -> one.principal() || isDeputy(one, meeting, decision, principals))
			.toList();
		var others = open.stream().filter((decision) -> !mine.contains(decision)).toList();
		return new Signing(ids(mine), ids(others), ids(recused),
				!mine.isEmpty() || (one.principal() && !recused.isEmpty()),
				!mine.isEmpty() ? null : !recused.isEmpty() ? "review.sign.recused" : "review.sign.nothing");
	}

	/** A reviewer steps in as a leader who was there, where a principal stayed away. */
	private static boolean isDeputy(Colleagues.Colleague one, MeetingView meeting, MeetingDecision decision,
			Set<String> principals) {
		return one.reviewer() && decision.recused().stream().anyMatch(principals::contains) && meeting.present()
			.stream()
			.anyMatch((member) -> member.kind() == AttendeeKind.LEADER && member.isAccount(one.id(), one.name()));
	}

	private static Set<Long> ids(List<MeetingDecision> decisions) {
		return decisions.stream().map(MeetingDecision::applicationId).collect(Collectors.toUnmodifiableSet());
	}

	public boolean isPossible() {
		return !this.mine.isEmpty();
	}

}
