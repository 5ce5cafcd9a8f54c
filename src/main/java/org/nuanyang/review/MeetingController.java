package org.nuanyang.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.nuanyang.web.Refusals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Committee meetings: list, open, and the board of one. */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
class MeetingController {

	private final MeetingService meetings;

	private final SigningService signings;

	private final BoardReader boards;

	private final Findings findings;

	private final RoundService rounds;

	private final ColleagueRepository colleagues;

	private final Clock clock;

	private final OrgService schools;

	MeetingController(MeetingService meetings, SigningService signings, BoardReader boards, Findings findings,
			RoundService rounds, ColleagueRepository colleagues, Clock clock, OrgService schools) {
		this.schools = schools;
		this.meetings = meetings;
		this.signings = signings;
		this.boards = boards;
		this.findings = findings;
		this.rounds = rounds;
		this.colleagues = colleagues;
		this.clock = clock;
	}

	@GetMapping("/meetings")
	String list(Actor actor, @RequestParam Optional<Long> round, @RequestParam(defaultValue = "false") boolean mine,
			Model model) {
		model.addAttribute("mine", mine);
		var rounds = this.rounds.rounds();
		var chosen = round.map(this.rounds::one)
			.or(() -> this.rounds.current(actor))
			.or(() -> rounds.stream().findFirst());
		model.addAttribute("rounds", rounds);
		chosen.ifPresent((shown) -> {
			model.addAttribute("round", shown);
			model.addAttribute("meetings",
					mine ? this.signings.waitingFor(actor) : this.meetings.ofRound(actor, shown.id()));
			model.addAttribute("agenda", this.meetings.agenda(actor, shown.id()).size());
			model.addAttribute("mayOpen", actor.is(Role.OFFICER));
		});
		return "review/meetings";
	}

	/** The meeting that is not closed yet, or where one is opened. */
	@GetMapping("/meetings/current")
	String current(Actor actor) {
		return this.rounds.current(actor)
			.flatMap((round) -> this.meetings.current(round.id()))
			.map((meeting) -> "redirect:/meetings/" + meeting.id())
			.orElse("redirect:/meetings");
	}

	@GetMapping("/meetings/{id}")
	String show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "ALL") Board.View view, Model model) {
		var meeting = this.meetings.one(actor, id);
		var board = this.boards.of(actor, meeting);
		model.addAttribute("meeting", meeting);
		var round = this.rounds.one(meeting.roundId());
		var rows = board.shown(view);
		model.addAttribute("round", round);
		model.addAttribute("school", this.schools.school(round.schoolId()).name());
		model.addAttribute("board", board);
		model.addAttribute("view", view);
		model.addAttribute("views", Board.View.values());
		model.addAttribute("rows", rows);
		model.addAttribute("findings",
				this.findings.of(actor, meeting, round.year(), rows.stream().map(Board.Row::application).toList()));
		model.addAttribute("mayProject", actor.is(Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER));
		var mayDecide = meeting.isOpen() && MeetingAction.DECIDE.isOpenTo(actor);
		model.addAttribute("mayDecide", mayDecide);
		model.addAttribute("mayCancel",
				MeetingAction.CANCEL.isOpen(meeting.status()) && MeetingAction.CANCEL.isOpenTo(actor));
		if (mayDecide) {
			var here = board.rows().stream().map((row) -> row.application().id()).toList();
			model.addAttribute("later",
					this.meetings.agenda(actor, meeting.roundId())
						.stream()
						.filter((one) -> !here.contains(one.id()))
						.map(CaseView::name)
						.toList());
			model.addAttribute("signers", this.meetings.signers(actor, meeting));
		}
		if (MeetingAction.CONFIRM.isOpen(meeting.status()) && MeetingAction.CONFIRM.isOpenTo(actor)) {
			model.addAttribute("signing", this.signings.of(actor, meeting));
		}
		return "review/meeting";
	}

	@GetMapping("/meetings/new")
	@Access(Role.OFFICER)
	String form(Actor actor, @RequestParam Optional<Long> round, Model model, RedirectAttributes flash) {
		var shown = round.map(this.rounds::one).or(() -> this.rounds.current(actor)).orElse(null);
		if (shown == null) {
			flash.addFlashAttribute("done", new Flash("review.meeting.no-round"));
			return "redirect:/meetings";
		}
		var open = this.meetings.current(shown.id());
		if (open.isPresent()) {
			flash.addFlashAttribute("done", new Flash("review.meeting.still-open", open.get().number()));
			return "redirect:/meetings/" + open.get().id();
		}
		var now = LocalTime.now(this.clock).truncatedTo(ChronoUnit.MINUTES);
		var blank = this.meetings.ofRound(actor, shown.id())
			.stream()
			.findFirst()
			.map((last) -> MeetingForm.again(last, LocalDate.now(this.clock), now))
			.orElseGet(() -> MeetingForm.blank(shown.id(), LocalDate.now(this.clock), now));
		return form(actor, blank, model);
	}

	@PostMapping("/meetings")
	@Access(Role.OFFICER)
	String open(Actor actor, @Valid @ModelAttribute("form") MeetingForm form, BindingResult result, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		var colleagues = this.colleagues.of(actor.ownSchool());
		form.wrong(colleagues).forEach((violation) -> Refusals.reject(result, violation));
		this.meetings.against(actor, form.round(), form.heldAt())
			.forEach((violation) -> Refusals.reject(result, violation));
		if (!result.hasErrors()) {
			try {
				var meeting = this.meetings.open(actor, form.plan(colleagues));
				flash.addFlashAttribute("done", new Flash("review.meeting.done.opened"));
				return "redirect:/meetings/" + meeting.id();
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		response.setStatus(422);
		return form(actor, form, model);
	}

	private String form(Actor actor, MeetingForm form, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("round", this.rounds.one(form.round()));
		model.addAttribute("agenda", this.meetings.agenda(actor, form.round()).size());
		model.addAttribute("kinds", AttendeeKind.values());
		model.addAttribute("colleagues", this.colleagues.of(actor.ownSchool()).all());
		return "review/meeting-new";
	}

}
