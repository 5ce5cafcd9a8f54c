package org.nuanyang.award;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recommends an exception on the page of a filing, and approves it there. */
@Controller
class RecommendationController {

	private final Recommendations recommendations;

	RecommendationController(Recommendations recommendations) {
		this.recommendations = recommendations;
	}

	@PostMapping("/filings/{id}/recommendations")
	@Access(Role.OFFICER)
	String recommend(Actor officer, @PathVariable long id, @RequestParam long application, @RequestParam long programme,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
		this.recommendations.recommend(officer, application, programme, reason);
		redirect.addFlashAttribute("done", new Flash("award.recommend.done"));
		return "redirect:/filings/" + id;
	}

	@PostMapping("/filings/{id}/recommendations/{recommendation}/approval")
	@Access(Role.PRINCIPAL)
	String approve(Actor principal, @PathVariable long id, @PathVariable long recommendation,
			RedirectAttributes redirect) {
		this.recommendations.approve(principal, recommendation);
		redirect.addFlashAttribute("done", new Flash("award.recommend.approved"));
		return "redirect:/filings/" + id;
	}

}
