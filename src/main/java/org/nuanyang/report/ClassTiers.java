package org.nuanyang.report;

import java.util.Map;

import org.nuanyang.org.GradeNames;
import org.nuanyang.programme.Tier;

/** How many pupils of a class the committee has put in which tier. */
public record ClassTiers(long classId, int grade, int number, Map<Tier, Long> pupils) {

	public String gradeName() {
		return GradeNames.grade(this.grade);
	}

	public String name() {
		return gradeName() + GradeNames.ofClass(this.number);
	}

	public long of(Tier tier) {
		return this.pupils.getOrDefault(tier, 0L);
	}

}
