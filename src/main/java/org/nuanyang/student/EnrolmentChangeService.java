package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.EnrolmentEvent.Happening;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers a pupil out, sends on leave, takes back, graduates or lets go, as the action
 * table allows.
 */
@Service
class EnrolmentChangeService {

	private final StudentService students;

	private final EnrolmentRepository enrolments;

	private final EnrolmentEventRepository events;

	private final EnrolmentDates dates;

	private final OrgService org;

	private final Audit audit;

	private final Clock clock;

	EnrolmentChangeService(StudentService students, EnrolmentRepository enrolments, EnrolmentEventRepository events,
			EnrolmentDates dates, OrgService org, Audit audit, Clock clock) {
		this.students = students;
		this.enrolments = enrolments;
		this.events = events;
		this.dates = dates;
		this.org = org;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A change of status.
	 *
	 * @param classId the class to come back into, or null for the same
	 */
	record Change(LocalDate day, String reason, @Nullable Long classId) {

	}

	@Transactional
	void change(Actor actor, long enrolmentId, EnrolmentAction action, Change change) {
		var pupil = this.students.pupil(actor, enrolmentId);
		if (!action.isOpen(actor, pupil.status())) {
			throw new RuleViolation("student.change.closed");
		}
		if (!action.fits(pupil)) {
			throw new RuleViolation("student.change.early", pupil.fullClass(),
					GradeNames.grade(pupil.stage().lastGrade()));
		}
		this.dates.requireChange(enrolmentId, change.day());
		var enrolment = this.enrolments.findById(enrolmentId).orElseThrow();
		enrolment.change(action, change.day(), change.reason());
		var to = change.classId();
		if (to != null) {
			this.students.requireClassOf(enrolment.schoolId(), to);
			enrolment.moveTo(to);
		}
		var happening = new Happening(action.event(), change.day(), change.reason(), pupil.fullClass(),
				(to != null && to != pupil.classId()) ? this.org.schoolClass(to).fullName() : null);
		this.events.save(new EnrolmentEvent(enrolment, happening, actor, this.clock.instant()));
		this.audit.record(actor, enrolment.schoolId(), "student." + action.event().auditName(), "enrolment",
				enrolmentId, Map.of("day", change.day().toString()));
	}

}
