package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.StudentService;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Facts verified at the desk, by a list or by documents; a visit writes its own. */
@Controller
@RequestMapping("/students/{id}/household/facts")
@Access({ Role.HEAD_TEACHER, Role.OFFICER })
class FactsController {

	private final HouseholdService households;

	private final StudentService students;

	private final Clock clock;

	FactsController(HouseholdService households, StudentService students, Clock clock) {
		this.households = households;
		this.students = students;
		this.clock = clock;
	}

	@ModelAttribute("year")
	SchoolYear year(@RequestParam(name = "year", required = false) @Nullable Integer firstYear) {
		return (firstYear == null) ? SchoolYear.of(LocalDate.now(this.clock)) : new SchoolYear(firstYear);
	}

	@GetMapping
	String edit(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year, Model model) {
		model.addAttribute("form", new FactsForm(null, Map.of()));
		return page(actor, id, year, model);
	}

	private String page(Actor actor, long id, SchoolYear year, Model model) {
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("codes", FactCode.values());
		model.addAttribute("sources", List.of(FactSource.LIST, FactSource.DOCUMENT));
		model.addAttribute("declared", this.households.declared(actor, id, year).orElse(null));
		model.addAttribute("verified", this.households.facts(actor, id, year));
		return "household/facts";
	}

	@PostMapping
	ModelAndView verify(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year,
			@Valid @ModelAttribute("form") FactsForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var values = FactInputs.canonical(form.facts(), List.of(FactCode.values()), errors);
		if (form.source() == FactSource.VISIT) {
			errors.rejectValue("source", "household.source.missing");
		}
		if (!errors.hasErrors() && form.source() != null) {
			try {
				this.households.verify(actor, id, year, values, form.source());
				redirect.addFlashAttribute("done", new Flash("household.verify.done", String.valueOf(values.size())));
				return new ModelAndView("redirect:/students/" + id + "/household?year=" + year.firstYear());
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(page(actor, id, year, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
