package org.nuanyang.disbursement;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All lines of a return that answer to nothing on the list, dealt with together. */
@Controller
@RequestMapping("/batches/{id}/returns/{file}")
class UnmatchedLinesController {

	private final ReturnLineService lines;

	UnmatchedLinesController(ReturnLineService lines) {
		this.lines = lines;
	}

	@PostMapping("/explanation")
	@Access(Role.FINANCE)
	String explain(Actor actor, @PathVariable long id, @PathVariable long file,
			@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
		return done(id, "explained", this.lines.explainAll(actor, id, file, reason), flash);
	}

	@PostMapping("/voiding")
	@Access(Role.PRINCIPAL)
	String makeVoid(Actor actor, @PathVariable long id, @PathVariable long file, RedirectAttributes flash) {
		return done(id, "voided", this.lines.makeAllVoid(actor, id, file), flash);
	}

	private static String done(long id, String what, int lines, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("disbursement.lines.done." + what, lines));
		return "redirect:/batches/" + id + "/problems";
	}

}
