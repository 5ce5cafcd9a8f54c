package org.nuanyang.disbursement;

import java.util.Map;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.PurposeForm;
import org.nuanyang.student.StudentService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of one pupil (学生资助台账), for whoever reads the money. */
@Service
@Transactional(readOnly = true)
class PupilLedgerService {

	private final PupilLedgerRepository ledgers;

	private final StudentService students;

	private final Audit audit;

	PupilLedgerService(PupilLedgerRepository ledgers, StudentService students, Audit audit) {
		this.ledgers = ledgers;
		this.students = students;
		this.audit = audit;
	}

	static boolean mayRead(Actor actor) {
		return actor.is(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR);
	}

	PupilView pupil(Actor actor, long enrolmentId) {
		if (!mayRead(actor)) {
			throw new NotFound("payments of " + enrolmentId);
		}
		return this.students.pupil(actor, enrolmentId);
	}

	PupilLedger of(PupilView pupil) {
		return this.ledgers.ofPerson(pupil.personId());
	}

	PupilLedger ofCase(long applicationId) {
		return this.ledgers.ofCase(applicationId);
	}

	@Transactional
	void taken(Actor actor, PupilView pupil, int lines, PurposeForm why) {
		this.audit.record(actor, pupil.schoolId(), "disbursement.pupil-ledger-exported", "enrolment", pupil.id(),
				Map.of("lines", lines, "purpose", String.valueOf(why.purpose()), "note", why.words()));
	}

}
