package org.nuanyang.review;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/** Meetings whose decisions wait for the principal. */
@Component
class MeetingWork implements WorkItemSource {

	private final MeetingService meetings;

	MeetingWork(MeetingService meetings) {
		this.meetings = meetings;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.PRINCIPAL, Role.OFFICER)) {
			return List.of();
		}
		var waiting = this.meetings.awaiting();
		if (waiting.isEmpty()) {
			return List.of();
		}
		var path = (waiting.size() == 1) ? "/meetings/" + waiting.getFirst().id() : "/meetings";
		return List.of(actor.is(Role.PRINCIPAL) ? new WorkItem(Turn.MINE, "review.work", waiting.size(), path)
				: new WorkItem(Turn.OTHERS, "review.work.others", waiting.size(), path));
	}

}
