package org.nuanyang.household;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Service;

/**
 * Households: declared by the family, verified by the school, never mixed. Whoever may
 * not see the pupil gets {@link org.nuanyang.kernel.NotFound}.
 */
@Service
public class HouseholdService {

	/** What the family declared for that year. */
	public Optional<DeclaredHousehold> declared(Actor actor, long enrolmentId, SchoolYear year) {
		throw new UnsupportedOperationException();
	}

	/** Stores the declaration of the year, in place of an earlier one. */
	public DeclaredHousehold declare(Actor actor, long enrolmentId, SchoolYear year, HouseholdDeclaration declaration) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Adds verified values; an earlier value of a fact stays on record but is no longer
	 * in force.
	 */
	public void verify(Actor actor, long enrolmentId, SchoolYear year, Map<FactCode, String> facts, FactSource source) {
		throw new UnsupportedOperationException();
	}

	public VerifiedFacts facts(Actor actor, long enrolmentId, SchoolYear year) {
		throw new UnsupportedOperationException();
	}

	/** Categories valid on that day which the actor may see. */
	public List<CategoryView> categories(Actor actor, long enrolmentId, LocalDate day) {
		throw new UnsupportedOperationException();
	}

}
