package org.nuanyang.disbursement;

import jakarta.validation.Valid;
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

/**
 * A line of a bank return that was not taken: what it says, who makes it void, and who
 * confirms what it says after all.
 */
@Controller
@RequestMapping("/batches/{id}/return-lines/{line}")
class ReturnLineController {

	private final BatchPages batches;

	private final ReturnLineService lines;

	private final ArrivalService arrivals;

	ReturnLineController(BatchPages batches, ReturnLineService lines, ArrivalService arrivals) {
		this.batches = batches;
		this.lines = lines;
		this.arrivals = arrivals;
	}

	@GetMapping
	@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, @PathVariable long line, Model model) {
		model.addAttribute("form", ArrivalForm.BLANK);
		return fill(actor, id, line, model);
	}

	private String fill(Actor actor, long id, long line, Model model) {
		var problem = this.lines.line(actor, id, line);
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("line", problem);
		model.addAttribute("mayExplain", actor.is(Role.FINANCE) && problem.isOpen());
		model.addAttribute("mayVoid", actor.is(Role.PRINCIPAL) && problem.isOpen() && problem.reason() != null);
		model.addAttribute("own", Long.valueOf(actor.userId()).equals(problem.explainedById()));
		this.arrivals.of(id, problem).ifPresent((arrival) -> {
			model.addAttribute("arrival", arrival);
			model.addAttribute("mayPropose", actor.is(Role.OFFICER, Role.FINANCE));
			model.addAttribute("mayConfirm", arrival.waitsFor(actor));
		});
		return "disbursement/line";
	}

	@PostMapping("/explanation")
	@Access(Role.FINANCE)
	String explain(Actor actor, @PathVariable long id, @PathVariable long line,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
		this.lines.explain(actor, id, line, reason);
		return done(id, line, "explained", flash);
	}

	@PostMapping("/voiding")
	@Access(Role.PRINCIPAL)
	String makeVoid(Actor actor, @PathVariable long id, @PathVariable long line, RedirectAttributes flash) {
		this.lines.makeVoid(actor, id, line);
		return done(id, line, "voided", flash);
	}

	@PostMapping("/arrival")
	@Access({ Role.OFFICER, Role.FINANCE })
	ModelAndView propose(Actor actor, @PathVariable long id, @PathVariable long line,
			@Valid @ModelAttribute("form") ArrivalForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		if (!result.hasErrors()) {
			try {
				this.arrivals.propose(actor, id, line, form);
				return new ModelAndView(done(id, line, "proposed", flash));
			}
			catch (RuleViolation violation) {
				Refusals.rejectField(result, violation);
			}
		}
		return new ModelAndView(fill(actor, id, line, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/arrival/confirmation")
	@Access({ Role.PRINCIPAL, Role.FINANCE })
	String confirm(Actor actor, @PathVariable long id, @PathVariable long line, RedirectAttributes flash) {
		this.arrivals.confirm(actor, id, line);
		return done(id, line, "arrived", flash);
	}

	private static String done(long id, long line, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("disbursement.line.done." + what));
		return "redirect:/batches/" + id + "/return-lines/" + line;
	}

}
