package org.nuanyang.notice;

import java.util.Objects;

import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The county's settings for notices and objections. */
@Controller
@Access(Role.COUNTY)
class NoticePolicyController {

	private final NoticePolicy policy;

	NoticePolicyController(NoticePolicy policy) {
		this.policy = policy;
	}

	@GetMapping("/notices/policy")
	String show(Model model) {
		model.addAttribute("form", new NoticePolicyForm(this.policy.tierShown(), this.policy.answerDays()));
		return "notice/policy";
	}

	@PostMapping("/notices/policy")
	ModelAndView set(Actor actor, @Valid @ModelAttribute("form") NoticePolicyForm form, BindingResult errors,
			RedirectAttributes redirect, Model model) {
		if (!errors.hasErrors()) {
			try {
				this.policy.set(actor, form.tierShown(), Objects.requireNonNull(form.answerDays()));
				redirect.addFlashAttribute("done", new Flash("notice.policy.done"));
				return new ModelAndView("redirect:/notices/policy");
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView("notice/policy", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
