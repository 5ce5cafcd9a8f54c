package org.nuanyang.identification;

import java.util.List;

import org.nuanyang.household.FactCode;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The names of facts as one argument of a message, in the reader's language. */
final class FactNames {

	private FactNames() {
	}

	static MessageSourceResolvable of(List<FactCode> facts) {
		var first = new DefaultMessageSourceResolvable(facts.getFirst().labelKey());
		if (facts.size() == 1) {
			return first;
		}
		return new DefaultMessageSourceResolvable(new String[] { "identification.facts.and" },
				new Object[] { first, of(facts.subList(1, facts.size())) });
	}

}
