package org.nuanyang.review;

import java.util.Objects;

import org.nuanyang.application.CaseView;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The board on the wall: numbers, facts and points, and nothing that says who the child
 * is (forms.md 4.3: 不公开朗读隐私).
 */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER })
class ProjectionController {

	private final MeetingService meetings;

	private final BoardReader boards;

	private final IdentificationService identification;

	ProjectionController(MeetingService meetings, BoardReader boards, IdentificationService identification) {
		this.meetings = meetings;
		this.boards = boards;
		this.identification = identification;
	}

	@GetMapping("/meetings/{id}/projection")
	String show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "ALL") Board.View view, Model model) {
		var meeting = this.meetings.one(actor, id);
		var board = this.boards.of(actor, meeting);
		var rows = board.shown(view);
		model.addAttribute("meeting", meeting);
		model.addAttribute("board", board);
		model.addAttribute("view", view);
		model.addAttribute("views", Board.View.values());
		model.addAttribute("rows", rows);
		model.addAttribute("assessments",
				this.identification.assessments(actor,
						rows.stream()
							.map(Board.Row::application)
							.map(CaseView::assessmentId)
							.filter(Objects::nonNull)
							.toList()));
		return "review/projection";
	}

}
