package org.nuanyang.application;

import java.util.List;
import java.util.Optional;

import org.nuanyang.household.DeclaredHousehold;
import org.nuanyang.household.Difference;
import org.nuanyang.household.FrozenDeclaration;
import org.nuanyang.household.FrozenDeclarationService;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * What the family declares in a case: as registered while the form may still be changed,
 * as it was submitted from then on.
 */
@Component
class CaseDeclaration {

	private final HouseholdService households;

	private final FrozenDeclarationService frozen;

	CaseDeclaration(HouseholdService households, FrozenDeclarationService frozen) {
		this.households = households;
		this.frozen = frozen;
	}

	Optional<DeclaredHousehold> of(Actor actor, CaseView application) {
		return application.mayChangeForm()
				? this.households.declared(actor, application.enrolmentId(), application.year())
				: submitted(actor, application).map(FrozenDeclaration::household);
	}

	/** Empty while the form may still be changed. */
	Optional<FrozenDeclaration> submitted(Actor actor, CaseView application) {
		var id = application.declarationId();
		return (id != null && !application.mayChangeForm()) ? Optional.of(this.frozen.one(actor, id))
				: Optional.empty();
	}

	/** What is registered now other than it was submitted. */
	List<Difference> changes(Actor actor, CaseView application) {
		return submitted(actor, application).map((then) -> this.frozen.changes(actor, then)).orElse(List.of());
	}

}
