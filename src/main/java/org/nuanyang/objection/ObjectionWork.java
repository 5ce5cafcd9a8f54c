package org.nuanyang.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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

	private final FollowUps followUps;

	ObjectionWork(ObjectionService objections, FollowUps followUps) {
		this.objections = objections;
		this.followUps = followUps;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !ObjectionAction.isHandler(actor)) {
			return List.of();
		}
		var items = new ArrayList<WorkItem>();
		this.objections.list(actor)
			.stream()
			.filter(ObjectionRow::isOpen)
			.map((objection) -> item(actor, objection))
			.filter((item) -> item.turn() == Turn.MINE || runsTheSchool(actor))
			.forEach(items::add);
		if (runsTheSchool(actor)) {
			this.followUps.undone(actor.ownSchool()).stream().map(ObjectionWork::follow).forEach(items::add);
		}
		return items;
	}

	private static boolean runsTheSchool(Actor actor) {
		return actor.is(Role.OFFICER, Role.PRINCIPAL);
	}

	/**
	 * What nobody has taken up waits for whoever may, and where nobody may, for an
	 * account.
	 */
	private WorkItem item(Actor actor, ObjectionRow objection) {
		var registered = objection.status() == ObjectionStatus.REGISTERED;
		var stuck = registered && !this.objections.hasTaker(objection);
		var mine = stuck ? actor.is(Role.PRINCIPAL) : this.objections.waitsFor(actor, objection);
		var by = stuck ? Set.of(Role.PRINCIPAL) : ObjectionAction.HANDLERS;
		return new WorkItem(mine ? Turn.MINE : Turn.OTHERS,
				"objection.work." + (stuck ? "STUCK" : objection.status().name()), 1, "/objections/" + objection.id(),
				objection.dueOn(), List.of(objection.noticeTitle()))
			.waitingFor(by.toArray(Role[]::new));
	}

	private static WorkItem follow(FollowUps.Undone undone) {
		return new WorkItem(Turn.MINE, "objection.work." + (undone.anew() ? "ANEW" : "MISSED"), 1,
				undone.anew() ? "/notices/" + undone.notice() + "/withdrawal" : "/objections/" + undone.objection(),
				undone.due(), List.of());
	}

}
