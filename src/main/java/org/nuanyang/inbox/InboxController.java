package org.nuanyang.inbox;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own messages. */
@Controller
@RequestMapping("/messages")
@Access
class InboxController {

	private final InboxService inbox;

	InboxController(InboxService inbox) {
		this.inbox = inbox;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "true") boolean unread,
			@RequestParam(defaultValue = "1") int page, Model model) {
		model.addAttribute("unread", unread);
		model.addAttribute("count", this.inbox.count(actor));
		model.addAttribute("page", this.inbox.page(actor, unread, page));
		return "inbox/list";
	}

	/** Opening one is reading it. */
	@PostMapping("/{id}/reading")
	String open(Actor actor, @PathVariable long id) {
		return "redirect:" + this.inbox.open(actor, id);
	}

	@PostMapping("/reading")
	String readAll(Actor actor, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash("inbox.done", this.inbox.readAll(actor)));
		return "redirect:/messages";
	}

}
