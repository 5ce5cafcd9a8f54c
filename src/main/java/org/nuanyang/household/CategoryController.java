package org.nuanyang.household;

import java.time.LocalDate;
import java.util.Objects;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
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

/** Records and ends membership in hardship categories. */
@Controller
@Access({ Role.OFFICER, Role.HEAD_TEACHER, Role.COUNSELLOR })
class CategoryController {

	private final CategoryService categories;

	private final StudentService students;

	CategoryController(CategoryService categories, StudentService students) {
		this.categories = categories;
		this.students = students;
	}

	@GetMapping("/students/{id}/categories/new")
	String form(Actor actor, @PathVariable long id, Model model) {
		model.addAttribute("form", new CategoryForm(null, null, null, null, null));
		return page(actor, id, model);
	}

	private String page(Actor actor, long id, Model model) {
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("recordable", this.categories.recordable(actor));
		return "household/category";
	}

	@PostMapping("/students/{id}/categories")
	ModelAndView record(Actor actor, @PathVariable long id, @Valid @ModelAttribute("form") CategoryForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			try {
				this.categories.record(actor, id, claim(actor, form));
				redirect.addFlashAttribute("done", new Flash("household.category.done"));
				return new ModelAndView(home(actor, id));
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
			}
		}
		return new ModelAndView(page(actor, id, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/** The dictionary's department, unless another one is named. */
	private CategoryClaim claim(Actor actor, CategoryForm form) {
		var code = Objects.requireNonNull(form.code());
		var named = Objects.requireNonNullElse(form.authority(), "").strip();
		var authority = this.categories.recordable(actor)
			.stream()
			.filter((category) -> category.code().equals(code) && named.isEmpty())
			.map(HardshipCategory::authority)
			.findFirst()
			.orElse(named.isEmpty() ? "—" : named);
		return new CategoryClaim(code, authority, Objects.requireNonNull(form.evidence()).strip(),
				Objects.requireNonNull(form.validFrom()), form.validUntil());
	}

	@PostMapping("/categories/{id}/end")
	String end(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable LocalDate lastDay,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
		var ended = this.categories.end(actor, id, lastDay, reason);
		redirect.addFlashAttribute("done", new Flash("household.category.end.done", ended.name()));
		return home(actor, ended.enrolmentId());
	}

	/** A psychology teacher may not read the household itself. */
	private static String home(Actor actor, long pupilId) {
		return "redirect:/students/" + pupilId + (HouseholdService.mayRead(actor) ? "/household" : "");
	}

}
