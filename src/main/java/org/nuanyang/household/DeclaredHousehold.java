package org.nuanyang.household;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/**
 * What the family declared for one school year.
 *
 * @param facts the declared facts, members' income, head count and health among them
 * @param same sections said to be as they were last year
 * @param declaredBy name of the person who entered it
 */
public record DeclaredHousehold(long id, long enrolmentId, SchoolYear year, Residence residence, List<Member> members,
		Map<FactCode, String> facts, Circumstances circumstances, Origin origin, Set<FormSection> same,
		String declaredBy, Instant declaredAt, int version) {

	public DeclaredHousehold {
		same = Collections.unmodifiableSet(new TreeSet<>(same));
	}

	/** The declared facts that do not follow from the members. */
	Map<FactCode, String> situation() {
		var situation = new HashMap<>(this.facts);
		situation.keySet().retainAll(FactCode.asked());
		return situation;
	}

	/** 家庭人口 by the filling rules: the pupil and the counted members. */
	public int population() {
		return Member.population(this.members);
	}

	/** Yuan per person and year, by the declared figures. */
	public Yuan incomePerHead() {
		return Yuan.of(yearlyIncome().amount().divide(BigDecimal.valueOf(population()), 2, RoundingMode.HALF_UP));
	}

	public Yuan yearlyIncome() {
		return Member.income(this.members);
	}

	/** The declared value of a fact, canonical as {@link FactCode#canonical}. */
	public Optional<String> fact(FactCode code) {
		return Optional.ofNullable(this.facts.get(code));
	}

}
