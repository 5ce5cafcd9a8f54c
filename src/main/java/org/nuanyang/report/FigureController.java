package org.nuanyang.report;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
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

	private final OrgService orgs;

	FigureController(FigureService figures, OrgService orgs) {
		this.figures = figures;
		this.orgs = orgs;
	}

	@GetMapping("/overview/{measure}")
	String list(Actor actor, @PathVariable("measure") String path, @RequestParam @Nullable Boolean met,
			@RequestParam @Nullable Long school, @RequestParam @Nullable Integer grade,
			@RequestParam(name = "class") @Nullable Long schoolClass, @RequestParam @Nullable Tier tier,
			@RequestParam @Nullable Integer page, Model model) {
		var measure = Measure.of(path);
		var filter = new FigureFilter(met, school, grade, schoolClass, tier, page);
		model.addAttribute("measure", measure);
		model.addAttribute("filter", filter);
		model.addAttribute("side", filter.side(measure));
		model.addAttribute("count", this.figures.count(actor, measure, school));
		model.addAttribute("page", this.figures.page(actor, measure, filter));
		model.addAttribute("schools", actor.school().isPresent() ? List.of() : this.orgs.schools(actor));
		var own = actor.school().orElse(school);
		model.addAttribute("classes", (own != null) ? this.orgs.classes(own) : List.of());
		model.addAttribute("mayReadCase", actor.school().isPresent());
		return "report/figure";
	}

}
