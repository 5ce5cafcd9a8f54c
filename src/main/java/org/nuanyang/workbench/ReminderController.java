package org.nuanyang.workbench;

import org.nuanyang.inbox.InboxService;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.web.WorkItem;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reminds whoever a line of one's own workbench waits for. */
@Controller
@Access({ Role.OFFICER, Role.PRINCIPAL, Role.FINANCE, Role.HEAD_TEACHER })
class ReminderController {

	private final Work work;

	private final InboxService inbox;

	ReminderController(Work work, InboxService inbox) {
		this.work = work;
		this.inbox = inbox;
	}

	@PostMapping("/reminders")
	String remind(Actor actor, @RequestParam String key, @RequestParam String path, RedirectAttributes flash) {
		var item = this.work.of(actor)
			.others()
			.stream()
			.filter(WorkItem::isRemindable)
			.filter((one) -> one.key().equals(key) && one.path().equals(path))
			.findFirst()
			.orElseThrow(() -> new RuleViolation("inbox.gone"));
		flash.addFlashAttribute("done", new Flash("inbox.remind.done", this.inbox.remind(actor, item)));
		return "redirect:/";
	}

}
