package org.nuanyang.review;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a signed decision back, from the page of its case. */
@Controller
class RetractionController {

	private final RetractionService retractions;

	RetractionController(RetractionService retractions) {
		this.retractions = retractions;
	}

	@PostMapping("/applications/{id}/retraction")
	@Access({ Role.PRINCIPAL, Role.REVIEWER })
	String takeBack(Actor actor, @PathVariable long id, MeetingStepForm form, RedirectAttributes flash) {
		this.retractions.takeBack(actor, id, form.version(), form.said());
		flash.addFlashAttribute("done", new Flash("review.take-back.done"));
		return "redirect:/applications/" + id;
	}

}
