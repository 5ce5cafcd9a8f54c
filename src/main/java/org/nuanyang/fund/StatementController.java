package org.nuanyang.fund;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
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

/** The month-end comparison of a fund with the bank, on the screen and on paper. */
@Controller
@RequestMapping("/funds/{id}/statement")
@Access({ Role.FINANCE, Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR })
class StatementController {

	private static final int MONTHS = 24;

	private final StatementService statements;

	private final FundService funds;

	private final Clock clock;

	StatementController(StatementService statements, FundService funds, Clock clock) {
		this.statements = statements;
		this.funds = funds;
		this.clock = clock;
	}

	@GetMapping
	String show(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable YearMonth month,
			Model model) {
		fill(actor, id, month, model);
		return "fund/statement";
	}

	@GetMapping("/paper")
	String paper(Actor actor, @PathVariable long id, @RequestParam(required = false) @Nullable YearMonth month,
			Model model) {
		fill(actor, id, month, model);
		return "fund/statement-paper";
	}

	@PostMapping
	@Access(Role.FINANCE)
	ModelAndView enter(Actor actor, @PathVariable long id, @RequestParam YearMonth month,
			@Valid @ModelAttribute("form") StatementForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				this.statements.enter(actor, id, this.statements.month(month.atDay(1)), form);
				flash.addFlashAttribute("done", new Flash("fund.done.statement", month.toString()));
				return new ModelAndView("redirect:/funds/" + id + "/statement?month=" + month);
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		fill(actor, id, month, model);
		return new ModelAndView("fund/statement", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private void fill(Actor actor, long id, @Nullable YearMonth asked, Model model) {
		var month = (asked != null) ? this.statements.month(asked.atDay(1)) : this.statements.latestMonth(id);
		var statement = this.statements.statement(actor, id, month);
		model.addAttribute("fund", this.funds.fund(actor, id));
		model.addAttribute("statement", statement);
		model.addAttribute("month", YearMonth.from(month));
		model.addAttribute("months", months(YearMonth.from(this.statements.firstMonth(id))));
		model.addAttribute("kinds", Statement.Kind.values());
		var mayEnter = actor.is(Role.FINANCE) && actor.schoolId() != null;
		model.addAttribute("mayEnter", mayEnter && this.statements.hasEnded(month));
		model.addAttribute("tooEarly", mayEnter && !this.statements.hasEnded(month));
		model.addAttribute("today", LocalDate.now(this.clock));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", StatementForm.of(statement));
		}
	}

	/** From this month back to the one in which the books of the fund begin. */
	private List<YearMonth> months(YearMonth first) {
		var now = YearMonth.now(this.clock);
		return IntStream.range(0, MONTHS).mapToObj(now::minusMonths).filter((one) -> !one.isBefore(first)).toList();
	}

}
