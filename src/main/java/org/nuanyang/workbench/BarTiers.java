package org.nuanyang.workbench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.nuanyang.programme.Tier;
import org.nuanyang.report.ClassTiers;

/**
 * How many pupils of a grade or class the committee has put in which tier.
 *
 * @param path the list of them
 */
record BarTiers(String name, Map<Tier, Long> pupils, String path) {

	static final String LIST = "/overview/decided";

	static BarTiers ofClass(ClassTiers one) {
		return new BarTiers(one.name(), one.pupils(), LIST + "?class=" + one.classId());
	}

	static BarTiers ofGrade(int grade, List<ClassTiers> classes) {
		var sum = new EnumMap<Tier, Long>(Tier.class);
		classes.forEach((one) -> one.pupils().forEach((tier, pupils) -> sum.merge(tier, pupils, Long::sum)));
		return new BarTiers(classes.getFirst().gradeName(), sum, LIST + "?grade=" + grade);
	}

	public long of(Tier tier) {
		return this.pupils.getOrDefault(tier, 0L);
	}

	public long total() {
		return this.pupils.values().stream().mapToLong(Long::longValue).sum();
	}

}
