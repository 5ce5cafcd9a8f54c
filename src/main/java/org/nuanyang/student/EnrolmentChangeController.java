package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.OrgService;
import org.nuanyang.web.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Transfer out, leave, return, graduation, departure: one page each, with day and reason.
 */
@Controller
@Access(Role.OFFICER)
class EnrolmentChangeController {

	private static final String PATH = "/students/{id}/{change:transfer|leave|return|graduation|departure|death}";

	private final StudentService students;

	private final EnrolmentChangeService changes;

	private final OrgService org;

	private final Clock clock;

	EnrolmentChangeController(StudentService students, EnrolmentChangeService changes, OrgService org, Clock clock) {
		this.students = students;
		this.changes = changes;
		this.org = org;
		this.clock = clock;
	}

	@GetMapping(PATH)
	String ask(Actor actor, @PathVariable long id, @PathVariable String change, Model model) {
		var pupil = this.students.pupil(actor, id);
		model.addAttribute("form", new ChangeForm(LocalDate.now(this.clock), null, pupil.classId()));
		return form(pupil, action(change), model);
	}

	@PostMapping(PATH)
	String change(Actor actor, @PathVariable long id, @PathVariable String change,
			@Valid @ModelAttribute("form") ChangeForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		var pupil = this.students.pupil(actor, id);
		var action = action(change);
		if (action == EnrolmentAction.RETURN && form.classId() == null) {
			errors.rejectValue("classId", "student.class.missing");
		}
		if (!errors.hasErrors()) {
			try {
				this.changes.change(actor, id, action, asked(form, action));
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(pupil, action, model);
		}
		redirect.addFlashAttribute("done", new Flash("student.changed." + action, pupil.name()));
		return "redirect:/students/" + id;
	}

	private static EnrolmentChangeService.Change asked(ChangeForm form, EnrolmentAction action) {
		return new EnrolmentChangeService.Change(Objects.requireNonNull(form.day()),
				Objects.requireNonNull(form.reason()), (action == EnrolmentAction.RETURN) ? form.classId() : null);
	}

	private static EnrolmentAction action(String path) {
		return EnrolmentAction.at(path).orElseThrow(() -> new NotFound("change " + path));
	}

	private String form(PupilView pupil, EnrolmentAction action, Model model) {
		var classes = new LinkedHashMap<Long, String>();
		if (action == EnrolmentAction.RETURN) {
			this.org.classes(pupil.schoolId())
				.forEach((schoolClass) -> classes.put(schoolClass.id(), schoolClass.fullName()));
		}
		model.addAttribute("pupil", pupil);
		model.addAttribute("action", action);
		model.addAttribute("open", action.from().contains(pupil.status()) && action.fits(pupil));
		model.addAttribute("early", !action.fits(pupil));
		model.addAttribute("lastGrade", GradeNames.grade(pupil.stage().lastGrade()));
		model.addAttribute("classes", classes);
		return "student/change";
	}

}
