package org.nuanyang.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether the recused cases of a meeting will find somebody to sign them, before it is
 * handed over: afterwards nobody can record anything any more.
 *
 * @param nobody names of the pupils whose decision no account of the school may sign
 * @param absent those whose decision only somebody may sign who was not there
 */
record Signers(List<String> nobody, List<String> absent) {

	static final Signers NEEDED_NOWHERE = new Signers(List.of(), List.of());

	/**
	 * @param recused decisions from which somebody stayed away
	 * @param names of the pupils, by case
	 */
	static Signers of(MeetingView meeting, Collection<MeetingDecision> recused, Colleagues colleagues,
			Map<Long, String> names) {
		var nobody = new ArrayList<String>();
		var absent = new ArrayList<String>();
		for (var decision : recused) {
			var able = colleagues.all()
				.stream()
				.filter((one) -> Signing.of(one, meeting, List.of(decision), colleagues).isPossible())
				.toList();
			var name = names.getOrDefault(decision.applicationId(), "");
			if (able.isEmpty()) {
				nobody.add(name);
			}
			else if (able.stream().noneMatch((one) -> isPresent(meeting, one))) {
				absent.add(name);
			}
		}
		return new Signers(List.copyOf(nobody), List.copyOf(absent));
	}

	private static boolean isPresent(MeetingView meeting, Colleagues.Colleague one) {
		return meeting.present().stream().anyMatch((member) -> member.isAccount(one.id(), one.name()));
	}

}
