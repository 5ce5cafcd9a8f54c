package org.nuanyang.report;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.RoundStep;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.programme.Tier;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that a figure counts. */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY })
class FigureController {

	private final FigureService figures;

	FigureController(FigureService figures) {
		this.figures = figures;
	}

	@GetMapping("/overview/{measure}")
	String list(Actor actor, @PathVariable("measure") String path, @RequestParam @Nullable String met,
			@RequestParam @Nullable Long school, @RequestParam @Nullable Integer grade,
			@RequestParam(name = "class") @Nullable Long schoolClass, @RequestParam @Nullable Tier tier,
			@RequestParam @Nullable RoundStep step, @RequestParam @Nullable Integer page, Model model) {
		var filter = new FigureFilter(Side.of(met), school, grade, schoolClass, tier, step, page);
		var list = this.figures.list(actor, Measure.of(path), filter);
		model.addAttribute("list", list);
		model.addAttribute("page", list.page());
		model.addAttribute("mayReadCase", actor.school().isPresent());
		return "report/figure";
	}

}
