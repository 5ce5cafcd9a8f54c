package org.nuanyang.identification;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The assessments of one pupil. */
@Controller
@RequestMapping("/students/{id}/assessments")
class AssessmentController {

	private final IdentificationService identification;

	private final StudentService students;

	private final Decided decided;

	private final Clock clock;

	AssessmentController(IdentificationService identification, StudentService students, Decided decided, Clock clock) {
		this.identification = identification;
		this.students = students;
		this.decided = decided;
		this.clock = clock;
	}

	@ModelAttribute("year")
	SchoolYear year(@RequestParam(name = "year", required = false) @Nullable Integer firstYear) {
		return (firstYear == null) ? SchoolYear.of(LocalDate.now(this.clock)) : new SchoolYear(firstYear);
	}

	@GetMapping
	@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year, Model model) {
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("assessments", this.identification.assessments(actor, id, year));
		model.addAttribute("mayExplain", actor.is(Role.HEAD_TEACHER, Role.OFFICER));
		model.addAttribute("mayAssess", HouseholdService.mayWrite(actor));
		return "identification/show";
	}

	/**
	 * Why this tier, in plain words, for the parents to keep: what was decided, or what
	 * is suggested as long as nothing is.
	 */
	@GetMapping("/paper")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String paper(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year, Model model) {
		var pupil = this.students.pupil(actor, id);
		model.addAttribute("pupil", pupil);
		model.addAttribute("school", actor.orgName());
		var decided = this.decided.of(actor, id, year).orElse(null);
		model.addAttribute("decided", decided);
		model.addAttribute("assessment", this.identification.explain(actor, id, year, decided));
		model.addAttribute("today", LocalDate.now(this.clock));
		return "identification/paper";
	}

	@PostMapping
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String assess(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year,
			RedirectAttributes redirect) {
		this.identification.assess(actor, id, year);
		redirect.addFlashAttribute("done", new Flash("identification.assess.done"));
		return "redirect:/students/" + id + "/assessments?year=" + year.firstYear();
	}

}
