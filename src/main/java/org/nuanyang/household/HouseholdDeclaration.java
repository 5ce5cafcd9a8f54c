package org.nuanyang.household;

import java.util.List;
import java.util.Map;

/**
 * A declaration to be stored.
 *
 * @param situation declared facts beyond those that follow from the members
 */
public record HouseholdDeclaration(Residence residence, List<Member> members, Map<FactCode, String> situation,
		Circumstances circumstances) {

	public HouseholdDeclaration {
		members = List.copyOf(members);
		situation = Map.copyOf(situation);
	}

}
