package org.nuanyang.filing;

import java.util.List;
import java.util.Optional;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Filings: the school sends, the county aid centre and the school district look at them.
 */
@Controller
class FilingController {

	private final FilingService filings;

	private final FilingPages pages;

	private final ApplicationService applications;

	private final RoundService rounds;

	private final FilingRoundPart offer;

	FilingController(FilingService filings, FilingPages pages, ApplicationService applications, RoundService rounds,
			FilingRoundPart offer) {
		this.filings = filings;
		this.pages = pages;
		this.applications = applications;
		this.rounds = rounds;
		this.offer = offer;
	}

	@GetMapping("/filings")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
	String list(Actor actor, @RequestParam Optional<Long> school, @RequestParam(defaultValue = "false") boolean mine,
			Model model) {
		model.addAttribute("mine", mine);
		var schools = mine ? this.pages.waitingFor(actor) : this.pages.bySchool(actor);
		var shown = schools.stream().filter((one) -> school.filter((id) -> id != one.schoolId()).isEmpty()).toList();
		if (shown.isEmpty() && school.isPresent()) {
			throw new NotFound("filings of school " + school.get());
		}
		model.addAttribute("schools", shown);
		model.addAttribute("chosen", school.isPresent() && schools.size() > 1);
		model.addAttribute("buttons",
				this.rounds.current(actor).map((round) -> this.offer.buttons(actor, round)).orElse(List.of()));
		return "filing/list";
	}

	/** The page that asks for confirmation: what is sent cannot be taken back. */
	@GetMapping("/filings/new")
	@Access(Role.OFFICER)
	String confirm(Actor officer, @RequestParam("round") Optional<Long> chosen, Model model,
			RedirectAttributes redirect) {
		var current = chosen.or(() -> this.rounds.current(officer).map(RoundView::id));
		if (current.isEmpty()) {
			redirect.addFlashAttribute("done", new Flash("filing.no-round"));
			return "redirect:/filings";
		}
		long round = current.get();
		model.addAttribute("round", this.applications.round(officer, round));
		model.addAttribute("ready", new ReadyList(this.filings.ready(officer, round)));
		model.addAttribute("cameBack", this.filings.cameBack(officer, round));
		model.addAttribute("before", this.filings.ofRound(officer, round));
		model.addAttribute("reasons", this.filings.reasons(officer, round));
		return "filing/confirm";
	}

	@PostMapping("/filings")
	@Access(Role.OFFICER)
	String send(Actor officer, @RequestParam long round, @RequestParam(defaultValue = "0") int people,
			@RequestParam Optional<String> corrected, RedirectAttributes redirect) {
		var id = this.filings.send(officer, round, people, corrected.orElse(null));
		redirect.addFlashAttribute("done", new Flash("filing.done.sent"));
		return "redirect:/filings/" + id;
	}

	@GetMapping("/filings/{id}")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("filing", this.pages.show(actor, id));
		return "filing/show";
	}

	/** 备案表 on A4, to be signed and sealed. */
	@GetMapping("/filings/{id}/paper")
	@Access({ Role.OFFICER, Role.PRINCIPAL, Role.DISTRICT, Role.COUNTY, Role.AUDITOR })
	String paper(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("filing", this.pages.show(actor, id));
		return "filing/paper";
	}

}
