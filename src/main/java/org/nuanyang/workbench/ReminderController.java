package org.nuanyang.workbench;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds whoever a line of one's own workbench waits for. */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.HEAD_TEACHER })
class ReminderController {

	private final Reminders reminders;

	ReminderController(Reminders reminders) {
		this.reminders = reminders;
	}

	@PostMapping("/reminders")
	String remind(Actor actor, @RequestParam String key, @RequestParam String path, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("inbox.remind.done", this.reminders.send(actor, key, path)));
		return "redirect:/";
	}

}
