package org.nuanyang.household;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * A declaration as it is written down for good: words and digits only, checked by no rule
 * of today.
 */
record FrozenContent(Residence residence, List<Row> members, Map<FactCode, String> situation,
		Circumstances circumstances, Origin origin, @Nullable Set<FormSection> same) {

	/** One row of members. */
	record Row(String name, Relation relation, @Nullable Integer age, String workUnit, String occupation,
			String yearlyIncome, MemberHealth health) {

		static Row of(Member member) {
			return new Row(member.name(), member.relation(), member.age(), member.workUnit(), member.occupation(),
					member.yearlyIncome().amount().toPlainString(), member.health());
		}

		Member member() {
			return new Member(this.name, this.relation, this.age, this.workUnit, this.occupation,
					Yuan.of(this.yearlyIncome), this.health);
		}

	}

	static FrozenContent of(DeclaredHousehold declared) {
		return new FrozenContent(declared.residence(), declared.members().stream().map(Row::of).toList(),
				declared.facts(), declared.circumstances(), declared.origin(), declared.same());
	}

	/** Nothing in what was frozen before anybody asked. */
	Set<FormSection> unchanged() {
		return (this.same != null) ? this.same : Set.of();
	}

	List<Member> family() {
		return this.members.stream().map(Row::member).toList();
	}

	Map<FactCode, String> facts() {
		var facts = new EnumMap<FactCode, String>(FactCode.class);
		facts.putAll(this.situation);
		facts.putAll(Member.facts(family()));
		return facts;
	}

}
