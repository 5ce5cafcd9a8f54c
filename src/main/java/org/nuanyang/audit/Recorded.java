package org.nuanyang.audit;

import java.util.Map;
import java.util.Set;

/**
 * Puts a name to what audit entries are about, for the auditor's page: implemented by the
 * feature that owns the thing. Pupils are not named; their entries show the number.
 */
public interface Recorded {

	/** The subject type of the entries it can name. */
	String subjectType();

	/** The names of those of the ids that exist. */
	Map<Long, String> names(Set<Long> ids);

}
