package org.nuanyang.filing;

import java.util.List;

import org.nuanyang.application.CaseView;
import org.nuanyang.programme.Tier;

/** The cases that are ready to be sent, and how many there are of each tier. */
public record ReadyList(List<CaseView> cases) {

	public int people() {
		return this.cases.size();
	}

	public long one() {
		return people(Tier.ONE);
	}

	public long two() {
		return people(Tier.TWO);
	}

	public long three() {
		return people(Tier.THREE);
	}

	private long people(Tier tier) {
		return this.cases.stream().filter((aCase) -> aCase.decidedTier() == tier).count();
	}

}
