package org.nuanyang.payee;

import java.util.List;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.stereotype.Component;

/** The tab of bank accounts in the pupil file. */
@Component
class PayeeFilePart implements PupilFilePart {

	@Override
	public String headingKey() {
		return "payee.tab";
	}

	@Override
	public int order() {
		return 60;
	}

	/** Account changes are on their own page, not among the child's days. */
	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		return List.of();
	}

	@Override
	public Optional<Tab> tab(Actor actor, PupilView pupil) {
		return actor.is(Role.HEAD_TEACHER, Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR)
				? Optional.of(new Tab("payee.tab", "/students/" + pupil.id() + "/payee")) : Optional.empty();
	}

}
