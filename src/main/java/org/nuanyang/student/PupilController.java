package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Sex;
import org.nuanyang.org.ClassView;
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

/** Adds and corrects pupils of the officer's own school. */
@Controller
@Access(Role.OFFICER)
class PupilController {

	private final StudentService students;

	private final OrgService org;

	private final Clock clock;

	PupilController(StudentService students, OrgService org, Clock clock) {
		this.students = students;
		this.org = org;
		this.clock = clock;
	}

	@GetMapping("/students/new")
	String create(Actor actor, Model model) {
		model.addAttribute("form", PupilForm.empty(LocalDate.now(this.clock)));
		return form(actor.ownSchool(), model);
	}

	@PostMapping("/students")
	String save(Actor actor, @Valid @ModelAttribute("form") PupilForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		var saved = new PupilFormReader(form, null, errors).read()
			.flatMap((draft) -> attempt(errors,
					() -> this.students.enrol(actor, actor.ownSchool(), draft, form.isConfirmed())));
		if (saved.isEmpty()) {
			return refused(actor.ownSchool(), errors, model, response);
		}
		redirect.addFlashAttribute("done", new Flash("student.saved.new", String.valueOf(form.name())));
		return "redirect:/students/" + saved.get();
	}

	@GetMapping("/students/{id}/edit")
	String edit(Actor actor, @PathVariable long id, Model model) {
		if (!this.students.pupil(actor, id).status().isLive()) {
			throw new RuleViolation("student.ended").toldOn("/students/" + id);
		}
		var known = this.students.draft(actor, id);
		model.addAttribute("form", PupilForm.of(known.draft(), known.version()));
		return form(pupil(actor, id, known, model), model);
	}

	@PostMapping("/students/{id}")
	String update(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") PupilForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		var known = this.students.draft(actor, id);
		var version = (form.version() != null) ? form.version() : -1;
		var draft = new PupilFormReader(form, known.draft(), errors).read();
		if (version != known.version()) {
			// Another edit came first: show what differs, keep what was typed, save it
			// only on a second press.
			draft.ifPresent((typed) -> model.addAttribute("conflict", typed.differences(known.draft())));
			errors.reject("student.edit.conflict");
		}
		var saved = draft.filter((typed) -> !errors.hasErrors()).flatMap((typed) -> attempt(errors, () -> {
			this.students.amend(actor, id, version, typed);
			return id;
		}));
		if (saved.isEmpty()) {
			return refused(pupil(actor, id, known, model), errors, model, response);
		}
		redirect.addFlashAttribute("done", new Flash("student.saved"));
		return "redirect:/students/" + id;
	}

	private <T> Optional<T> attempt(BindingResult errors, Supplier<T> work) {
		try {
			return Optional.of(work.get());
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return Optional.empty();
		}
	}

	private long pupil(Actor actor, long id, StudentService.Versioned known, Model model) {
		var pupil = this.students.pupil(actor, id);
		model.addAttribute("pupil", pupil);
		model.addAttribute("version", known.version());
		model.addAttribute("known", Known.of(known.draft()));
		return pupil.schoolId();
	}

	private String refused(long schoolId, BindingResult errors, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("toConfirm", errors.hasFieldErrors("confirmed"));
		return form(schoolId, model);
	}

	private String form(long schoolId, Model model) {
		var classes = new LinkedHashMap<Long, String>();
		for (ClassView schoolClass : this.org.classes(schoolId)) {
			classes.put(schoolClass.id(), schoolClass.fullName());
		}
		model.addAttribute("classes", classes);
		model.addAttribute("sexes", Sex.values());
		model.addAttribute("idTypes", IdDocumentType.values());
		model.addAttribute("entries", Entry.values());
		model.addAttribute("leftBehinds", LeftBehind.values());
		model.addAttribute("disabilities", Disability.values());
		model.addAttribute("residences", Residence.values());
		return "student/form";
	}

	/** What stands behind the empty sensitive fields, masked. */
	record Known(String id, String registry, String phone, boolean address) {

		static Known of(PupilDraft draft) {
			var registry = draft.schooling().registry();
			var phone = draft.schooling().phone();
			return new Known(draft.identity().document().masked(), (registry != null) ? registry.masked() : "",
					(phone != null) ? phone.masked() : "", draft.schooling().address() != null);
		}

	}

}
