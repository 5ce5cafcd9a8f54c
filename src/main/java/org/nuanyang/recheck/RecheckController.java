package org.nuanyang.recheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.award.MoneyEffect;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The re-checks of a school year, one of them, and a new one. */
@Controller
class RecheckController {

	private final RecheckService rechecks;

	private final RecheckList list;

	private final ApplicationService applications;

	private final Clock clock;

	RecheckController(RecheckService rechecks, RecheckList list, ApplicationService applications, Clock clock) {
		this.rechecks = rechecks;
		this.list = list;
		this.applications = applications;
		this.clock = clock;
	}

	@GetMapping("/rechecks")
	@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.AUDITOR })
	String list(Actor actor, @RequestParam Optional<RecheckList.State> state, Model model) {
		model.addAttribute("page", this.list.page(actor, state.orElse(null), this.rechecks.term()));
		model.addAttribute("mayPropose", RecheckAction.PROPOSE.isFor(actor));
		return "recheck/list";
	}

	@GetMapping("/rechecks/{id}")
	@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, Model model) {
		var recheck = this.rechecks.one(actor, id);
		model.addAttribute("recheck", recheck);
		model.addAttribute("theCase", this.applications.one(actor, recheck.applicationId()));
		model.addAttribute("effect", recheck.isOpen() ? effect(actor, recheck) : null);
		for (var action : RecheckAction.values()) {
			model.addAttribute("may" + action, action.isOpen(actor, recheck.status()));
		}
		return "recheck/show";
	}

	private @Nullable MoneyEffect effect(Actor actor, RecheckView recheck) {
		return (recheck.outcome() == RecheckOutcome.BOARDING)
				? this.rechecks.boarding(actor, recheck.applicationId(), recheck.from())
				: this.rechecks.effect(actor, recheck.applicationId(), recheck.tierAfter(), recheck.from());
	}

	@GetMapping("/rechecks/new")
	@Access(Role.OFFICER)
	String form(Actor officer, @RequestParam Optional<Long> application, @RequestParam Optional<EndCause> cause,
			@RequestParam Optional<RecheckOutcome> outcome, @RequestParam Optional<Term> from, Model model,
			RedirectAttributes redirect) {
		if (application.isEmpty()) {
			redirect.addFlashAttribute("done", new Flash("recheck.choose"));
			return "redirect:/rechecks";
		}
		var theCase = this.rechecks.standing(officer, application.get());
		var waiting = this.rechecks.waiting(theCase.id());
		if (waiting.isPresent()) {
			redirect.addFlashAttribute("done", new Flash("recheck.waiting", theCase.name()));
			return "redirect:/rechecks/" + waiting.get();
		}
		return form(officer, application.get(),
				new RecheckForm(cause.map((why) -> RecheckOutcome.END).or(() -> outcome).orElse(null), null,
						cause.orElse(null), lastDay(theCase.year()), from.orElse(null), null, null),
				model);
	}

	/** Today, or the last day that the school year of the case had. */
	private LocalDate lastDay(SchoolYear year) {
		var today = LocalDate.now(this.clock);
		return today.isAfter(year.last()) ? year.last() : today;
	}

	@PostMapping("/rechecks")
	@Access(Role.OFFICER)
	String propose(Actor officer, @RequestParam long application, @Valid @ModelAttribute("form") RecheckForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				var id = this.rechecks.propose(officer, application, form.finding());
				redirect.addFlashAttribute("done", new Flash("recheck.done." + form.outcome()));
				return "redirect:/rechecks/" + id;
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return form(officer, application, form, model);
	}

	private String form(Actor officer, long id, RecheckForm form, Model model) {
		var application = this.rechecks.standing(officer, id);
		model.addAttribute("form", form);
		model.addAttribute("theCase", application);
		var boarding = this.rechecks.boarding(officer, id, (form.from() != null) ? form.from() : Term.SPRING);
		model.addAttribute("boarding", boarding);
		model.addAttribute("outcomes",
				Arrays.stream(RecheckOutcome.values())
					.filter((outcome) -> outcome != RecheckOutcome.BOARDING || boarding != null)
					.toList());
		model.addAttribute("tiers", Tier.values());
		model.addAttribute("causes", EndCause.values());
		model.addAttribute("terms", Term.values());
		model.addAttribute("effect", this.rechecks.effect(officer, id, application.decidedTier(), Term.AUTUMN));
		return "recheck/form";
	}

}
