package org.nuanyang.application;

import java.util.Optional;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.EnrolmentStatus;
import org.nuanyang.student.StudentService;
import org.nuanyang.visit.VisitService;
import org.springframework.stereotype.Component;

/**
 * Why a step that the action table allows is not possible yet. The page shows the reason
 * on the button, the service refuses with the same words.
 */
@Component
class Readiness {

	private final StudentService students;

	private final CaseDeclaration declarations;

	private final VisitService visits;

	private final CaseHistory history;

	Readiness(StudentService students, CaseDeclaration declarations, VisitService visits, CaseHistory history) {
		this.students = students;
		this.declarations = declarations;
		this.visits = visits;
		this.history = history;
	}

	/** This year, and since another visit was asked for. */
	boolean isVisited(AidApplication application, SchoolYear year) {
		return !this.history.awaitsRevisit(application.id()) && this.visits.visited(application.enrolmentId(), year);
	}

	Optional<RuleViolation> obstacle(Actor actor, CaseView application, ApplicationAction action) {
		return switch (action) {
			case SUBMIT -> enrolled(actor, application).or(() -> declared(actor, application));
			case ACCEPT -> ownSubmission(actor, application).or(() -> declared(actor, application));
			case ASSESS -> visited(application);
			default -> Optional.empty();
		};
	}

	private Optional<RuleViolation> enrolled(Actor actor, CaseView application) {
		var status = this.students.pupil(actor, application.enrolmentId()).status();
		return when(status != EnrolmentStatus.ENROLLED, "application.not-ready.enrolment", application.name());
	}

	private Optional<RuleViolation> declared(Actor actor, CaseView application) {
		var missing = this.declarations.of(actor, application).isEmpty();
		return when(missing, "application.not-ready.declaration", application.year().label());
	}

	private Optional<RuleViolation> ownSubmission(Actor actor, CaseView application) {
		var own = this.history.hasTaken(actor, application.id(), Set.of(ApplicationAction.SUBMIT));
		return when(own, "application.not-ready.own-submission");
	}

	private Optional<RuleViolation> visited(CaseView application) {
		return when(!this.visits.visited(application.enrolmentId(), application.year()), "application.not-ready.visit");
	}

	private static Optional<RuleViolation> when(boolean hindered, String key, Object... arguments) {
		return hindered ? Optional.of(new RuleViolation(key, arguments)) : Optional.empty();
	}

}
