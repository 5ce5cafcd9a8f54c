package org.nuanyang.programme;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a programme pays in one school year: by tier, with the local subsistence line
 * beside it, or by stage and boarding.
 */
@Controller
@RequestMapping("/programmes")
@Access(Role.COUNTY)
class StandardsController {

	private final ProgrammeService programmes;

	StandardsController(ProgrammeService programmes) {
		this.programmes = programmes;
	}

	@GetMapping("/{code}/{year}")
	String edit(@PathVariable String code, @PathVariable int year, Model model) {
		var programme = this.programmes.programme(code);
		var schoolYear = new SchoolYear(year);
		model.addAttribute("form",
				programme.isByTier()
						? StandardsForm.of(this.programmes.findStandards(programme.id(), schoolYear),
								this.programmes.subsistenceLine(schoolYear))
						: StageStandardsForm.of(this.programmes.findStageStandards(programme.id(), schoolYear)));
		return page(programme, schoolYear, model);
	}

	/** What somebody already gets something by is read, not changed. */
	private String page(ProgrammeView programme, SchoolYear year, Model model) {
		model.addAttribute("programme", programme);
		model.addAttribute("year", year);
		var used = this.programmes.isUsed(programme.id(), year);
		model.addAttribute("scale", used ? this.programmes.findScale(programme.id(), year).orElse(null) : null);
		model.addAttribute("tiers", Tier.values());
		model.addAttribute("keys", StageStandards.Key.all());
		return "programme/form";
	}

	@PostMapping("/{code}/{year}/tiers")
	ModelAndView setTiers(Actor actor, @PathVariable String code, @PathVariable int year,
			@ModelAttribute("form") StandardsForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var programme = keyedBy(ProgrammeView.KeyedBy.TIER, code);
		var schoolYear = new SchoolYear(year);
		var standards = form.standards(schoolYear, errors);
		var line = form.lineAmount(errors);
		if (standards.isPresent() && line.isPresent()) {
			return saved(() -> this.programmes.setPolicy(actor, code, standards.get(), line.get()), programme,
					schoolYear, errors, model, redirect);
		}
		return refused(programme, schoolYear, model);
	}

	@PostMapping("/{code}/{year}/stages")
	ModelAndView setStages(Actor actor, @PathVariable String code, @PathVariable int year,
			@ModelAttribute("form") StageStandardsForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		var programme = keyedBy(ProgrammeView.KeyedBy.STAGE, code);
		var schoolYear = new SchoolYear(year);
		var standards = form.standards(schoolYear, errors);
		if (standards.isPresent()) {
			return saved(() -> this.programmes.setStandards(actor, programme.id(), standards.get()), programme,
					schoolYear, errors, model, redirect);
		}
		return refused(programme, schoolYear, model);
	}

	private ProgrammeView keyedBy(ProgrammeView.KeyedBy key, String code) {
		var programme = this.programmes.programme(code);
		if (programme.keyedBy() != key) {
			throw new NotFound("amounts of " + code + " by " + key);
		}
		return programme;
	}

	private ModelAndView saved(Runnable save, ProgrammeView programme, SchoolYear year, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		try {
			save.run();
			redirect.addFlashAttribute("done", new Flash("programme.set.done", year.label()));
			return new ModelAndView("redirect:/programmes");
		}
		catch (RuleViolation violation) {
			Refusals.reject(errors, violation);
			return refused(programme, year, model);
		}
	}

	private ModelAndView refused(ProgrammeView programme, SchoolYear year, Model model) {
		return new ModelAndView(page(programme, year, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

}
