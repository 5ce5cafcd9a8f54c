package org.nuanyang.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentOwner;
import org.nuanyang.attachment.AttachmentService;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.OrgService;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Visits to be made and made, and the form for a phone. */
@Controller
class VisitController {

	private final VisitService visits;

	private final DeclaredFigures declared;

	private final StudentService students;

	private final AttachmentService attachments;

	private final Clock clock;

	private final OrgService schools;

	VisitController(VisitService visits, DeclaredFigures declared, StudentService students,
			AttachmentService attachments, Clock clock, OrgService schools) {
		this.schools = schools;
		this.visits = visits;
		this.declared = declared;
		this.students = students;
		this.attachments = attachments;
		this.clock = clock;
	}

	@GetMapping("/visits")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL })
	String list(Actor actor, @RequestParam(required = false) @Nullable DueReason reason,
			@RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("due", new DueVisits(mine ? this.visits.dueBy(actor) : this.visits.due(actor), reason));
		model.addAttribute("latest", this.visits.latest(actor));
		model.addAttribute("mayRecord", HouseholdService.mayWrite(actor));
		return "visit/list";
	}

	@GetMapping("/visits/new")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String form(Actor actor, @RequestParam Optional<Long> student, Model model, RedirectAttributes redirect) {
		if (student.isEmpty()) {
			redirect.addFlashAttribute("done", new Flash("visit.choose"));
			return "redirect:/visits";
		}
		var now = LocalTime.now(this.clock).truncatedTo(ChronoUnit.MINUTES);
		model.addAttribute("form", VisitForm.begin(LocalDate.now(this.clock), now));
		return page(actor, student.get(), model);
	}

	private String page(Actor actor, long student, Model model) {
		var pupil = this.students.pupil(actor, student);
		model.addAttribute("pupil", pupil);
		model.addAttribute("asked", this.visits.asked(pupil).orElse(null));
		model.addAttribute("declared",
				this.declared.of(actor, student, SchoolYear.of(LocalDate.now(this.clock))).orElse(null));
		model.addAttribute("draft", actor.userId() + "." + student);
		model.addAttribute("kinds", VisitKind.values());
		model.addAttribute("purposes", VisitPurpose.values());
		model.addAttribute("agreements", Agreement.values());
		model.addAttribute("alarms", VisitForm.AlarmAnswer.values());
		model.addAttribute("sections", VisitSection.values());
		return "visit/form";
	}

	@PostMapping("/visits")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	ModelAndView record(Actor actor, @RequestParam long student, @Valid @ModelAttribute("form") VisitForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var claim = form.claim(errors);
		this.visits.against(actor, student, claim).forEach((violation) -> Refusals.reject(errors, violation));
		var report = form.report(claim, errors);
		if (report.isPresent()) {
			try {
				var id = this.visits.record(actor, student, report.get());
				redirect.addFlashAttribute("done", new Flash("visit.record.done"));
				return new ModelAndView(
						"redirect:/visits/" + ((report.get().alarm() != null) ? "emergency?visit=" + id : id));
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(page(actor, student, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/visits/{id}")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, Model model) {
		var visit = this.visits.visit(actor, id);
		model.addAttribute("visit", visit);
		var pupil = this.students.pupil(actor, visit.enrolmentId());
		model.addAttribute("pupil", pupil);
		model.addAttribute("school", this.schools.school(pupil.schoolId()).name());
		model.addAttribute("board", this.attachments.board(actor, new AttachmentOwner(VisitPhotos.OWNER, id)));
		return "visit/show";
	}

	@GetMapping("/students/{id}/visits")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR })
	String ofPupil(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("visits", this.visits.visits(actor, id));
		model.addAttribute("mayRecord", HouseholdService.mayWrite(actor));
		return "visit/pupil";
	}

}
