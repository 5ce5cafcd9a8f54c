package org.nuanyang.workbench;

import java.util.Map;

import org.nuanyang.programme.Tier;

/** How many pupils of a grade the committee has put in which tier. */
record GradeTiers(String gradeName, Map<Tier, Long> pupils) {

	public long of(Tier tier) {
		return this.pupils.getOrDefault(tier, 0L);
	}

	public long total() {
		return this.pupils.values().stream().mapToLong(Long::longValue).sum();
	}

}
