package org.nuanyang.application;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many cases of a round stand where.
 *
 * @param past those on notice who have stood to its end
 */
record RoundCounts(Map<ApplicationStatus, Long> cases, long past) {

	static final RoundCounts NONE = new RoundCounts(Map.of(), 0);

	RoundCounts and(RoundCounts other) {
		var all = new EnumMap<ApplicationStatus, Long>(ApplicationStatus.class);
		all.putAll(this.cases);
		other.cases.forEach((status, count) -> all.merge(status, count, Long::sum));
		return new RoundCounts(all, this.past + other.past);
	}

}
