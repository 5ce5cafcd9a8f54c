package org.nuanyang.identification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A draft before it comes into force: its figures changed, and what it would change. */
@Controller
@RequestMapping("/rule-sets/{id}")
@Access(Role.COUNTY)
class RuleDraftController {

	/** Names the fields of figures apart from everything else that a form sends. */
	private static final String FIGURE = "f.";

	private final RuleSetService ruleSets;

	private final RuleTrialService trials;

	RuleDraftController(RuleSetService ruleSets, RuleTrialService trials) {
		this.ruleSets = ruleSets;
		this.trials = trials;
	}

	@GetMapping("/trial")
	String trial(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("head", this.ruleSets.one(id));
		model.addAttribute("trial", this.trials.of(actor, id));
		return "identification/trial";
	}

	@GetMapping("/edit")
	String edit(Actor actor, @PathVariable long id, Model model) {
		var head = this.ruleSets.one(id);
		if (!head.isDraft()) {
			throw new RuleViolation("identification.edit.not-draft").toldOn("/rule-sets/" + id);
		}
		return form(actor, id, Map.of(), List.of(), RuleSetSheet.fingerprint(this.ruleSets.rules(id)), model);
	}

	private String form(Actor actor, long id, Map<String, String> typed, List<RuleSetProblem> problems, String seen,
			Model model) {
		var head = this.ruleSets.one(id);
		model.addAttribute("head", head);
		model.addAttribute("own", Objects.equals(head.author(), actor.userId()));
		model.addAttribute("seen", seen);
		var sheet = RuleSetSheet.of(this.ruleSets.rules(id), typed);
		model.addAttribute("sheet", sheet);
		model.addAttribute("wrongs", sheet.placed(problems));
		model.addAttribute("faults", problems.size());
		return "identification/rule-set-edit";
	}

	@PostMapping("/figures")
	String change(Actor actor, @PathVariable long id, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		var figures = figures(sent);
		var seen = sent.getOrDefault("seen", "");
		try {
			this.ruleSets.change(actor, id, figures, seen);
		}
		catch (FaultyRuleSet faulty) {
			response.setStatus(422);
			return form(actor, id, figures, faulty.problems(), seen, model);
		}
		catch (RuleViolation violation) {
			model.addAttribute("wrong", violation);
			response.setStatus(422);
			return form(actor, id, figures, List.of(), seen, model);
		}
		catch (NotFound deleted) {
			// Whoever typed these figures opened a draft that somebody has deleted since.
			model.addAttribute("lost", LostFigures.of(figures));
			response.setStatus(HttpStatus.GONE.value());
			return "identification/draft-gone";
		}
		redirect.addFlashAttribute("done", new Flash("identification.edit.done"));
		return "redirect:/rule-sets/" + id;
	}

	/** By place, in the order of the page. */
	private static Map<String, String> figures(Map<String, String> sent) {
		var figures = new LinkedHashMap<String, String>();
		sent.forEach((name, typed) -> {
			if (name.startsWith(FIGURE)) {
				figures.put(name.substring(FIGURE.length()), typed);
			}
		});
		return figures;
	}

}
