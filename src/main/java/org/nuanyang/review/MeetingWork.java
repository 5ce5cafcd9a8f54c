package org.nuanyang.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/** Meetings whose decisions wait to be signed off. */
@Component
class MeetingWork implements WorkItemSource {

	private final MeetingService meetings;

	private final SigningService signings;

	MeetingWork(MeetingService meetings, SigningService signings) {
		this.meetings = meetings;
		this.signings = signings;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (actor.school().isEmpty() || !actor.is(Role.PRINCIPAL, Role.REVIEWER, Role.OFFICER)) {
			return List.of();
		}
		var mine = new ArrayList<MeetingView>();
		var others = new ArrayList<MeetingView>();
		mine.addAll(this.signings.waitingFor(actor));
		if (actor.is(Role.PRINCIPAL, Role.OFFICER)) {
			this.meetings.awaiting().stream().filter((meeting) -> !mine.contains(meeting)).forEach(others::add);
		}
		return Stream.of(item(Turn.MINE, "review.work", mine), item(Turn.OTHERS, "review.work.others", others))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<WorkItem> item(Turn turn, String key, List<MeetingView> meetings) {
		if (meetings.isEmpty()) {
			return Optional.empty();
		}
		var path = (meetings.size() == 1) ? "/meetings/" + meetings.getFirst().id() : "/meetings";
		return Optional.of(new WorkItem(turn, key, meetings.size(), path).waitingFor(Role.PRINCIPAL));
	}

}
