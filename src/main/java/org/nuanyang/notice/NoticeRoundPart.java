package org.nuanyang.notice;

import java.util.List;

import org.nuanyang.application.RoundPart;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * On the page of a round: draft a notice of those who passed, or go on with the one
 * begun.
 */
@Component
class NoticeRoundPart implements RoundPart {

	private final NoticeBoard board;

	NoticeRoundPart(NoticeBoard board) {
		this.board = board;
	}

	@Override
	public int order() {
		return 700;
	}

	@Override
	public List<Button> buttons(Actor actor, RoundView round) {
		if (!NoticeAction.EDIT.openTo(actor, NoticeStatus.DRAFT) || !actor.scope().write().contains(round.schoolId())) {
			return List.of();
		}
		var begun = this.board.inTheMaking(round);
		if (begun.isPresent()) {
			return List.of(new Button("notice.round.begun", "speakerphone", "/notices/" + begun.get().id(), 1));
		}
		var passed = this.board.passed(actor, round.id());
		return (passed > 0)
				? List.of(new Button("notice.round.draft", "speakerphone", "/notices/new?round=" + round.id(), passed))
				: List.of();
	}

}
