package org.nuanyang.visit;

import java.util.Set;

import org.nuanyang.kernel.SchoolYear;

/** Says who else has to be visited: implemented by features whose work waits for it. */
public interface AwaitsVisit {

	/** Pupils of the school, by enrolment, for whom a visit of that year is missing. */
	Set<Long> pupils(long schoolId, SchoolYear year);

}
