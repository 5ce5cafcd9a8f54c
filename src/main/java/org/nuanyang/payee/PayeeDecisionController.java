package org.nuanyang.payee;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second person's part: the accounts that wait, confirming and refusing. */
@Controller
@RequestMapping("/payees")
@Access({ Role.FINANCE, Role.OFFICER })
class PayeeDecisionController {

	private final PayeeService payees;

	PayeeDecisionController(PayeeService payees) {
		this.payees = payees;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("rows", this.payees.pending(actor).stream().filter((row) -> !(mine && row.own())).toList());
		return "payee/list";
	}

	@PostMapping("/{id}/confirmation")
	String confirm(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "false") boolean warningsSeen,
			@RequestParam(defaultValue = "") String proof, RedirectAttributes redirect) {
		var payee = this.payees.confirm(actor, id, warningsSeen, proof);
		redirect.addFlashAttribute("done", new Flash("payee.confirm.done", payee.maskedAccount()));
		return "redirect:/students/" + payee.enrolmentId() + "/payee";
	}

	@PostMapping("/{id}/refusal")
	String refuse(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes redirect) {
		var payee = this.payees.refuse(actor, id, reason);
		redirect.addFlashAttribute("done", new Flash("payee.refuse.done"));
		return "redirect:/students/" + payee.enrolmentId() + "/payee";
	}

}
