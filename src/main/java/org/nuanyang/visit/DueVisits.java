package org.nuanyang.visit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The visits to be made, by class.
 *
 * @param reason only those that are due for it, or null for all
 */
record DueVisits(List<DueVisit> all, @Nullable DueReason reason) {

	public List<DueVisit> shown() {
		return this.all.stream().filter((due) -> this.reason == null || due.reason() == this.reason).toList();
	}

	/** In the order of grades and classes. */
	public Map<String, List<DueVisit>> classes() {
		return shown().stream()
			.collect(Collectors.groupingBy((due) -> due.pupil().fullClass(), LinkedHashMap::new, Collectors.toList()));
	}

	/** Only reasons for which somebody is due. */
	public Map<DueReason, Long> counts() {
		return this.all.stream()
			.collect(Collectors.groupingBy(DueVisit::reason, () -> new EnumMap<>(DueReason.class),
					Collectors.counting()));
	}

}
