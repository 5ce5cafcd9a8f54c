package org.nuanyang.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseView;
import org.nuanyang.programme.Tier;

/**
 * Cases that rest on the same facts and yet get different tiers: the committee should see
 * them side by side before it says so.
 */
record Twins(Map<Long, List<Twin>> byCase) {

	/** The other one, with what is decided or, as long as nothing is, proposed for it. */
	record Twin(String number, String name, String classLabel, Outcome outcome) {

		private static Twin of(CaseView application, Map<Long, DecisionView> decisions) {
			var decision = decisions.get(application.id());
			return new Twin(application.number(), application.name(), application.classLabel(),
					(decision != null) ? decision.outcome() : Outcome.of(proposed(application)));
		}

		/** Decided at another meeting, or what the class proposes. */
		private static @Nullable Tier proposed(CaseView application) {
			return (application.decidedTier() != null || application.isTurnedDown()) ? application.decidedTier()
					: application.classTier();
		}

	}

	/**
	 * @param cases those on the board
	 * @param elsewhere those decided at other meetings of the round, to compare with
	 * @param grounds what each assessment rested on
	 */
	static Twins of(List<CaseView> cases, List<CaseView> elsewhere, Map<Long, DecisionView> decisions,
			Map<Long, String> grounds) {
		var alike = new HashMap<String, List<CaseView>>();
		for (var application : Stream.concat(cases.stream(), elsewhere.stream()).toList()) {
			var ground = grounds.get(application.assessmentId());
			if (ground != null) {
				alike.computeIfAbsent(ground, (first) -> new ArrayList<>()).add(application);
			}
		}
		var twins = new HashMap<Long, List<Twin>>();
		alike.values().forEach((group) -> compare(group, decisions, twins));
		return new Twins(twins);
	}

	private static void compare(List<CaseView> group, Map<Long, DecisionView> decisions, Map<Long, List<Twin>> twins) {
		for (var application : group) {
			var own = Twin.of(application, decisions).outcome();
			twins.put(application.id(),
					group.stream()
						.map((other) -> Twin.of(other, decisions))
						.filter((other) -> other.outcome() != own)
						.filter((other) -> other.outcome() != Outcome.POSTPONED && own != Outcome.POSTPONED)
						.toList());
		}
	}

	List<Twin> of(CaseView application) {
		return this.byCase.getOrDefault(application.id(), List.of());
	}

}
