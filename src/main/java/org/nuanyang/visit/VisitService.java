package org.nuanyang.visit;

import java.util.Collection;
import java.util.Set;

import org.nuanyang.kernel.SchoolYear;
import org.springframework.stereotype.Service;

/** Home visits, recorded once and never edited: a second look is a second visit. */
@Service
public class VisitService {

	/** Whether the pupil was visited in that school year. */
	public boolean visited(long enrolmentId, SchoolYear year) {
		throw new UnsupportedOperationException();
	}

	/** Those of the pupils who were visited in that school year. */
	public Set<Long> visited(Collection<Long> enrolmentIds, SchoolYear year) {
		throw new UnsupportedOperationException();
	}

}
