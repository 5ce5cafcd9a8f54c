package org.nuanyang.household;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * One row of 家庭成员情况, the pupil left out.
 *
 * @param age null where it is not known, as of a missing parent
 * @param yearlyIncome wages, business, property, net farm income and the rest; zero is
 * written, never left blank
 */
public record Member(String name, Relation relation, @Nullable Integer age, String workUnit, String occupation,
		Yuan yearlyIncome, MemberHealth health) {

	/** Whether the filling rules count this member in 家庭人口. */
	public boolean counted() {
		return this.relation.counted() && this.health.present();
	}

	/** 家庭人口: the pupil and the counted members. */
	static int population(List<Member> members) {
		return 1 + (int) members.stream().filter(Member::counted).count();
	}

	static Yuan income(List<Member> members) {
		return members.stream().map(Member::yearlyIncome).reduce(Yuan.ZERO, Yuan::plus);
	}

	/** What follows from the rows, in the terms of the facts that will be verified. */
	static Map<FactCode, String> facts(List<Member> members) {
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		facts.put(FactCode.HOUSEHOLD_SIZE, String.valueOf(population(members)));
		facts.put(FactCode.YEARLY_INCOME, income(members).amount().toPlainString());
		facts.put(FactCode.SEVERELY_ILL, count(members, MemberHealth.SEVERE));
		facts.put(FactCode.MILDLY_ILL, count(members, MemberHealth.MINOR));
		return facts;
	}

	private static String count(List<Member> members, MemberHealth health) {
		return String.valueOf(members.stream().filter((member) -> member.health() == health).count());
	}

}
