package org.nuanyang.household;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.validation.BindingResult;

/**
 * The declaration as typed.
 *
 * @param version that of the declaration it began with, -1 when there was none
 * @param same the sections said to be as they were last year
 */
record HouseholdForm(int version, Set<FormSection> same, List<MemberForm> members, @Size(max = 60) String nativePlace,
		@Size(max = 6) String postcode,
		@NotNull(message = "{household.residence.missing}") @Nullable Residence residence, Map<FactCode, String> facts,
		@Size(max = 500) String disaster, @Size(max = 500) String accident, @Size(max = 500) String weakLabour,
		@Size(max = 500) String unemployment, @Size(max = 500) String debt, @Size(max = 500) String other,
		@NotBlank(message = "{household.aid.missing}") @Size(max = 500) String aidReceived) {

	HouseholdForm {
		members = Objects.requireNonNullElse(members, List.<MemberForm>of())
			.stream()
			.flatMap(Stream::ofNullable)
			.toList();
		facts = (facts != null) ? known(facts) : Map.of();
		disaster = Objects.requireNonNullElse(disaster, "");
		accident = Objects.requireNonNullElse(accident, "");
		weakLabour = Objects.requireNonNullElse(weakLabour, "");
		unemployment = Objects.requireNonNullElse(unemployment, "");
		debt = Objects.requireNonNullElse(debt, "");
		other = Objects.requireNonNullElse(other, "");
		aidReceived = Objects.requireNonNullElse(aidReceived, "");
		nativePlace = Objects.requireNonNullElse(nativePlace, "");
		postcode = Objects.requireNonNullElse(postcode, "");
		same = Objects.requireNonNullElse(same, Set.of());
	}

	/** A forged request names facts that there are not: to the binder they are null. */
	private static Map<FactCode, String> known(Map<FactCode, String> facts) {
		var known = new EnumMap<FactCode, String>(FactCode.class);
		facts.forEach((code, text) -> {
			if (code != null && text != null) {
				known.put(code, text);
			}
		});
		return known;
	}

	/** An empty form with the rows that every family has. */
	static HouseholdForm empty(List<MemberForm> members) {
		return new HouseholdForm(-1, Set.of(), members, "", "", null, Map.of(), "", "", "", "", "", "", "");
	}

	static HouseholdForm of(DeclaredHousehold declared, int version) {
		var said = declared.circumstances();
		return new HouseholdForm(version, Set.of(), declared.members().stream().map(MemberForm::of).toList(),
				declared.origin().nativePlace(), declared.origin().postcode(), declared.residence(), declared.facts(),
				said.disaster(), said.accident(), said.weakLabour(), said.unemployment(), said.debt(), said.other(),
				said.aidReceived());
	}

	/**
	 * Last year's answers to begin with: everybody is a year older, and aid is asked
	 * anew.
	 */
	static HouseholdForm ofLastYear(DeclaredHousehold last) {
		var then = of(last, -1);
		return new HouseholdForm(-1, Set.of(), last.members().stream().map(MemberForm::aYearOlder).toList(),
				then.nativePlace, then.postcode, then.residence, then.facts, then.disaster, then.accident,
				then.weakLabour, then.unemployment, then.debt, then.other, "");
	}

	HouseholdForm withRow() {
		var rows = new ArrayList<>(this.members);
		rows.add(MemberForm.of(Relation.SIBLING));
		return with(rows);
	}

	HouseholdForm withoutRow(int index) {
		var rows = new ArrayList<>(this.members);
		if (index >= 0 && index < rows.size()) {
			rows.remove(index);
		}
		return with(rows);
	}

	private HouseholdForm with(List<MemberForm> rows) {
		return new HouseholdForm(this.version, this.same, rows, this.nativePlace, this.postcode, this.residence,
				this.facts, this.disaster, this.accident, this.weakLabour, this.unemployment, this.debt, this.other,
				this.aidReceived);
	}

	/** The declaration, or nothing with every mistake among the errors at once. */
	Optional<HouseholdDeclaration> declaration(BindingResult errors) {
		var rows = new ArrayList<Member>();
		for (var i = 0; i < this.members.size(); i++) {
			var member = this.members.get(i).member("members[" + i + "]", errors);
			if (member != null) {
				rows.add(member);
			}
		}
		var situation = FactInputs.canonical(this.facts, FactCode.asked(), errors);
		listed().flatMap(HouseholdDeclaration::missing).ifPresent((violation) -> Refusals.reject(errors, violation));
		if (!errors.hasFieldErrors("postcode")) {
			Origin.wrong(this.postcode.strip()).ifPresent((violation) -> Refusals.reject(errors, violation));
		}
		if (errors.hasErrors() || this.residence == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new HouseholdDeclaration(this.residence, rows, situation, circumstances(),
					new Origin(this.nativePlace.strip(), this.postcode.strip()), this.same));
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	/** Unknown while a row does not say who it is. */
	private Optional<List<HouseholdDeclaration.Kin>> listed() {
		var kin = this.members.stream().map(MemberForm::kin).flatMap(Optional::stream).toList();
		return (kin.size() == this.members.size()) ? Optional.of(kin) : Optional.empty();
	}

	private Circumstances circumstances() {
		return new Circumstances(this.disaster.strip(), this.accident.strip(), this.weakLabour.strip(),
				this.unemployment.strip(), this.debt.strip(), this.other.strip(), this.aidReceived.strip());
	}

	public boolean isSame(String section) {
		return this.same.contains(FormSection.valueOf(section));
	}

	/** What was typed for a fact; empty if nothing. */
	public String fact(FactCode code) {
		return Objects.requireNonNullElse(this.facts.get(code), "");
	}

	public boolean chosen(FactCode code, String option) {
		return FactInputs.chosen(fact(code), option);
	}

}
