package org.nuanyang.application;

import java.util.Map;
import java.util.TreeMap;

import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases of the round under way that wait for one person. */
@Service
@Transactional(readOnly = true)
class WaitingCases {

	private final RoundService rounds;

	private final CaseReader cases;

	WaitingCases(RoundService rounds, CaseReader cases) {
		this.rounds = rounds;
		this.cases = cases;
	}

	/** How many wait for which of this person's steps. */
	Map<NextStep, Long> of(Actor actor) {
		var waiting = new TreeMap<NextStep, Long>();
		this.rounds.current(actor).ifPresent((round) -> this.cases.waiting(actor, round.id()).forEach((step, count) -> {
			if (step.isFor(actor) && step != NextStep.WAIT_OUT_NOTICE) {
				waiting.put(step, count);
			}
		}));
		return waiting;
	}

	long count(Actor actor) {
		return of(actor).values().stream().mapToLong(Long::longValue).sum();
	}

}
