package org.nuanyang.recheck;

import java.util.Set;

import org.nuanyang.audit.Deed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is proposed for a pupil lapses with the pupil's leaving, in the same transaction.
 */
@Component
class RecheckListener {

	private static final Set<String> LEAVING = Set.of("student.transferred-out", "student.left", "student.died",
			"student.graduated");

	/** Of a whole school, whose last year graduates with it. */
	private static final String PROMOTED = "student.promoted";

	private final RecheckService rechecks;

	RecheckListener(RecheckService rechecks) {
		this.rechecks = rechecks;
	}

	@EventListener
	void on(Deed deed) {
		var actor = deed.actor();
		var subject = deed.subjectId();
		if (actor == null || subject == null) {
			return;
		}
		if (LEAVING.contains(deed.action())) {
			this.rechecks.lapse(actor, subject);
		}
		else if (deed.action().equals(PROMOTED)) {
			this.rechecks.lapseOfLeavers(actor, subject);
		}
	}

}
