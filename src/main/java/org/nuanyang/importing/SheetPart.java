package org.nuanyang.importing;

import java.util.Map;

/**
 * One sheet of those that are imported together.
 *
 * @param said what is said of all its rows at once, as written; empty if nothing is
 * @param given what that means, by field key: it stands where a row says nothing
 */
record SheetPart(String name, Layout layout, String said, Map<String, String> given) {

	SheetPart {
		given = Map.copyOf(given);
	}

}
