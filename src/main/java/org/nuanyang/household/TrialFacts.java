package org.nuanyang.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a trial of rules counts with, many pupils at once. For those who make the rules:
 * they learn what comes out, never what went in.
 */
@Service
@Transactional(readOnly = true)
public class TrialFacts {

	private final VerifiedFactRepository verified;

	private final CategoryRepository categories;

	TrialFacts(VerifiedFactRepository verified, CategoryRepository categories) {
		this.verified = verified;
		this.categories = categories;
	}

	/** By enrolment; a pupil of whom nothing is verified is missing. */
	public Map<Long, VerifiedFacts> facts(Actor actor, Collection<Long> enrolments, SchoolYear year) {
		onlyCounty(actor);
		return this.verified.inForce(enrolments, year);
	}

	/** Codes of the categories valid on that day, by enrolment. */
	public Map<Long, Set<String>> categoryCodes(Actor actor, Collection<Long> enrolments, LocalDate day) {
		onlyCounty(actor);
		return this.categories.codesValidOn(enrolments, day);
	}

	private static void onlyCounty(Actor actor) {
		if (!actor.is(Role.COUNTY)) {
			throw new NotFound("facts for a trial by " + actor.userId());
		}
	}

}
