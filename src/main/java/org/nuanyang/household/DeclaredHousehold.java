package org.nuanyang.household;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/**
 * What the family declared for one school year.
 *
 * @param facts the declared facts, members' income, head count and health among them
 * @param declaredBy name of the person who entered it
 */
public record DeclaredHousehold(long id, long enrolmentId, SchoolYear year, Residence residence, List<Member> members,
		Map<FactCode, String> facts, Circumstances circumstances, String declaredBy, Instant declaredAt, int version) {

	/** 家庭人口 by the filling rules: the pupil and the counted members. */
	public int population() {
		return 1 + (int) this.members.stream().filter(Member::counted).count();
	}

	public Yuan yearlyIncome() {
		return this.members.stream().map(Member::yearlyIncome).reduce(Yuan.ZERO, Yuan::plus);
	}

	/** The declared value of a fact, canonical as {@link FactCode#canonical}. */
	public Optional<String> fact(FactCode code) {
		return Optional.ofNullable(this.facts.get(code));
	}

}
