package org.nuanyang.application;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseHistory.Step;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.StudentService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes a case one step along the action table: role, status and reason are checked here,
 * and here alone the step is written into history and audit trail.
 */
@Component
class CaseSteps {

	private static final int LONGEST_REASON = 500;

	private static final Set<ApplicationAction> TAKING_BACK = Set.of(ApplicationAction.WITHDRAW,
			ApplicationAction.RETURN_TO_VISIT, ApplicationAction.RETURN_TO_CLASS, ApplicationAction.SEND_BACK);

	private final ApplicationRepository applications;

	private final StudentService students;

	private final CaseHistory history;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CaseSteps(ApplicationRepository applications, StudentService students, CaseHistory history, Audit audit,
			ApplicationEventPublisher events, Clock clock) {
		this.applications = applications;
		this.students = students;
		this.history = history;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** The case, if this person may see its pupil. */
	AidApplication open(Actor actor, long id) {
		var application = this.applications.findById(id).orElseThrow(() -> new NotFound("application " + id));
		this.students.pupil(actor, application.enrolmentId());
		return application;
	}

	/** As somebody saw it on their page; told what happened to it since. */
	AidApplication openAsSeen(Actor actor, long id, int seen) {
		var application = open(actor, id);
		if (!application.isAsSeen(seen)) {
			var last = this.history.of(id).getFirst();
			throw new RuleViolation("application.refused.overtaken", application.number(), application.status(),
					last.action(), last.actorName());
		}
		return application;
	}

	/** Whether the table lets this person take the step now. */
	void allow(Actor actor, AidApplication application, ApplicationAction action) {
		if (!action.isOpenTo(actor)) {
			throw new RuleViolation("application.refused.role", application.number(), action);
		}
		application.require(action);
	}

	void take(Actor actor, AidApplication application, ApplicationAction action, @Nullable String reason) {
		allow(actor, application, action);
		var said = said(action, reason);
		if (TAKING_BACK.contains(action) && application.status() == ApplicationStatus.CLASS_APPRAISED) {
			// Before the case is written, as a decision locks its meeting before its
			// case.
			this.events.publishEvent(new CaseTakenBack(actor, application.id(), application.roundId()));
		}
		var now = this.clock.instant();
		var from = application.take(action, now);
		this.applications.saveAndFlush(application);
		this.history.add(actor, application, action, new Step(from, said, now));
		this.audit.record(actor, application.schoolId(),
				"application." + action.name().toLowerCase(java.util.Locale.ROOT), "application", application.id(),
				Map.of("from", from.name(), "to", application.status().name()));
	}

	/** A case is written down for the first time. */
	AidApplication begin(Actor actor, AidApplication application) {
		var stored = this.applications.saveAndFlush(application);
		this.history.add(actor, stored, ApplicationAction.CREATE, new Step(null, null, this.clock.instant()));
		this.audit.record(actor, stored.schoolId(), "application.create", "application", stored.id(),
				Map.of("to", stored.status().name()));
		return stored;
	}

	/** The maker of a step is never its approver on the same case. */
	void anotherPersonThan(Actor actor, AidApplication application, Set<ApplicationAction> made,
			ApplicationAction approving) {
		for (var action : made) {
			if (this.history.hasTaken(actor, application.id(), Set.of(action))) {
				throw new RuleViolation("application.refused.same-person", application.number(), action, approving);
			}
		}
	}

	private static @Nullable String said(ApplicationAction action, @Nullable String reason) {
		var said = (reason != null) ? reason.strip() : "";
		if (said.isEmpty() && action.needsReason()) {
			throw RuleViolation.on("reason", "application.refused.reason", action);
		}
		if (said.length() > LONGEST_REASON) {
			throw RuleViolation.on("reason", "application.refused.reason.long", LONGEST_REASON);
		}
		return said.isEmpty() ? null : said;
	}

}
