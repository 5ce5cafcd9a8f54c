package org.nuanyang.application;

import org.nuanyang.kernel.Recall;
import java.util.Optional;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of a round, and one of them. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
class CaseController {

	private final CaseReader cases;

	private final CaseFile file;

	private final RoundService rounds;

	CaseController(CaseReader cases, CaseFile file, RoundService rounds) {
		this.cases = cases;
		this.file = file;
		this.rounds = rounds;
	}

	@GetMapping("/applications")
	String list(Actor actor, @RequestParam Optional<Long> round, CaseCriteria criteria, Model model) {
		var rounds = this.rounds.rounds();
		var chosen = round.map(this.rounds::one)
			.or(() -> this.rounds.current(actor))
			.or(() -> rounds.stream().findFirst());
		model.addAttribute("rounds", rounds);
		chosen.ifPresent((shown) -> {
			var filter = new CaseFilter(shown.id(), criteria);
			model.addAttribute("round", shown);
			model.addAttribute("mayApply", ApplicationAction.CREATE.isOpenTo(actor) && this.rounds.takesCases(shown));
			model.addAttribute("criteria", criteria);
			model.addAttribute("cases", this.cases.page(actor, filter));
			model.addAttribute("grades", this.cases.grades(actor, shown.id()));
			model.addAttribute("waiting", this.cases.waiting(actor, shown.id()));
		});
		return "application/list";
	}

	@GetMapping("/applications/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("page", Recall.during(() -> this.file.open(actor, id)));
		return "application/show";
	}

}
