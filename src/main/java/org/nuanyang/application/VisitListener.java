package org.nuanyang.application;

import org.nuanyang.visit.VisitRecorded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A home visit moves the pupil's accepted case on, in the visit's own transaction. */
@Component
class VisitListener {

	private final ApplicationRepository applications;

	private final CaseSteps steps;

	VisitListener(ApplicationRepository applications, CaseSteps steps) {
		this.applications = applications;
		this.steps = steps;
	}

	@EventListener
	void on(VisitRecorded visit) {
		this.applications.live(visit.enrolmentId(), visit.year().firstYear())
			.filter((application) -> ApplicationAction.RECORD_VISIT.isOpen(application.status()))
			.ifPresent((application) -> this.steps.take(visit.visitor(), application, ApplicationAction.RECORD_VISIT,
					null));
	}

}
