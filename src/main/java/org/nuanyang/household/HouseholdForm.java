package org.nuanyang.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
 */
record HouseholdForm(int version, @NotNull(message = "{household.residence.missing}") @Nullable Residence residence,
		List<MemberForm> members, Map<FactCode, String> facts, @Size(max = 500) String disaster,
		@Size(max = 500) String accident, @Size(max = 500) String weakLabour, @Size(max = 500) String unemployment,
		@Size(max = 500) String debt, @Size(max = 500) String other,
		@NotBlank(message = "{household.aid.missing}") @Size(max = 500) String aidReceived) {

	HouseholdForm {
		members = Objects.requireNonNullElse(members, List.of());
		facts = Objects.requireNonNullElse(facts, Map.of());
		disaster = Objects.requireNonNullElse(disaster, "");
		accident = Objects.requireNonNullElse(accident, "");
		weakLabour = Objects.requireNonNullElse(weakLabour, "");
		unemployment = Objects.requireNonNullElse(unemployment, "");
		debt = Objects.requireNonNullElse(debt, "");
		other = Objects.requireNonNullElse(other, "");
		aidReceived = Objects.requireNonNullElse(aidReceived, "");
	}

	/** An empty form with the rows that every family has. */
	static HouseholdForm empty(List<MemberForm> members) {
		return new HouseholdForm(-1, null, members, Map.of(), "", "", "", "", "", "", "");
	}

	static HouseholdForm of(DeclaredHousehold declared, int version) {
		var said = declared.circumstances();
		return new HouseholdForm(version, declared.residence(),
				declared.members().stream().map(MemberForm::of).toList(), declared.facts(), said.disaster(),
				said.accident(), said.weakLabour(), said.unemployment(), said.debt(), said.other(), said.aidReceived());
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
		return new HouseholdForm(this.version, this.residence, rows, this.facts, this.disaster, this.accident,
				this.weakLabour, this.unemployment, this.debt, this.other, this.aidReceived);
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
		if (errors.hasErrors() || this.residence == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(new HouseholdDeclaration(this.residence, rows, situation, circumstances()));
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	private Circumstances circumstances() {
		return new Circumstances(this.disaster.strip(), this.accident.strip(), this.weakLabour.strip(),
				this.unemployment.strip(), this.debt.strip(), this.other.strip(), this.aidReceived.strip());
	}

	/** What was typed for a fact; empty if nothing. */
	public String fact(FactCode code) {
		return Objects.requireNonNullElse(this.facts.get(code), "");
	}

	public boolean chosen(FactCode code, String option) {
		return FactInputs.chosen(fact(code), option);
	}

}
