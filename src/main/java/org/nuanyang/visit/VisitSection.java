package org.nuanyang.visit;

import java.util.List;

import org.nuanyang.household.FactCode;

/** The parts of the form in which figures are verified. */
enum VisitSection {

	MEMBERS(FactCode.HOUSEHOLD_SIZE, FactCode.FAMILY_STRUCTURE, FactCode.SEVERELY_ILL, FactCode.MILDLY_ILL,
			FactCode.WORKERS, FactCode.EMPLOYMENT, FactCode.IN_COMPULSORY, FactCode.IN_FURTHER_EDUCATION),
	MONEY(FactCode.YEARLY_INCOME, FactCode.INCOME_SOURCES, FactCode.MEDICAL_SELF_PAID, FactCode.DEBT,
			FactCode.SUDDEN_EVENTS, FactCode.SUDDEN_LOSS, FactCode.PUBLIC_PAYROLL),
	HOME(FactCode.HOUSING);

	private final List<FactCode> facts;

	VisitSection(FactCode... facts) {
		this.facts = List.of(facts);
	}

	public List<FactCode> facts() {
		return this.facts;
	}

}
