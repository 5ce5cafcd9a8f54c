package org.nuanyang.award;

import java.util.Map;
import java.util.Set;

import org.nuanyang.kernel.Term;

/**
 * What some people hold of each programme in a school year, at whatever school; read at
 * once, since a filing has hundreds of them.
 */
record HeldAwards(Map<Of, Holding> held) {

	private static final Holding NOTHING = new Holding(false, false, Set.of());

	/** A person and a programme. */
	record Of(long person, long programme) {

	}

	/**
	 * @param before the terms for which an award that has ended gave something
	 */
	record Holding(boolean here, boolean elsewhere, Set<Term> before) {

		boolean isLive() {
			return this.here || this.elsewhere;
		}

		/** Nothing of the year is left to give. */
		boolean isGivenBefore() {
			return this.before.containsAll(Set.of(Term.values()));
		}

	}

	Holding of(long person, long programme) {
		return this.held.getOrDefault(new Of(person, programme), NOTHING);
	}

}
