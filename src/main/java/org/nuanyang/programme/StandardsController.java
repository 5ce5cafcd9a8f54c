package org.nuanyang.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeSet;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.web.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Standards per school year, and the local subsistence line beside them. */
@Controller
@RequestMapping("/standards")
class StandardsController {

	private final ProgrammeService programmes;

	private final Clock clock;

	StandardsController(ProgrammeService programmes, Clock clock) {
		this.programmes = programmes;
		this.clock = clock;
	}

	@GetMapping
	@Access({ Role.COUNTY, Role.DISTRICT, Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.AUDITOR })
	String list(Actor actor, Model model) {
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT);
		var years = new TreeSet<>(this.programmes.years(programme.id()));
		model.addAttribute("programme", programme);
		model.addAttribute("years", years.descendingSet().stream().map((year) -> row(programme.id(), year)).toList());
		model.addAttribute("tiers", Tier.values());
		model.addAttribute("mayEdit", actor.is(Role.COUNTY));
		model.addAttribute("next", years.isEmpty() ? SchoolYear.of(LocalDate.now(this.clock)) : years.last().next());
		return "programme/list";
	}

	private YearRow row(long programmeId, SchoolYear year) {
		return new YearRow(year, this.programmes.standards(programmeId, year),
				this.programmes.subsistenceLine(year).map(Yuan::toString).orElse(""));
	}

	/**
	 * One year as listed.
	 *
	 * @param line the subsistence line, empty when there is none
	 */
	record YearRow(SchoolYear year, Standards standards, String line) {

	}

	@GetMapping("/{year}")
	@Access(Role.COUNTY)
	String edit(@PathVariable int year, Model model) {
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT);
		var schoolYear = new SchoolYear(year);
		model.addAttribute("form", StandardsForm.of(this.programmes.findStandards(programme.id(), schoolYear),
				this.programmes.subsistenceLine(schoolYear)));
		return page(schoolYear, model);
	}

	private String page(SchoolYear year, Model model) {
		model.addAttribute("programme", this.programmes.programme(ProgrammeService.TIERED_GRANT));
		model.addAttribute("year", year);
		return "programme/form";
	}

	@PostMapping("/{year}")
	@Access(Role.COUNTY)
	ModelAndView update(Actor actor, @PathVariable int year, @ModelAttribute("form") StandardsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var schoolYear = new SchoolYear(year);
		var standards = form.standards(schoolYear, errors);
		var line = form.lineAmount(errors);
		if (standards.isPresent() && line.isPresent()) {
			try {
				this.programmes.setPolicy(actor, ProgrammeService.TIERED_GRANT, standards.get(), line.get());
				redirect.addFlashAttribute("done", new Flash("programme.set.done", schoolYear.label()));
				return new ModelAndView("redirect:/standards");
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(page(schoolYear, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/{year}/copy")
	@Access(Role.COUNTY)
	String copy(Actor actor, @PathVariable int year, RedirectAttributes redirect) {
		var schoolYear = new SchoolYear(year);
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT);
		this.programmes.copyLastYear(actor, programme.id(), schoolYear);
		redirect.addFlashAttribute("done", new Flash("programme.copy.done", schoolYear.label()));
		return "redirect:/standards";
	}

}
