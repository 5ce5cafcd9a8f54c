package org.nuanyang.review;

import java.util.Comparator;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many decisions of a meeting at once, each as suggested. */
@Controller
@Access(Role.OFFICER)
class DecisionBatchController {

	private final DecisionService decisions;

	DecisionBatchController(DecisionService decisions) {
		this.decisions = decisions;
	}

	@PostMapping("/meetings/{id}/decisions")
	String decide(Actor actor, @PathVariable long id, DecisionBatchForm form, Walk walk, RedirectAttributes flash) {
		var results = this.decisions.decideAsSuggested(actor, id, form.chosen(), form.shown());
		flash.addFlashAttribute("done", new Flash("review.batch.done",
				results.stream().filter(BatchResult::isDecided).count(), results.size()));
		// Of hundreds, those that are left to do come first.
		flash.addFlashAttribute("results",
				results.stream().sorted(Comparator.comparing(BatchResult::isDecided)).toList());
		return "redirect:" + walk.board(id);
	}

}
