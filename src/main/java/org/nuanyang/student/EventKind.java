package org.nuanyang.student;

import java.util.Locale;

/** What is written in the history of an enrolment. Entering is the enrolment itself. */
public enum EventKind {

	TRANSFERRED_OUT, WENT_ON_LEAVE, RETURNED, LEFT, DIED, GRADUATED, CLASS_CHANGED, PROMOTED,
	/** On leave when the others moved up: in the same grade with those a year younger. */
	STAYED_BEHIND,
	/** Data was corrected; which fields, the event says. */
	AMENDED;

	/** As in {@code student.transferred-out}. */
	String auditName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
