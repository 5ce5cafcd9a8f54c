package org.nuanyang.disbursement;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A line of a bank return that was not taken: what it says, and who makes it void. */
@Controller
@RequestMapping("/batches/{id}/return-lines/{line}")
class ReturnLineController {

	private final BatchPages batches;

	private final ReturnLineService lines;

	ReturnLineController(BatchPages batches, ReturnLineService lines) {
		this.batches = batches;
		this.lines = lines;
	}

	@GetMapping
	@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
	String show(Actor actor, @PathVariable long id, @PathVariable long line, Model model) {
		var problem = this.lines.line(actor, id, line);
		model.addAttribute("batch", this.batches.batch(actor, id));
		model.addAttribute("line", problem);
		model.addAttribute("mayExplain", actor.is(Role.FINANCE) && problem.isOpen());
		model.addAttribute("mayVoid", actor.is(Role.PRINCIPAL) && problem.isOpen() && problem.reason() != null);
		model.addAttribute("own", Long.valueOf(actor.userId()).equals(problem.explainedById()));
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

	private static String done(long id, long line, String what, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("disbursement.line.done." + what));
		return "redirect:/batches/" + id + "/return-lines/" + line;
	}

}
