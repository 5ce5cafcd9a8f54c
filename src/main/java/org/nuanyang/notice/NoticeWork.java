package org.nuanyang.notice;

import java.util.ArrayList;
import java.util.List;

import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundStep;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;
import org.springframework.stereotype.Component;

/** Notices on the workbench: to draft, to finish, to approve, standing. */
@Component
class NoticeWork implements WorkItemSource {

	private final NoticeBoard board;

	private final RoundService rounds;

	NoticeWork(NoticeBoard board, RoundService rounds) {
		this.board = board;
		this.rounds = rounds;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		if (!actor.is(Role.OFFICER, Role.PRINCIPAL) || actor.school().isEmpty()) {
			return List.of();
		}
		var items = new ArrayList<WorkItem>();
		this.board.list(actor).forEach((notice) -> begun(notice, this.board.waitsFor(actor, notice), items));
		if (actor.is(Role.OFFICER)) {
			this.rounds.current(actor).ifPresent((round) -> toDraft(actor, round, items));
		}
		return items;
	}

	private static void begun(NoticeSummary notice, boolean mine, List<WorkItem> items) {
		var turn = mine ? Turn.MINE : Turn.OTHERS;
		var path = "/notices/" + notice.id();
		var opens = notice.dates().opensOn();
		switch (notice.status()) {
			case DRAFT, CHECKED ->
				items.add(new WorkItem(turn, "notice.work.finish", 1, path, opens, List.of(notice.title()))
					.waitingFor(Role.OFFICER));
			case AWAITING_APPROVAL -> items
				.add(new WorkItem(turn, "notice.work.approve", notice.people(), path, opens, List.of(notice.title()))
					.waitingFor(Role.PRINCIPAL));
			case PUBLISHED -> items.add(new WorkItem(Turn.ATTENTION, "notice.work.standing", notice.people(), path,
					notice.dates().closesOn(), List.of(notice.title())));
			default -> {
			}
		}
	}

	private void toDraft(Actor actor, RoundView round, List<WorkItem> items) {
		if (this.board.inTheMaking(round).isPresent()) {
			return;
		}
		for (var supplementary : List.of(false, true)) {
			var passed = this.board.passed(actor, round.id(), supplementary);
			if (passed > 0) {
				items.add(new WorkItem(Turn.MINE, supplementary ? "notice.work.again" : "notice.work.draft", passed,
						"/notices/new?round=" + round.id() + "&supplementary=" + supplementary,
						round.lastDay(RoundStep.PUBLISH), List.of()));
			}
		}
	}

}
