package org.nuanyang.objection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
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

/** The steps of an objection, each a resource of its own. */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.FINANCE, Role.COUNSELLOR })
class ObjectionStepController {

	private final ObjectionService objections;

	private final Clock clock;

	ObjectionStepController(ObjectionService objections, Clock clock) {
		this.objections = objections;
		this.clock = clock;
	}

	@PostMapping("/objections/{id}/examination")
	String examine(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable Long from,
			RedirectAttributes redirect) {
		this.objections.examine(actor, id, from);
		var aboutCase = this.objections.show(actor, id).row().applicationId() != null;
		return done(id, redirect, aboutCase ? "objection.done.examining" : "objection.done.examining.list");
	}

	@GetMapping("/objections/{id}/conclusion")
	String blankConclusion(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		if (isRefused(actor, id, ObjectionAction.CONCLUDE, model, response)) {
			return "objection/show";
		}
		model.addAttribute("form", ConclusionForm.EMPTY);
		return conclusion(actor, id, model);
	}

	@PostMapping("/objections/{id}/conclusion")
	ModelAndView conclude(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") ConclusionForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		form.check(this.objections.show(actor, id).row(), LocalDate.now(this.clock), errors);
		if (!errors.hasErrors()) {
			try {
				this.objections.conclude(actor, id, form.conclusion());
				return new ModelAndView(done(id, redirect, "objection.done." + form.outcome()));
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(conclusion(actor, id, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** Shows the objection and why the step cannot be taken, instead of a form. */
	private boolean isRefused(Actor actor, long id, ObjectionAction action, Model model, HttpServletResponse response) {
		var page = this.objections.show(actor, id);
		if (page.may(action.name())) {
			return false;
		}
		model.addAttribute("objection", page);
		model.addAttribute("refusal", this.objections.refusal(page, action));
		response.setStatus(HttpStatus.CONFLICT.value());
		return true;
	}

	private String conclusion(Actor actor, long id, Model model) {
		model.addAttribute("objection", this.objections.show(actor, id));
		model.addAttribute("means", Means.values());
		model.addAttribute("outcomes", Outcome.values());
		model.addAttribute("yesOrNo", List.of(true, false));
		model.addAttribute("handlings", List.of(Handling.KEEP, Handling.ADJUST, Handling.CANCEL));
		return "objection/conclusion";
	}

	@GetMapping("/objections/{id}/answer")
	String blankAnswer(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		if (isRefused(actor, id, ObjectionAction.ANSWER, model, response)) {
			return "objection/show";
		}
		model.addAttribute("form", AnswerForm.on(LocalDate.now(this.clock)));
		return answer(actor, id, model);
	}

	@PostMapping("/objections/{id}/answer")
	ModelAndView answer(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") AnswerForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		form.check(this.objections.show(actor, id).row().receivedOn(), LocalDate.now(this.clock), errors);
		if (!errors.hasErrors()) {
			try {
				this.objections.answer(actor, id, form.toAnswer());
				return new ModelAndView(done(id, redirect, "objection.done.answered"));
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(answer(actor, id, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private String answer(Actor actor, long id, Model model) {
		model.addAttribute("objection", this.objections.show(actor, id));
		model.addAttribute("channels", Channel.values());
		model.addAttribute("satisfactions", Satisfaction.values());
		return "objection/answer";
	}

	private static String done(long id, RedirectAttributes redirect, String key) {
		redirect.addFlashAttribute("done", new Flash(key));
		return "redirect:/objections/" + id;
	}

}
