package org.nuanyang.recheck;

import org.jspecify.annotations.Nullable;
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

/** The answers to an open re-check; each is a resource under it. */
@Controller
@RequestMapping("/rechecks/{id}")
class RecheckStepController {

	private final RecheckService rechecks;

	RecheckStepController(RecheckService rechecks) {
		this.rechecks = rechecks;
	}

	@PostMapping("/confirmation")
	@Access(Role.PRINCIPAL)
	String confirm(Actor principal, @PathVariable long id, RedirectAttributes flash) {
		this.rechecks.confirm(principal, id);
		return done(id, RecheckAction.CONFIRM, flash);
	}

	@PostMapping("/refusal")
	@Access(Role.PRINCIPAL)
	String decline(Actor principal, @PathVariable long id, @RequestParam @Nullable String note,
			RedirectAttributes flash) {
		this.rechecks.decline(principal, id, note);
		return done(id, RecheckAction.DECLINE, flash);
	}

	@PostMapping("/withdrawal")
	@Access(Role.OFFICER)
	String takeBack(Actor officer, @PathVariable long id, RedirectAttributes flash) {
		this.rechecks.takeBack(officer, id);
		return done(id, RecheckAction.TAKE_BACK, flash);
	}

	private static String done(long id, RecheckAction action, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("recheck.done." + action));
		return "redirect:/rechecks/" + id;
	}

}
