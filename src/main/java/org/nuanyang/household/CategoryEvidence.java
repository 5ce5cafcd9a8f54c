package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.nuanyang.attachment.AttachmentGuard;
import org.nuanyang.attachment.AttachmentHolder;
import org.nuanyang.attachment.AttachmentSlot;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Component;

/**
 * The papers that prove a hardship category: as secret as the category itself, changed by
 * who may record it while it is valid.
 */
@Component
class CategoryEvidence implements AttachmentGuard {

	static final String OWNER = "category";

	private static final int MOST = 6;

	private final CategoryService categories;

	private final StudentService students;

	private final Clock clock;

	CategoryEvidence(CategoryService categories, StudentService students, Clock clock) {
		this.categories = categories;
		this.students = students;
		this.clock = clock;
	}

	@Override
	public String ownerType() {
		return OWNER;
	}

	@Override
	public AttachmentHolder holder(Actor actor, long id) {
		var held = this.categories.held(actor, id);
		var pupil = this.students.pupil(actor, held.enrolmentId());
		var until = held.validUntil();
		var live = until == null || !until.isBefore(LocalDate.now(this.clock));
		var records = this.categories.recordable(actor)
			.stream()
			.anyMatch((category) -> category.code().equals(held.code()));
		return new AttachmentHolder(pupil.schoolId(), "/categories/" + id,
				List.of(new AttachmentSlot("evidence", "household.evidence.slot", MOST, false)), live && records,
				live && actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.COUNSELLOR));
	}

}
