package org.nuanyang.student;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Moves the whole school up: first a page that shows what will happen, then the
 * confirmation.
 */
@Controller
@Access(Role.OFFICER)
class PromotionController {

	private final PromotionService promotions;

	PromotionController(PromotionService promotions) {
		this.promotions = promotions;
	}

	/** Also at the posted address, so that a refusal shows this page with its reason. */
	@GetMapping({ "/promotions/new", "/promotions" })
	String preview(Actor actor, Model model) {
		model.addAttribute("plan", this.promotions.plan(actor));
		return "student/promotion";
	}

	@PostMapping("/promotions")
	String promote(Actor actor, @RequestParam int year, @RequestParam(defaultValue = "false") boolean checked,
			RedirectAttributes redirect) {
		if (!checked) {
			throw new RuleViolation("student.promotion.unchecked");
		}
		var plan = this.promotions.promote(actor, year);
		redirect.addFlashAttribute("done",
				new Flash("student.promotion.flash", plan.movingUp(), plan.graduating(), plan.year().label()));
		return "redirect:/classes";
	}

}
