package org.nuanyang.notice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
		return Stream.of(button(actor, round, false), button(actor, round, true)).flatMap(Optional::stream).toList();
	}

	private Optional<Button> button(Actor actor, RoundView round, boolean supplementary) {
		var passed = this.board.passed(actor, round.id(), supplementary);
		return (passed > 0)
				? Optional.of(new Button(supplementary ? "notice.round.again" : "notice.round.draft", "speakerphone",
						"/notices/new?round=" + round.id() + "&supplementary=" + supplementary, passed))
				: Optional.empty();
	}

}
