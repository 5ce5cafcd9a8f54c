package org.nuanyang.calendar;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/**
 * The working-day calendar of a year and the terms: read by all, corrected by the county.
 */
@Controller
class CalendarController {

	private final CalendarService calendar;

	private final SchoolTerms terms;

	private final Clock clock;

	CalendarController(CalendarService calendar, SchoolTerms terms, Clock clock) {
		this.calendar = calendar;
		this.terms = terms;
		this.clock = clock;
	}

	@Access
	@GetMapping("/calendar")
	String show(Actor actor, @RequestParam @Nullable Integer year, Model model) {
		model.addAttribute("dayForm", DayForm.EMPTY);
		if (year != null && (year < 2000 || year > 2100)) {
			throw new NotFound("calendar " + year);
		}
		return page(actor, (year != null) ? year : LocalDate.now(this.clock).getYear(), model);
	}

	@Access(Role.COUNTY)
	@PostMapping("/calendar/days")
	String mark(Actor actor, @Valid @ModelAttribute("dayForm") DayForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		var day = form.day();
		if (day != null && !errors.hasErrors()) {
			try {
				this.calendar.mark(actor, day, form.kind(), (form.name() != null) ? form.name() : "");
				redirect.addFlashAttribute("done", new Flash("calendar.day.saved", day.toString()));
				return "redirect:/calendar?year=" + day.getYear();
			}
			catch (RuleViolation refused) {
				reject(errors, refused);
			}
		}
		response.setStatus(422);
		return page(actor, ((day != null) ? day : LocalDate.now(this.clock)).getYear(), model);
	}

	private String page(Actor actor, int year, Model model) {
		model.addAttribute("calendar", this.calendar.page(year));
		model.addAttribute("terms", this.terms.all());
		model.addAttribute("current", this.terms.current().orElse(null));
		model.addAttribute("mayEdit", actor.is(Role.COUNTY));
		return "calendar/show";
	}

	/** This package stands below web, whose helper it cannot use. */
	static void reject(BindingResult errors, RuleViolation refused) {
		var field = refused.field();
		if (field != null) {
			errors.rejectValue(field, refused.key(), refused.arguments(), refused.key());
		}
		else {
			errors.reject(refused.key(), refused.arguments(), refused.key());
		}
	}

}
