package org.nuanyang.review;

import java.util.Locale;

import org.nuanyang.application.RoundService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing a meeting over, giving it back, signing it off. */
@Controller
class MeetingStepController {

	private final MeetingService meetings;

	private final SigningService signings;

	private final BoardReader boards;

	private final RoundService rounds;

	MeetingStepController(MeetingService meetings, SigningService signings, BoardReader boards, RoundService rounds) {
		this.meetings = meetings;
		this.signings = signings;
		this.boards = boards;
		this.rounds = rounds;
	}

	@PostMapping("/meetings/{id}/submission")
	@Access(Role.OFFICER)
	String submit(Actor actor, @PathVariable long id, MeetingStepForm form, RedirectAttributes flash) {
		this.meetings.submit(actor, id, form.version());
		return done(id, MeetingAction.SUBMIT, flash);
	}

	@PostMapping("/meetings/{id}/cancellation")
	@Access(Role.OFFICER)
	String cancel(Actor actor, @PathVariable long id, MeetingStepForm form, RedirectAttributes flash) {
		if (!this.meetings.cancel(actor, id, form.version(), form.said())) {
			flash.addFlashAttribute("done", new Flash("review.meeting.done.closed"));
			return "redirect:/meetings/" + id;
		}
		return done(id, MeetingAction.CANCEL, flash);
	}

	@PostMapping("/meetings/{id}/correction")
	@Access({ Role.PRINCIPAL, Role.REVIEWER })
	String giveBack(Actor actor, @PathVariable long id, MeetingStepForm form, RedirectAttributes flash) {
		this.signings.giveBack(actor, id, form.version(), form.said());
		return done(id, MeetingAction.RETURN, flash);
	}

	/** Cannot be undone from here, so it has a page of its own (ui.md 4.12). */
	@GetMapping("/meetings/{id}/confirmation")
	@Access({ Role.PRINCIPAL, Role.REVIEWER })
	String confirmation(Actor actor, @PathVariable long id, Model model, RedirectAttributes flash) {
		var meeting = this.meetings.one(actor, id);
		if (!MeetingAction.CONFIRM.isOpen(meeting.status())) {
			flash.addFlashAttribute("done", new Flash("review.confirm.closed", meeting.status()));
			return "redirect:/meetings/" + id;
		}
		model.addAttribute("meeting", meeting);
		var signing = this.signings.of(actor, meeting);
		model.addAttribute("signing", signing);
		model.addAttribute("round", this.rounds.one(meeting.roundId()));
		var board = this.boards.of(actor, meeting, signing.mine());
		model.addAttribute("board", board);
		model.addAttribute("seen", Shown.of(board.rows().stream().map(Board.Row::decision)).token());
		var whole = this.boards.of(actor, meeting);
		model.addAttribute("whole", whole);
		model.addAttribute("others",
				whole.rows().stream().filter((row) -> signing.others().contains(row.application().id())).toList());
		return "review/confirmation";
	}

	@PostMapping("/meetings/{id}/confirmation")
	@Access({ Role.PRINCIPAL, Role.REVIEWER })
	String confirm(Actor actor, @PathVariable long id, MeetingStepForm form, RedirectAttributes flash) {
		if (!form.isChecked()) {
			throw RuleViolation.on("checked", "review.meeting.unchecked");
		}
		var left = this.signings.confirm(actor, id, form.version(), Shown.read(form.seen()));
		if (left > 0) {
			flash.addFlashAttribute("done", new Flash("review.sign.left", left));
			return "redirect:/meetings/" + id;
		}
		return done(id, MeetingAction.CONFIRM, flash);
	}

	private static String done(long id, MeetingAction action, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("review.meeting.done." + action.name().toLowerCase(Locale.ROOT)));
		return "redirect:/meetings/" + id;
	}

}
