package org.nuanyang.review;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.identification.IdentificationService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decisions of a meeting, each case on its own page. */
@Controller
@Access(Role.OFFICER)
class DecisionController {

	private final MeetingService meetings;

	private final DecisionService decisions;

	private final ApplicationService applications;

	private final IdentificationService identification;

	private final AppraisalService appraisals;

	private final BoardReader boards;

	DecisionController(MeetingService meetings, DecisionService decisions, ApplicationService applications,
			IdentificationService identification, AppraisalService appraisals, BoardReader boards) {
		this.meetings = meetings;
		this.decisions = decisions;
		this.applications = applications;
		this.identification = identification;
		this.appraisals = appraisals;
		this.boards = boards;
	}

	@GetMapping("/meetings/{id}/decisions/{applicationId}")
	String form(Actor actor, @PathVariable long id, @PathVariable long applicationId, Walk walk, Model model,
			RedirectAttributes flash) {
		var meeting = this.meetings.one(actor, id);
		if (!meeting.isOpen()) {
			flash.addFlashAttribute("done", new Flash("review.decision.closed"));
			return "redirect:/meetings/" + id;
		}
		var application = inRound(actor, meeting, applicationId);
		if (application.status() != ApplicationStatus.CLASS_APPRAISED) {
			flash.addFlashAttribute("done",
					new Flash("review.decision.left", application.name(), application.status()));
			return "redirect:" + walk.board(id);
		}
		var kin = this.decisions.kin(meeting, application);
		var form = recorded(id, applicationId).map(DecisionForm::of)
			.orElseGet(() -> DecisionForm.suggested(application, kin));
		return form(actor, id, applicationId, form, walk, model);
	}

	private CaseView inRound(Actor actor, MeetingView meeting, long applicationId) {
		var application = this.applications.one(actor, applicationId);
		if (application.roundId() != meeting.roundId()) {
			throw new NotFound("application " + applicationId + " in meeting " + meeting.id());
		}
		return application;
	}

	private Optional<DecisionView> recorded(long id, long applicationId) {
		return this.decisions.ofMeeting(id)
			.stream()
			.filter((decision) -> decision.applicationId() == applicationId)
			.findFirst();
	}

	@PostMapping("/meetings/{id}/decisions/{applicationId}")
	String decide(Actor actor, @PathVariable long id, @PathVariable long applicationId,
			@Valid @ModelAttribute("form") DecisionForm form, BindingResult result, Walk walk, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				var present = this.meetings.one(actor, id).present().size();
				this.decisions.decide(actor, id, applicationId, form.version(), form.ruling(present));
				flash.addFlashAttribute("done",
						new Flash("review.decision.done", this.applications.one(actor, applicationId).name()));
				return "redirect:" + onwards(actor, id, applicationId, walk);
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
			catch (ConcurrencyFailureException overtaken) {
				var theirs = recorded(id, applicationId);
				theirs.ifPresent((decision) -> model.addAttribute("theirs", decision));
				if (theirs.isEmpty()) {
					// What stood here left the meeting with its case; what is sent next
					// stands by itself.
					model.addAttribute("undone", true);
				}
			}
		}
		response.setStatus(result.hasErrors() ? 422 : 409);
		return form(actor, id, applicationId, form, walk, model);
	}

	private String onwards(Actor actor, long id, long applicationId, Walk walk) {
		var board = this.boards.of(actor, this.meetings.one(actor, id));
		var open = walk.open(board, applicationId);
		return (walk.goesOn() && !open.isEmpty()) ? walk.step(id, open.getFirst().application().id())
				: walk.board(id, board, applicationId);
	}

	private String form(Actor actor, long id, long applicationId, DecisionForm form, Walk walk, Model model) {
		var meeting = this.meetings.one(actor, id);
		var application = inRound(actor, meeting, applicationId);
		model.addAttribute("form", form);
		model.addAttribute("meeting", meeting);
		model.addAttribute("aidCase", application);
		// Gone back for another visit while somebody was typing: there is none now.
		model.addAttribute("assessment",
				Optional.ofNullable(application.assessmentId())
					.map((assessment) -> this.identification.assessment(actor, assessment))
					.orElse(null));
		model.addAttribute("mayDecide", meeting.isOpen() && application.status() == ApplicationStatus.CLASS_APPRAISED);
		model.addAttribute("opinion", this.appraisals.lastOf(applicationId).orElse(null));
		model.addAttribute("kin", this.decisions.kin(meeting, application));
		model.addAttribute("outcomes", Outcome.values());
		var board = this.boards.of(actor, meeting);
		model.addAttribute("view", walk.through());
		model.addAttribute("open", walk.open(board, applicationId).size());
		model.addAttribute("back", walk.board(id, board, applicationId));
		model.addAttribute("task", this.applications.returned(meeting.roundId()).get(applicationId));
		return "review/decision";
	}

}
