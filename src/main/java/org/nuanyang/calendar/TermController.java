package org.nuanyang.calendar;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

/** The county sets the dates of a school year. */
@Controller
@Access(Role.COUNTY)
class TermController {

	private final SchoolTerms terms;

	TermController(SchoolTerms terms) {
		this.terms = terms;
	}

	@GetMapping("/calendar/terms/{firstYear}")
	String edit(@PathVariable int firstYear, Model model) {
		var year = year(firstYear);
		var autumn = this.terms.dates(year, Term.AUTUMN);
		var spring = this.terms.dates(year, Term.SPRING);
		model.addAttribute("termForm",
				new TermForm(autumn.map(TermDates::first).orElse(null), autumn.map(TermDates::last).orElse(null),
						spring.map(TermDates::first).orElse(null), spring.map(TermDates::last).orElse(null)));
		model.addAttribute("year", year);
		return "calendar/terms";
	}

	@PostMapping("/calendar/terms/{firstYear}")
	String set(Actor actor, @PathVariable int firstYear, @Valid @ModelAttribute("termForm") TermForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		var year = year(firstYear);
		if (!errors.hasErrors()) {
			try {
				this.terms.set(actor, form.autumn(year), form.spring(year));
				redirect.addFlashAttribute("done", new Flash("calendar.term.saved", year.label()));
				return "redirect:/calendar";
			}
			catch (RuleViolation refused) {
				CalendarController.reject(errors, refused);
			}
		}
		model.addAttribute("year", year);
		response.setStatus(422);
		return "calendar/terms";
	}

	private static SchoolYear year(int firstYear) {
		if (firstYear < 2000 || firstYear > 2100) {
			throw new NotFound("school year " + firstYear);
		}
		return new SchoolYear(firstYear);
	}

}
