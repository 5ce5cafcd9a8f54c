package org.nuanyang.disbursement;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** This list beside the last one, before anybody approves it. */
@Controller
@RequestMapping("/batches/{id}/comparison")
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class ComparisonController {

	private final BatchPages batches;

	private final ComparisonService comparisons;

	ComparisonController(BatchPages batches, ComparisonService comparisons) {
		this.batches = batches;
		this.comparisons = comparisons;
	}

	@GetMapping
	String show(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("comparison", this.comparisons.comparison(actor, id));
		model.addAttribute("recent", this.comparisons.recentChanges(actor, id));
		return "disbursement/comparison";
	}

}
