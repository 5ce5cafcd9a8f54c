package org.nuanyang.org;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/** Districts and schools: read by the authorities, kept by the administrator. */
@Controller
@Access(Role.ADMIN)
class SchoolController {

	private final StructureService structure;

	SchoolController(StructureService structure) {
		this.structure = structure;
	}

	@Access({ Role.ADMIN, Role.COUNTY, Role.DISTRICT, Role.AUDITOR })
	@GetMapping("/schools")
	String list(Actor actor, Model model) {
		model.addAttribute("structure", this.structure.page(actor));
		return "org/schools";
	}

	@PostMapping("/counties")
	String addCounty(Actor actor, @RequestParam("county") String name, RedirectAttributes redirect) {
		told(() -> this.structure.addCounty(actor, name));
		redirect.addFlashAttribute("done", new Flash("org.county.added", name.strip()));
		return "redirect:/schools";
	}

	@PostMapping("/districts")
	String addDistrict(Actor actor, @RequestParam long countyId, @RequestParam String name,
			RedirectAttributes redirect) {
		told(() -> this.structure.addDistrict(actor, countyId, name));
		redirect.addFlashAttribute("done", new Flash("org.district.added", name.strip()));
		return "redirect:/schools";
	}

	/** A refusal is told where the form is, with what was typed. */
	private static void told(Runnable work) {
		try {
			work.run();
		}
		catch (RuleViolation refused) {
			throw refused.toldOn("/schools");
		}
	}

	@GetMapping("/schools/new")
	String form(Actor actor, Model model) {
		return edit(actor, SchoolForm.EMPTY, 0, model);
	}

	@PostMapping("/schools")
	String add(Actor actor, @Valid @ModelAttribute("schoolForm") SchoolForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		if (tried(errors, () -> this.structure.addSchool(actor, form))) {
			redirect.addFlashAttribute("done", new Flash("org.school.added", form.typedName()));
			return "redirect:/schools";
		}
		response.setStatus(422);
		return edit(actor, form, 0, model);
	}

	@GetMapping("/schools/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		return edit(actor, SchoolForm.of(this.structure.school(actor, id)), id, model);
	}

	@PostMapping("/schools/{id}")
	String change(Actor actor, @PathVariable long id, @Valid @ModelAttribute("schoolForm") SchoolForm form,
			BindingResult errors, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		if (tried(errors, () -> this.structure.describe(actor, id, form))) {
			redirect.addFlashAttribute("done", new Flash("org.school.saved", form.typedName()));
			return "redirect:/schools";
		}
		response.setStatus(422);
		return edit(actor, form, id, model);
	}

	private String edit(Actor actor, SchoolForm form, long id, Model model) {
		if (!model.containsAttribute("schoolForm")) {
			model.addAttribute("schoolForm", form);
		}
		model.addAttribute("id", id);
		model.addAttribute("structure", this.structure.page(actor));
		return "org/school";
	}

	private static boolean tried(BindingResult errors, Runnable work) {
		if (errors.hasErrors()) {
			return false;
		}
		try {
			work.run();
			return true;
		}
		catch (RuleViolation refused) {
			var field = refused.field();
			// This package stands below web, whose helper it cannot use.
			errors.rejectValue((field != null) ? field : "name", refused.key(), refused.arguments(), refused.key());
			return false;
		}
	}

}
