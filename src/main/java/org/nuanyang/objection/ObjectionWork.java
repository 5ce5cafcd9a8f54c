package org.nuanyang.objection;

import java.util.List;
import java.util.Objects;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Objections on the workbench, each with the day by which it is answered. */
@Component
class ObjectionWork implements WorkItemSource {

	private final ObjectionService objections;

	ObjectionWork(ObjectionService objections) {
		this.objections = objections;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.OFFICER, Role.PRINCIPAL)) {
			return List.of();
		}
		return this.objections.list(actor)
			.stream()
			.filter(ObjectionRow::isOpen)
			.map((objection) -> new WorkItem(turn(actor, objection), "objection.work." + objection.status(), 1,
					"/objections/" + objection.id(), objection.dueOn(), List.of(objection.noticeTitle()))
				.left(objection.left().chip(), objection.left().key(), objection.left().count()))
			.toList();
	}

	/** What nobody has taken up waits for whoever may. */
	private Turn turn(Actor actor, ObjectionRow objection) {
		var mine = (objection.status() == ObjectionStatus.REGISTERED) ? this.objections.mayExamine(actor, objection)
				: Objects.equals(objection.handlerId(), actor.userId());
		return mine ? Turn.MINE : Turn.OTHERS;
	}

}
