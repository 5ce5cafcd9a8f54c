package org.nuanyang.notice;

import java.util.List;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.stereotype.Component;

/** Notices to check and submit, or to approve. */
@Component
class NoticeWork implements WorkItemSource {

	private final NoticeBoard board;

	NoticeWork(NoticeBoard board) {
		this.board = board;
	}

	@Override
	public List<WorkItem> items(Actor actor) {
		var waiting = actor.is(Role.OFFICER, Role.PRINCIPAL) ? this.board.waiting(actor) : 0;
		if (waiting == 0) {
			return List.of();
		}
		return List.of(new WorkItem(Turn.MINE, actor.is(Role.PRINCIPAL) ? "notice.work.approve" : "notice.work.prepare",
				waiting, "/notices"));
	}

}
