package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The budget of a school year. */
@Controller
@RequestMapping("/funds/budgets/{year}")
@Access({ Role.OFFICER, Role.PRINCIPAL })
class BudgetController {

	private final BudgetService budgets;

	private final FundService funds;

	private final Clock clock;

	BudgetController(BudgetService budgets, FundService funds, Clock clock) {
		this.budgets = budgets;
		this.funds = funds;
		this.clock = clock;
	}

	@GetMapping
	String edit(Actor actor, @PathVariable int year, @RequestParam @Nullable Long programme, Model model) {
		var one = this.budgets.programme(programme);
		model.addAttribute("form",
				BudgetForm.of(this.budgets.history(actor.ownSchool(), year(year), one.id())
					.stream()
					.filter((budget) -> budget.isWaiting() || budget.isApproved())
					.findFirst()
					.orElse(null)));
		return form(actor, year, one, model);
	}

	private String form(Actor actor, int year, ProgrammeView programme, Model model) {
		model.addAttribute("year", year(year));
		model.addAttribute("programme", programme);
		var history = this.budgets.history(actor.ownSchool(), year(year), programme.id());
		model.addAttribute("history", history);
		var waiting = history.stream().findFirst().filter(BudgetView::isWaiting);
		model.addAttribute("waiting", waiting.orElse(null));
		model.addAttribute("waitingUse",
				waiting.map((one) -> use(actor, year(year), programme, one.total())).orElse(null));
		model.addAttribute("spent", use(actor, year(year), programme, Yuan.ZERO));
		model.addAttribute("mayAnswer",
				history.stream().findFirst().filter((last) -> last.waitsFor(actor)).isPresent());
		model.addAttribute("inForce", this.budgets.budget(actor.ownSchool(), year(year), programme.id()).orElse(null));
		return "fund/budget";
	}

	@PostMapping
	ModelAndView set(Actor actor, @PathVariable int year, @RequestParam @Nullable Long programme,
			@Valid @ModelAttribute("form") BudgetForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		var one = this.budgets.programme(programme);
		form.check(result, one.isByTier());
		if (!result.hasErrors()) {
			try {
				var set = this.budgets.set(actor, year(year), one.id(), form);
				flash.addFlashAttribute("done",
						new Flash(set.isWaiting() ? "fund.done.budget" : "fund.done.budget.same", year(year).label(),
								one.name()));
				var over = set.isWaiting() && use(actor, year(year), one, set.total()).isOver();
				return new ModelAndView(over ? path(year(year), one) : "redirect:/funds");
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		return new ModelAndView(form(actor, year, one, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/{budget}/approval")
	String approve(Actor actor, @PathVariable int year, @PathVariable long budget,
			@RequestParam @Nullable Long programme, RedirectAttributes flash) {
		return answer(actor, year(year), this.budgets.programme(programme), budget, null, flash);
	}

	@PostMapping("/{budget}/refusal")
	String refuse(Actor actor, @PathVariable int year, @PathVariable long budget,
			@RequestParam @Nullable Long programme, @RequestParam(defaultValue = "") String refusal,
			RedirectAttributes flash) {
		return answer(actor, year(year), this.budgets.programme(programme), budget, refusal, flash);
	}

	private String answer(Actor actor, SchoolYear year, ProgrammeView programme, long budget, @Nullable String refusal,
			RedirectAttributes flash) {
		this.budgets.answer(actor, year, programme.id(), budget, refusal);
		flash.addFlashAttribute("done",
				new Flash((refusal == null) ? "fund.done.budget.approved" : "fund.done.budget.refused", year.label(),
						programme.name()));
		return path(year, programme);
	}

	private static String path(SchoolYear year, ProgrammeView programme) {
		return "redirect:/funds/budgets/" + year.firstYear() + "?programme=" + programme.id();
	}

	private BudgetUse use(Actor actor, SchoolYear year, ProgrammeView programme, Yuan total) {
		return this.budgets.use(actor.ownSchool(), year, programme.id(), total, this.funds.funds(actor));
	}

	/** This year, the next and the last: nobody budgets for another time. */
	private SchoolYear year(@Nullable Integer asked) {
		var now = SchoolYear.of(LocalDate.now(this.clock));
		var year = (asked != null && asked >= 1980 && asked <= 2200) ? new SchoolYear(asked) : now;
		if (Math.abs(year.firstYear() - now.firstYear()) > 1) {
			throw new org.nuanyang.kernel.NotFound("budget of " + year.label());
		}
		return year;
	}

}
