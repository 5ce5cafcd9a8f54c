package org.nuanyang.disbursement;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

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

	/** The beginning of each kind of change, or one kind page by page. */
	@GetMapping
	String show(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable ChangeKind only,
			@RequestParam(defaultValue = "1") int page, Model model) {
		var comparison = this.comparisons.comparison(actor, id);
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("comparison", comparison);
		model.addAttribute("only", only);
		model.addAttribute("parts", parts(comparison, only, Math.max(1, page)));
		model.addAttribute("recent", this.comparisons.recentChanges(actor, id));
		return "disbursement/comparison";
	}

	private static Map<ChangeKind, Paged<Comparison.Change>> parts(Comparison comparison, @Nullable ChangeKind only,
			int page) {
		var parts = new EnumMap<ChangeKind, Paged<Comparison.Change>>(ChangeKind.class);
		for (var kind : ChangeKind.values()) {
			if (only == null || only == kind) {
				parts.put(kind, comparison.page(kind, (only != null) ? page : 1, BatchPages.PAGE));
			}
		}
		return parts;
	}

}
