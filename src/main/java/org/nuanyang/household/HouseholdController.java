package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
import org.springframework.beans.factory.ObjectProvider;
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

/** The household of a pupil: what is declared, and the form to declare it. */
@Controller
@RequestMapping("/students/{id}/household")
class HouseholdController {

	private static final String FORM = "household/form";

	private final HouseholdService households;

	private final FrozenDeclarationService submitted;

	private final StudentService students;

	private final CategoryService categories;

	private final HouseholdDrafts drafts;

	private final ObjectProvider<AwaitsCorrection> corrections;

	private final Clock clock;

	HouseholdController(HouseholdService households, FrozenDeclarationService submitted, StudentService students,
			CategoryService categories, HouseholdDrafts drafts, ObjectProvider<AwaitsCorrection> corrections,
			Clock clock) {
		this.households = households;
		this.submitted = submitted;
		this.students = students;
		this.categories = categories;
		this.drafts = drafts;
		this.corrections = corrections;
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
		model.addAttribute("declared", this.households.declared(actor, id, year).orElse(null));
		model.addAttribute("facts", this.households.facts(actor, id, year));
		model.addAttribute("submitted", this.submitted.last(actor, id, year).orElse(null));
		model.addAttribute("codes", FactCode.values());
		model.addAttribute("held", this.categories.ofPupil(actor, id));
		model.addAttribute("mayWrite", HouseholdService.mayWrite(actor));
		correct(actor, id, year, model);
		model.addAttribute("thisYear", SchoolYear.of(LocalDate.now(this.clock)));
		return "household/show";
	}

	@GetMapping("/edit")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String edit(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year, Model model) {
		var declared = this.households.declared(actor, id, year);
		var last = lastYear(actor, id, year);
		var draft = this.drafts.find(actor, id, year);
		draft.ifPresent((kept) -> model.addAttribute("draftSavedAt", kept.savedAt()));
		draft.map(HouseholdDrafts.Draft::form).ifPresent((form) -> compare(form, declared, model));
		model.addAttribute("form",
				draft.map(HouseholdDrafts.Draft::form)
					.or(() -> declared.map((household) -> HouseholdForm.of(household, household.version())))
					.or(() -> last)
					.orElseGet(() -> HouseholdForm.empty(rows(actor, id))));
		model.addAttribute("fromLastYear", last.isPresent());
		return page(actor, id, year, model);
	}

	/** The answers to begin with, while nothing is declared for the year. */
	private Optional<HouseholdForm> lastYear(Actor actor, long id, SchoolYear year) {
		return this.households.declared(actor, id, year).isPresent() ? Optional.empty()
				: this.households.lastDeclared(actor, id, year).map(HouseholdForm::ofLastYear);
	}

	/**
	 * Somebody has saved since this form was opened: both versions stand side by side,
	 * and saving again is a decision.
	 */
	private static void compare(HouseholdForm form, Optional<DeclaredHousehold> stored, Model model) {
		stored.filter((theirs) -> theirs.version() != form.version()).ifPresent((theirs) -> {
			model.addAttribute("theirs", theirs);
			model.addAttribute("differences", Difference.between(HouseholdForm.of(theirs, theirs.version()), form));
			model.addAttribute("version", theirs.version());
		});
	}

	/** Who is in the roster is typed already; the parents are asked for in any case. */
	private List<MemberForm> rows(Actor actor, long id) {
		var known = this.students.guardians(actor, id)
			.stream()
			.map((guardian) -> MemberForm.of(guardian.name(), guardian.relation()))
			.toList();
		return known.isEmpty() ? List.of(MemberForm.of(Relation.FATHER), MemberForm.of(Relation.MOTHER)) : known;
	}

	/** Why the form was sent back stays in sight wherever it is corrected. */
	private void correct(Actor actor, long id, SchoolYear year, Model model) {
		this.corrections.stream()
			.flatMap((awaiting) -> awaiting.correction(actor, id, year).stream())
			.findFirst()
			.ifPresent((correction) -> model.addAttribute("correction", correction));
	}

	private String page(Actor actor, long id, SchoolYear year, Model model) {
		correct(actor, id, year, model);
		model.addAttribute("pupil", this.students.pupil(actor, id));
		model.addAttribute("asked", FactCode.asked());
		model.addAttribute("residences", Residence.values());
		model.addAttribute("relations", Relation.values());
		model.addAttribute("healths", MemberHealth.values());
		return FORM;
	}

	@PostMapping
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	ModelAndView declare(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year,
			@Valid @ModelAttribute("form") HouseholdForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var declaration = form.declaration(errors);
		var last = lastYear(actor, id, year);
		last.ifPresent((then) -> FormSection.check(then, form, errors));
		model.addAttribute("fromLastYear", last.isPresent());
		if (declaration.isPresent() && !errors.hasErrors()) {
			try {
				this.households.declare(actor, id, year, declaration.get(), form.version());
				this.drafts.discard(actor, id, year);
				redirect.addFlashAttribute("done", new Flash("household.declare.done"));
				return new ModelAndView("redirect:/students/" + id + "/household?year=" + year.firstYear());
			}
			catch (RuleViolation violation) {
				Refusals.reject(errors, violation);
				compare(form, this.households.declared(actor, id, year), model);
			}
		}
		keep(actor, id, year, form, model);
		return new ModelAndView(page(actor, id, year, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	/**
	 * A page that was posted has nothing newly typed for its script to keep: what came
	 * with it is the draft.
	 */
	private void keep(Actor actor, long id, SchoolYear year, HouseholdForm form, Model model) {
		model.addAttribute("keptAt", this.drafts.save(actor, id, year, form));
	}

	@PostMapping(params = "add")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String addRow(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year,
			@ModelAttribute("form") HouseholdForm form, Model model) {
		keep(actor, id, year, form.withRow(), model);
		model.addAttribute("form", form.withRow());
		model.addAttribute("fromLastYear", lastYear(actor, id, year).isPresent());
		return page(actor, id, year, model);
	}

	@PostMapping(params = "remove")
	@Access({ Role.HEAD_TEACHER, Role.OFFICER })
	String removeRow(Actor actor, @PathVariable long id, @ModelAttribute("year") SchoolYear year,
			@RequestParam int remove, @ModelAttribute("form") HouseholdForm form, Model model) {
		keep(actor, id, year, form.withoutRow(remove), model);
		model.addAttribute("form", form.withoutRow(remove));
		model.addAttribute("fromLastYear", lastYear(actor, id, year).isPresent());
		return page(actor, id, year, model);
	}

}
