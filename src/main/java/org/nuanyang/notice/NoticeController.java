package org.nuanyang.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The school's notices: list, draft, look at, print. */
@Controller
class NoticeController {

	private final NoticeService notices;

	private final NoticeBoard board;

	private final ApplicationService applications;

	private final RoundService rounds;

	private final NoticeRoundPart offer;

	private final Clock clock;

	NoticeController(NoticeService notices, NoticeBoard board, ApplicationService applications, RoundService rounds,
			NoticeRoundPart offer, Clock clock) {
		this.notices = notices;
		this.board = board;
		this.applications = applications;
		this.rounds = rounds;
		this.offer = offer;
		this.clock = clock;
	}

	@GetMapping("/notices")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR, Role.DISTRICT, Role.COUNTY })
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("notices", mine ? this.board.waitingFor(actor) : this.board.list(actor));
		model.addAttribute("buttons",
				this.rounds.current(actor).map((round) -> this.offer.buttons(actor, round)).orElse(List.of()));
		model.addAttribute("mayRule", actor.is(Role.COUNTY));
		return "notice/list";
	}

	@GetMapping("/notices/new")
	@Access(Role.OFFICER)
	String blank(Actor actor, @RequestParam(name = "round") Optional<Long> chosen,
			@RequestParam Optional<Boolean> supplementary, Model model, RedirectAttributes redirect) {
		var found = chosen.or(() -> this.rounds.current(actor).map(RoundView::id));
		if (found.isEmpty()) {
			redirect.addFlashAttribute("done", new Flash("notice.form.no-round"));
			return "redirect:/notices";
		}
		long round = found.get();
		var open = this.board.inTheMaking(actor, round);
		if (open.isPresent()) {
			redirect.addFlashAttribute("done", new Flash("notice.form.in-hand"));
			return "redirect:/notices/" + open.get();
		}
		var again = supplementary
			.orElseGet(() -> this.board.passed(actor, round, false) == 0 && this.board.passed(actor, round, true) > 0);
		var begun = this.board.inTheMaking(this.applications.round(actor, round));
		if (begun.isPresent()) {
			redirect.addFlashAttribute("done", new Flash("notice.draft.second"));
			return "redirect:/notices/" + begun.get().id();
		}
		var days = this.applications.round(actor, round).noticeWorkingDays();
		var form = this.board.lastContact(actor)
			.map((contact) -> NoticeForm.of(new NoticePlan(LocalDate.now(this.clock).plusDays(1), days, contact)))
			.orElseGet(() -> new NoticeForm(LocalDate.now(this.clock).plusDays(1), days, null, null, null, null, null,
					null));
		model.addAttribute("noticeForm", form);
		return form(actor, round, again, model);
	}

	private String form(Actor actor, long round, boolean supplementary, Model model) {
		model.addAttribute("round", this.applications.round(actor, round));
		model.addAttribute("action", "/notices?round=" + round + "&supplementary=" + supplementary);
		model.addAttribute("supplementary", supplementary);
		model.addAttribute("held", this.board.held(actor, round, supplementary));
		return "notice/form";
	}

	@PostMapping("/notices")
	@Access(Role.OFFICER)
	ModelAndView create(Actor actor, @RequestParam long round,
			@RequestParam(defaultValue = "false") boolean supplementary,
			@Valid @ModelAttribute("noticeForm") NoticeForm form, BindingResult result, Model model,
			RedirectAttributes redirect) {
		form.check(LocalDate.now(this.clock), result);
		if (!result.hasErrors()) {
			try {
				var id = this.notices.draft(actor, round, supplementary, form.plan());
				redirect.addFlashAttribute("done", new Flash("notice.done.drafted"));
				return new ModelAndView("redirect:/notices/" + id);
			}
			catch (RuleViolation ex) {
				Refusals.reject(result, ex);
			}
		}
		return new ModelAndView(form(actor, round, supplementary, model), model.asMap(),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/notices/{id}")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR, Role.DISTRICT, Role.COUNTY })
	String show(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("notice", this.board.show(actor, id));
		return "notice/show";
	}

	@GetMapping("/notices/{id}/edit")
	@Access(Role.OFFICER)
	String edit(Actor actor, @PathVariable long id, Model model) {
		var page = this.board.show(actor, id);
		model.addAttribute("noticeForm", NoticeForm
			.of(new NoticePlan(page.head().dates().opensOn(), page.head().dates().workingDays(), page.contact())));
		return editForm(actor, page, model);
	}

	private String editForm(Actor actor, NoticePage page, Model model) {
		model.addAttribute("round", this.applications.round(actor, page.roundId()));
		model.addAttribute("action", "/notices/" + page.head().id());
		return "notice/form";
	}

	@PostMapping("/notices/{id}")
	@Access(Role.OFFICER)
	ModelAndView update(Actor actor, @PathVariable long id, @Valid @ModelAttribute("noticeForm") NoticeForm form,
			BindingResult result, Model model, RedirectAttributes redirect) {
		form.check(LocalDate.now(this.clock), result);
		if (!result.hasErrors()) {
			try {
				this.notices.edit(actor, id, form.plan());
				redirect.addFlashAttribute("done", new Flash("notice.done.edited"));
				return new ModelAndView("redirect:/notices/" + id);
			}
			catch (RuleViolation ex) {
				Refusals.reject(result, ex);
			}
		}
		return new ModelAndView(editForm(actor, this.board.show(actor, id), model), model.asMap(),
				HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/notices/{id}/print")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR, Role.DISTRICT, Role.COUNTY })
	String print(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("notice", this.board.sheet(actor, id));
		model.addAttribute("end", this.board.end(actor, id).orElse(null));
		model.addAttribute("back", "/notices/" + id);
		return "notice/print";
	}

}
