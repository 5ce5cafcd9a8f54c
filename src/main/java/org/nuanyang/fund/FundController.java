package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.ProgrammeService;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fund accounts (专账) and their ledgers. */
@Controller
@RequestMapping("/funds")
@Access({ Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR })
class FundController {

	private final FundService funds;

	private final ProgrammeService programmes;

	private final LedgerService ledgers;

	private final LedgerLinks links;

	private final BudgetService budgets;

	private final Clock clock;

	FundController(FundService funds, ProgrammeService programmes, LedgerService ledgers, LedgerLinks links,
			BudgetService budgets, Clock clock) {
		this.funds = funds;
		this.programmes = programmes;
		this.ledgers = ledgers;
		this.links = links;
		this.budgets = budgets;
		this.clock = clock;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		model.addAttribute("funds", this.funds.funds(actor));
		model.addAttribute("mayOpen", mayOpen(actor));
		model.addAttribute("mayBudget", actor.is(Role.OFFICER, Role.PRINCIPAL) && actor.schoolId() != null);
		var year = SchoolYear.of(LocalDate.now(this.clock));
		model.addAttribute("year", year);
		model.addAttribute("budgets",
				actor.school()
					.map((school) -> this.budgets.lines(school, year, this.funds.funds(actor)))
					.orElse(List.of()));
		return "fund/list";
	}

	@GetMapping("/new")
	@Access(Role.FINANCE)
	String create(Model model) {
		model.addAttribute("form", FundForm.empty(SchoolYear.of(LocalDate.now(this.clock)).firstYear()));
		return form(model);
	}

	private String form(Model model) {
		model.addAttribute("sources", FundSource.values());
		model.addAttribute("programmes", this.programmes.programmes()
			.stream()
			.collect(
					Collectors.toMap(ProgrammeView::id, ProgrammeView::name, (one, other) -> one, LinkedHashMap::new)));
		var year = SchoolYear.of(LocalDate.now(this.clock));
		model.addAttribute("years",
				List.of(year.next(), year, year.previous())
					.stream()
					.collect(Collectors.toMap(SchoolYear::firstYear, SchoolYear::label, (one, other) -> one,
							LinkedHashMap::new)));
		return "fund/form";
	}

	@PostMapping
	@Access(Role.FINANCE)
	ModelAndView open(Actor actor, @Valid @ModelAttribute("form") FundForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				var id = this.funds.open(actor, Objects.requireNonNull(form.name()),
						Objects.requireNonNull(form.source()), Objects.requireNonNull(form.programmeId()),
						new SchoolYear(Objects.requireNonNull(form.year())));
				flash.addFlashAttribute("done", new Flash("fund.done.opened", form.name()));
				return new ModelAndView("redirect:/funds/" + id);
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		return new ModelAndView(form(model), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var ledger = this.ledgers.of(actor, id);
		model.addAttribute("fund", this.funds.fund(actor, id));
		model.addAttribute("ledger", ledger.reversed());
		model.addAttribute("paths", this.links.paths(ledger));
		model.addAttribute("receipts", this.funds.receipts(actor, id));
		model.addAttribute("mayReceive", mayOpen(actor));
		model.addAttribute("mayReverse", actor.is(Role.PRINCIPAL));
		return "fund/show";
	}

	private static boolean mayOpen(Actor actor) {
		return actor.is(Role.FINANCE) && actor.schoolId() != null;
	}

}
