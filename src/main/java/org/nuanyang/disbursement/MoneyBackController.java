package org.nuanyang.disbursement;

import java.util.function.Consumer;

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
 * One payment: what became of it, money that came back or is demanded back, and what is
 * not paid again.
 */
@Controller
@RequestMapping("/batches/{id}/rows/{row}")
class MoneyBackController {

	private final BatchPages batches;

	private final MoneyBackService backs;

	private final WaiverService waivers;

	MoneyBackController(BatchPages batches, MoneyBackService backs, WaiverService waivers) {
		this.batches = batches;
		this.backs = backs;
		this.waivers = waivers;
	}

	@GetMapping
	@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, @PathVariable long row, Model model) {
		model.addAttribute("form", new MoneyBackForm("", null, ""));
		return fill(actor, id, row, model);
	}

	private String fill(Actor actor, long id, long row, Model model) {
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("row", this.backs.row(actor, id, row));
		model.addAttribute("back", this.backs.back(actor, id, row));
		model.addAttribute("mayReceive", actor.is(Role.FINANCE));
		model.addAttribute("mayPropose", actor.is(Role.OFFICER));
		model.addAttribute("mayDecide", actor.is(Role.PRINCIPAL));
		return "disbursement/row";
	}

	@PostMapping("/return")
	@Access(Role.FINANCE)
	ModelAndView returned(Actor actor, @PathVariable long id, @PathVariable long row,
			@Valid @ModelAttribute("form") MoneyBackForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		return took(actor, id, row, result, model, flash, "RETURNED", (one) -> this.backs.returned(actor, id, row, one),
				form);
	}

	@PostMapping("/recovery/receipt")
	@Access(Role.FINANCE)
	ModelAndView recovered(Actor actor, @PathVariable long id, @PathVariable long row,
			@Valid @ModelAttribute("form") MoneyBackForm form, BindingResult result, Model model,
			RedirectAttributes flash) {
		return took(actor, id, row, result, model, flash, "RECOVERED",
				(one) -> this.backs.recovered(actor, id, row, one), form);
	}

	private ModelAndView took(Actor actor, long id, long row, BindingResult result, Model model,
			RedirectAttributes flash, String done, Consumer<MoneyBackForm> work, MoneyBackForm form) {
		if (!result.hasErrors()) {
			try {
				work.accept(form);
				return new ModelAndView(done(id, row, done, flash));
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		return new ModelAndView(fill(actor, id, row, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@PostMapping("/recovery")
	@Access(Role.OFFICER)
	String propose(Actor actor, @PathVariable long id, @PathVariable long row,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
		this.backs.propose(actor, id, row, reason);
		return done(id, row, "PROPOSED", flash);
	}

	@PostMapping("/recovery/approval")
	@Access(Role.PRINCIPAL)
	String decide(Actor actor, @PathVariable long id, @PathVariable long row, RedirectAttributes flash) {
		this.backs.decide(actor, id, row);
		return done(id, row, "DECIDED", flash);
	}

	@PostMapping("/waiver")
	@Access(Role.PRINCIPAL)
	String waive(Actor actor, @PathVariable long id, @PathVariable long row,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
		this.waivers.waive(actor, id, row, reason);
		return done(id, row, "WAIVED", flash);
	}

	private static String done(long id, long row, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("disbursement.back.done." + what));
		return "redirect:/batches/" + id + "/rows/" + row;
	}

}
