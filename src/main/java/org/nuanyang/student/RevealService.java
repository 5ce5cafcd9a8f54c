package org.nuanyang.student;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a masked value in full, once, for a stated purpose, and records it. */
@Service
class RevealService {

	private final StudentService students;

	private final Audit audit;

	RevealService(StudentService students, Audit audit) {
		this.students = students;
		this.audit = audit;
	}

	/** What is asked for: a field of the pupil, or of the family member at a position. */
	record Wanted(RevealField field, @Nullable Integer position) {

	}

	/** Whether the actor may ask; a field that is not for the role is not found. */
	@Transactional(readOnly = true)
	PupilView asked(Actor actor, long enrolmentId, Wanted wanted) {
		if (!wanted.field().isFor(actor)) {
			throw new NotFound(wanted.field() + " of pupil " + enrolmentId);
		}
		return this.students.pupil(actor, enrolmentId);
	}

	@Transactional
	String reveal(Actor actor, long enrolmentId, Wanted wanted, PurposeForm why) {
		var pupil = asked(actor, enrolmentId, wanted);
		var value = value(this.students.draft(actor, enrolmentId).draft(), wanted);
		if (value == null) {
			throw new NotFound(wanted.field() + " of pupil " + enrolmentId);
		}
		this.audit.record(actor, pupil.schoolId(), "student.revealed", "enrolment", enrolmentId,
				Map.of("field", wanted.field().name(), "purpose", String.valueOf(why.purpose()), "note", why.words()));
		return value;
	}

	private static @Nullable String value(PupilDraft draft, Wanted wanted) {
		return switch (wanted.field()) {
			case ID -> draft.identity().document().number();
			case REGISTRY -> value(draft.schooling().registry());
			case ADDRESS -> draft.schooling().address();
			case PHONE -> value(draft.schooling().phone());
			case GUARDIAN_ID -> guardian(draft, wanted).document().number();
			case GUARDIAN_PHONE -> value(guardian(draft, wanted).phone());
		};
	}

	private static GuardianDraft guardian(PupilDraft draft, Wanted wanted) {
		var position = wanted.position();
		if (position == null || position < 1 || position > draft.guardians().size()) {
			throw new NotFound("family member " + position);
		}
		return draft.guardians().get(position - 1);
	}

	private static @Nullable String value(@Nullable Phone phone) {
		return (phone != null) ? phone.number() : null;
	}

	private static @Nullable String value(@Nullable RegistryNumber registry) {
		return (registry != null) ? registry.value() : null;
	}

}
