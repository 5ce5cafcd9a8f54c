package org.nuanyang.identification;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Bringing a rule set into force, retiring it, and the subsistence line it counts with.
 */
@Controller
@RequestMapping("/rule-sets")
@Access(Role.COUNTY)
class RuleSetStepController {

	private final RuleSetService ruleSets;

	private final ProgrammeService programmes;

	RuleSetStepController(RuleSetService ruleSets, ProgrammeService programmes) {
		this.ruleSets = ruleSets;
		this.programmes = programmes;
	}

	@PostMapping("/{id}/activation")
	String activate(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.ruleSets.activate(actor, id);
		redirect.addFlashAttribute("done", new Flash("identification.rules.activated"));
		return "redirect:/rule-sets/" + id;
	}

	@PostMapping("/{id}/retirement")
	String retire(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect) {
		this.ruleSets.retire(actor, id, reason);
		redirect.addFlashAttribute("done", new Flash("identification.rules.retired"));
		return "redirect:/rule-sets/" + id;
	}

	@PostMapping("/{id}/removal")
	String discard(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.ruleSets.discard(actor, id);
		redirect.addFlashAttribute("done", new Flash("identification.rules.discarded"));
		return "redirect:/rule-sets";
	}

	@PostMapping("/lines/{year}")
	String line(Actor actor, @PathVariable int year, @RequestParam(defaultValue = "") String line,
			RedirectAttributes redirect) {
		if (line.isBlank()) {
			throw new RuleViolation("identification.rules.line.missing").toldOn("/rule-sets");
		}
		var schoolYear = new SchoolYear(year);
		this.programmes.setSubsistenceLine(actor, schoolYear, Yuan.of(line));
		redirect.addFlashAttribute("done", new Flash("identification.rules.line.done", schoolYear.label()));
		return "redirect:/rule-sets";
	}

}
