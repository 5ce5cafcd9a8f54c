package org.nuanyang.household;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.kernel.RuleViolation;

/**
 * A declaration to be stored, complete by the filling rules of the official form
 * (forms.md 4.1): both parents are listed, also the one who is dead, missing or divorced,
 * or else a guardian is.
 *
 * @param situation declared facts beyond those that follow from the members
 * @param same sections said to be as they were last year
 */
public record HouseholdDeclaration(Residence residence, List<Member> members, Map<FactCode, String> situation,
		Circumstances circumstances, Origin origin, Set<FormSection> same) {

	static final int MOST_MEMBERS = 20;

	public HouseholdDeclaration {
		members = List.copyOf(members);
		situation = canonical(situation);
		same = Set.copyOf(same);
		if (members.size() > MOST_MEMBERS) {
			throw RuleViolation.on("members", "household.members.many", String.valueOf(MOST_MEMBERS));
		}
		requireParents(members);
		refuseIncomeOfAbsent(members);
	}

	public HouseholdDeclaration(Residence residence, List<Member> members, Map<FactCode, String> situation,
			Circumstances circumstances) {
		this(residence, members, situation, circumstances, Origin.UNKNOWN, Set.of());
	}

	/** The same with these sections said to be as they were last year. */
	HouseholdDeclaration saying(Set<FormSection> same) {
		return new HouseholdDeclaration(this.residence, this.members, this.situation, this.circumstances, this.origin,
				same);
	}

	/** Sections that say what was declared before, so that a tick on them still holds. */
	Set<FormSection> unchanged(DeclaredHousehold before) {
		var sections = EnumSet.noneOf(FormSection.class);
		if (this.members.equals(before.members())) {
			sections.add(FormSection.MEMBERS);
		}
		if (this.residence == before.residence() && this.origin.equals(before.origin())
				&& this.situation.equals(before.situation())) {
			sections.add(FormSection.SITUATION);
		}
		if (this.circumstances.sameFamily(before.circumstances())) {
			sections.add(FormSection.WORDS);
		}
		return sections;
	}

	/**
	 * Who is not there earns nothing: alimony and the like belong to who receives them.
	 */
	private static void refuseIncomeOfAbsent(List<Member> members) {
		for (var i = 0; i < members.size(); i++) {
			if (!members.get(i).health().present() && members.get(i).yearlyIncome().isPositive()) {
				throw RuleViolation.on("members[" + i + "].yearlyIncome", "household.member.income.absent");
			}
		}
	}

	private static void requireParents(List<Member> members) {
		missing(members.stream().map((member) -> new Kin(member.relation(), member.health().present())).toList())
			.ifPresent((violation) -> {
				throw violation;
			});
	}

	/** Who is not listed and has to be. */
	static Optional<RuleViolation> missing(List<Kin> listed) {
		if (has(listed, Relation.GUARDIAN)) {
			return Optional.empty();
		}
		if (!has(listed, Relation.FATHER) || !has(listed, Relation.MOTHER)) {
			return Optional.of(RuleViolation.on("members",
					has(listed, Relation.FATHER) ? "household.mother.missing" : "household.father.missing"));
		}
		return listed.stream().noneMatch(Kin::isParentPresent)
				? Optional.of(RuleViolation.on("members", "household.guardian.missing")) : Optional.empty();
	}

	private static boolean has(List<Kin> listed, Relation relation) {
		return listed.stream().anyMatch((one) -> one.relation == relation);
	}

	/** Of a member only whose it is, and whether there. */
	record Kin(Relation relation, boolean present) {

		boolean isParentPresent() {
			return this.present && (this.relation == Relation.FATHER || this.relation == Relation.MOTHER);
		}

	}

	private static Map<FactCode, String> canonical(Map<FactCode, String> situation) {
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		situation.forEach((code, value) -> {
			if (!value.isBlank()) {
				facts.put(code, code.canonical(value));
			}
		});
		return Map.copyOf(facts);
	}

}
