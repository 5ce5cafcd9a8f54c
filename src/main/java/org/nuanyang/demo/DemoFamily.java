package org.nuanyang.demo;

import java.util.List;
import java.util.Map;

import org.nuanyang.household.Circumstances;
import org.nuanyang.household.FactCode;
import org.nuanyang.household.HouseholdDeclaration;
import org.nuanyang.household.Member;
import org.nuanyang.household.MemberHealth;
import org.nuanyang.household.Relation;
import org.nuanyang.household.Residence;
import org.nuanyang.kernel.Yuan;

/**
 * Four kinds of households, from great hardship to none, as families declare and visitors
 * find them.
 */
enum DemoFamily {

	GREAT(4200, MemberHealth.SEVERE,
			Map.of(FactCode.MEDICAL_SELF_PAID, "32000", FactCode.DEBT, "45000", FactCode.WORKERS, "1",
					FactCode.EMPLOYMENT, "SEASONAL", FactCode.IN_COMPULSORY, "1", FactCode.IN_FURTHER_EDUCATION, "1",
					FactCode.SUDDEN_EVENTS, "ILLNESS", FactCode.SUDDEN_LOSS, "32000", FactCode.FAMILY_STRUCTURE,
					"WITH_GRANDPARENTS", FactCode.HOUSING, "UNSAFE")),
	MIDDLE(8200, MemberHealth.SEVERE,
			Map.of(FactCode.MEDICAL_SELF_PAID, "9000", FactCode.DEBT, "12000", FactCode.WORKERS, "1",
					FactCode.EMPLOYMENT, "SEASONAL", FactCode.IN_COMPULSORY, "1", FactCode.IN_FURTHER_EDUCATION, "1",
					FactCode.SUDDEN_EVENTS, "NONE", FactCode.SUDDEN_LOSS, "0", FactCode.FAMILY_STRUCTURE, "ONE_AWAY",
					FactCode.HOUSING, "SIMPLE")),
	SMALL(9800, MemberHealth.MINOR,
			Map.of(FactCode.MEDICAL_SELF_PAID, "3000", FactCode.DEBT, "0", FactCode.WORKERS, "1", FactCode.EMPLOYMENT,
					"FARMING", FactCode.IN_COMPULSORY, "2", FactCode.IN_FURTHER_EDUCATION, "0", FactCode.SUDDEN_EVENTS,
					"NONE", FactCode.SUDDEN_LOSS, "0", FactCode.FAMILY_STRUCTURE, "ONE_AWAY", FactCode.HOUSING,
					"SIMPLE")),
	NONE(42000, MemberHealth.HEALTHY,
			Map.of(FactCode.MEDICAL_SELF_PAID, "0", FactCode.DEBT, "0", FactCode.WORKERS, "2", FactCode.EMPLOYMENT,
					"STABLE", FactCode.IN_COMPULSORY, "1", FactCode.IN_FURTHER_EDUCATION, "0", FactCode.SUDDEN_EVENTS,
					"NONE", FactCode.SUDDEN_LOSS, "0", FactCode.FAMILY_STRUCTURE, "BOTH_PARENTS", FactCode.HOUSING,
					"SOUND"));

	private final int incomeEach;

	private final MemberHealth motherHealth;

	private final Map<FactCode, String> situation;

	DemoFamily(int incomeEach, MemberHealth motherHealth, Map<FactCode, String> situation) {
		this.incomeEach = incomeEach;
		this.motherHealth = motherHealth;
		this.situation = situation;
	}

	HouseholdDeclaration declared(DemoPeople people) {
		var members = List.of(
				new Member(people.name(), Relation.FATHER, 41, "—", "外出务工", yuan(this.incomeEach * 3),
						MemberHealth.HEALTHY),
				new Member(people.name(), Relation.MOTHER, 39, "—", "在家务农", yuan(this.incomeEach), this.motherHealth),
				new Member(people.name(), Relation.SIBLING, 16, "—", "在读", Yuan.ZERO, MemberHealth.HEALTHY));
		return new HouseholdDeclaration(Residence.RURAL, members, this.situation,
				new Circumstances("", "", (this == GREAT) ? "父亲长期务工，母亲患病需照料" : "", "", "", "", "无"));
	}

	/** What the visitors found; in one kind a little more income than was declared. */
	Map<FactCode, String> found() {
		var facts = new java.util.EnumMap<>(this.situation);
		facts.put(FactCode.HOUSEHOLD_SIZE, "4");
		facts.put(FactCode.YEARLY_INCOME, String.valueOf(this.incomeEach * 4 + (agrees() ? 0 : 2400)));
		facts.put(FactCode.SEVERELY_ILL, (this.motherHealth == MemberHealth.SEVERE) ? "1" : "0");
		facts.put(FactCode.MILDLY_ILL, (this.motherHealth == MemberHealth.MINOR) ? "1" : "0");
		facts.put(FactCode.PUBLIC_PAYROLL, "NO");
		return facts;
	}

	boolean agrees() {
		return this != MIDDLE;
	}

	private static Yuan yuan(int whole) {
		return Yuan.of(String.valueOf(whole));
	}

}
