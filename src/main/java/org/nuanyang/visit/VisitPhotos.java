package org.nuanyang.visit;

import java.util.List;

import org.nuanyang.attachment.AttachmentGuard;
import org.nuanyang.attachment.AttachmentHolder;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Component;

/** Photos of a visit, seen by whoever may see the visit (forms.md 4.2). */
@Component
class VisitPhotos implements AttachmentGuard {

	static final String OWNER = "visit";

	private static final int MOST = 6;

	private final VisitService visits;

	private final StudentService students;

	VisitPhotos(VisitService visits, StudentService students) {
		this.visits = visits;
		this.students = students;
	}

	@Override
	public String ownerType() {
		return OWNER;
	}

	@Override
	public AttachmentHolder holder(Actor actor, long id) {
		var pupil = this.students.pupil(actor, this.visits.visit(actor, id).enrolmentId());
		var writes = HouseholdService.mayWrite(actor) && actor.scope().write().contains(pupil.schoolId());
		return new AttachmentHolder(pupil.schoolId(), "/visits/" + id,
				List.of(new AttachmentSlot("photos", "visit.photos", MOST, false, true)), writes, false);
	}

}
