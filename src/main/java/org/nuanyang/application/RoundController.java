package org.nuanyang.application;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.SchoolView;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.web.Refusals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import jakarta.servlet.http.HttpServletResponse;

/** Aid rounds: list, open, and the step track of one. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR, Role.DISTRICT, Role.COUNTY })
class RoundController {

	private final RoundService rounds;

	private final CaseReader cases;

	private final RoundDefaults defaults;

	private final ProgrammeService policy;

	private final ProgrammeChoice choice;

	private final OrgService org;

	private final MessageSource messages;

	private final ObjectProvider<RoundPart> parts;

	RoundController(RoundService rounds, CaseReader cases, RoundDefaults defaults, ProgrammeService policy,
			ProgrammeChoice choice, OrgService org, MessageSource messages, ObjectProvider<RoundPart> parts) {
		this.rounds = rounds;
		this.cases = cases;
		this.defaults = defaults;
		this.policy = policy;
		this.choice = choice;
		this.org = org;
		this.messages = messages;
		this.parts = parts;
	}

	@GetMapping("/rounds")
	String list(Actor actor, Model model) {
		model.addAttribute("rounds", this.rounds.rounds());
		model.addAttribute("mayOpen", actor.is(Role.OFFICER) && actor.schoolId() != null);
		this.rounds.toOpen(actor).ifPresent((year) -> {
			model.addAttribute("toOpen", year);
			model.addAttribute("next", year.equals(this.defaults.year()) ? null : true);
		});
		model.addAttribute("schools",
				this.org.schools(actor).stream().collect(Collectors.toMap(SchoolView::id, Function.identity())));
		return "application/rounds";
	}

	@GetMapping("/rounds/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var round = this.rounds.one(id);
		model.addAttribute("round", round);
		var track = this.rounds.track(round);
		model.addAttribute("track", track);
		model.addAttribute("programmes", this.choice.offered(id));
		model.addAttribute("undated", track.stream().anyMatch((step) -> step.dates() == null));
		var counts = this.cases.counts(actor, id);
		model.addAttribute("counts", counts);
		model.addAttribute("waiting", this.cases.waiting(actor, id));
		model.addAttribute("total", counts.values().stream().mapToLong(Long::longValue).sum());
		model.addAttribute("mayRead", !actor.is(Role.DISTRICT, Role.COUNTY));
		model.addAttribute("moves", this.rounds.moves(id));
		model.addAttribute("mayPlan", actor.is(Role.OFFICER) && round.status().takesCases());
		model.addAttribute("mayApply", ApplicationAction.CREATE.isOpenTo(actor) && this.rounds.takesCases(round));
		model.addAttribute("buttons",
				this.parts.stream()
					.sorted(Comparator.comparingInt(RoundPart::order))
					.flatMap((part) -> part.buttons(actor, round).stream())
					.toList());
		return "application/round";
	}

	@GetMapping("/rounds/new")
	@Access(Role.OFFICER)
	String form(Actor actor, @RequestParam(defaultValue = "false") boolean next, Model model, Locale locale,
			RedirectAttributes flash) {
		var year = next ? this.defaults.year().next() : this.defaults.year();
		var running = this.rounds.of(actor.ownSchool(), year);
		if (running.isPresent()) {
			flash.addFlashAttribute("done", new Flash("application.round.running", year.label()));
			return "redirect:/rounds/" + running.get().id();
		}
		var name = this.messages.getMessage("application.round.name.default", new Object[] { year.label() }, locale);
		var leaders = this.rounds.of(actor.ownSchool(), year.previous()).map(RoundView::leaders).orElse(Map.of());
		return form(RoundForm.proposing(year, name, this.defaults.propose(year, AidRound.LEAST_NOTICE_DAYS), leaders,
				actor.name(), Set.of(this.policy.programme(ProgrammeService.TIERED_GRANT).id())), model);
	}

	@PostMapping("/rounds")
	@Access(Role.OFFICER)
	String open(Actor actor, @Valid @ModelAttribute("form") RoundForm form, BindingResult result, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				var round = this.rounds.open(actor, form.plan());
				flash.addFlashAttribute("done", new Flash("application.round.done.opened", round.name()));
				return "redirect:/rounds/" + round.id();
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		response.setStatus(422);
		return form(form, model);
	}

	private String form(RoundForm form, Model model) {
		model.addAttribute("programmes", this.policy.programmes());
		model.addAttribute("form", form);
		model.addAttribute("steps", Arrays.asList(RoundStep.values()));
		return "application/round-new";
	}

}
