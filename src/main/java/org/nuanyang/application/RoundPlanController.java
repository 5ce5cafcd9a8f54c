package org.nuanyang.application;

import java.util.Arrays;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The days of a round under way, and who answers for its steps. */
@Controller
@RequestMapping("/rounds/{id}/plan")
@Access(Role.OFFICER)
class RoundPlanController {

	private final RoundService rounds;

	RoundPlanController(RoundService rounds) {
		this.rounds = rounds;
	}

	@GetMapping
	String form(Actor actor, @PathVariable long id, Model model) {
		var round = this.rounds.one(id);
		if (!round.status().takesCases()) {
			throw new NotFound("plan of the archived round " + id);
		}
		return form(round, RoundPlanForm.of(round), model);
	}

	@PostMapping
	String replan(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") RoundPlanForm form,
			BindingResult result, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		if (!result.hasErrors()) {
			try {
				this.rounds.replan(actor, id, form.version(), form.change());
				redirect.addFlashAttribute("done", new Flash("application.round.plan.done"));
				return "redirect:/rounds/" + id;
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
			catch (ConcurrencyFailureException overtaken) {
				result.reject("application.round.plan.overtaken");
				model.addAttribute("now", RoundPlanForm.of(this.rounds.one(id)));
			}
		}
		response.setStatus(model.containsAttribute("now") ? 409 : 422);
		return form(this.rounds.one(id), form, model);
	}

	private static String form(RoundView round, RoundPlanForm form, Model model) {
		model.addAttribute("round", round);
		model.addAttribute("form", form);
		model.addAttribute("steps", Arrays.asList(RoundStep.values()));
		return "application/round-plan";
	}

}
