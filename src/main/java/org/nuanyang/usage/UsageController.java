package org.nuanyang.usage;

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

/** Notices of fund use as the school makes them. */
@Controller
@RequestMapping("/fund-notices")
@Access({ Role.OFFICER, Role.FINANCE, Role.PRINCIPAL, Role.AUDITOR })
class UsageController {

	private final UsageService notices;

	UsageController(UsageService notices) {
		this.notices = notices;
	}

	@GetMapping
	String list(Actor actor, Model model) {
		model.addAttribute("notices", this.notices.list(actor));
		model.addAttribute("periods", this.notices.periods());
		model.addAttribute("mayDraft", mayDraft(actor));
		return "usage/list";
	}

	private static boolean mayDraft(Actor actor) {
		return actor.is(Role.OFFICER, Role.FINANCE) && actor.schoolId() != null;
	}

	@PostMapping
	@Access({ Role.OFFICER, Role.FINANCE })
	String draft(Actor actor, @RequestParam(defaultValue = "") String period, RedirectAttributes flash) {
		return done(this.notices.draft(actor, period), "usage.done.drafted", flash);
	}

	@GetMapping("/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var notice = this.notices.show(actor, id);
		var writes = actor.scope().write().contains(notice.schoolId());
		model.addAttribute("notice", notice);
		model.addAttribute("mayApprove", this.notices.mayApprove(actor, notice));
		model.addAttribute("mayRenew", mayDraft(actor) && writes && notice.status() == UsageStatus.DRAFT);
		model.addAttribute("mayWithdraw",
				actor.is(Role.PRINCIPAL) && writes && notice.status() == UsageStatus.PUBLISHED);
		return "usage/show";
	}

	@PostMapping("/{id}/renewal")
	@Access({ Role.OFFICER, Role.FINANCE })
	String renew(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		this.notices.renew(actor, id);
		return done(id, "usage.done.renewed", flash);
	}

	@PostMapping("/{id}/approval")
	@Access(Role.PRINCIPAL)
	String approve(Actor actor, @PathVariable long id, RedirectAttributes flash) {
		this.notices.approve(actor, id);
		return done(id, "usage.done.published", flash);
	}

	@PostMapping("/{id}/withdrawal")
	@Access(Role.PRINCIPAL)
	String withdraw(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String reason,
			RedirectAttributes flash) {
		this.notices.withdraw(actor, id, reason);
		return done(id, "usage.done.withdrawn", flash);
	}

	private static String done(long id, String key, RedirectAttributes flash) {
		flash.addFlashAttribute("done", new Flash(key));
		return "redirect:/fund-notices/" + id;
	}

}
