package org.nuanyang.student;

import java.util.Set;

/**
 * What is stored of some pupils and their families that strangers could know them by; a
 * text for the public is compared with it.
 *
 * @param names of the pupils and of those who care for them
 * @param phones of both, as they are dialled
 * @param addresses whole, as they were entered
 */
public record FamilyTraces(Set<String> names, Set<String> phones, Set<String> addresses) {

	public static final FamilyTraces NONE = new FamilyTraces(Set.of(), Set.of(), Set.of());

	public FamilyTraces {
		names = Set.copyOf(names);
		phones = Set.copyOf(phones);
		addresses = Set.copyOf(addresses);
	}

	@Override
	public String toString() {
		return "FamilyTraces[***]";
	}

}
