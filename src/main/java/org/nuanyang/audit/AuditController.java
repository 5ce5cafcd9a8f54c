package org.nuanyang.audit;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * The trail on a page. An auditor sees the entries of the own schools and those of the
 * system; an administrator, whose scope holds no school, the latter only.
 */
@Controller
@Access({ Role.AUDITOR, Role.ADMIN })
class AuditController {

	private final AuditTrail trail;

	AuditController(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping("/audit")
	String list(@ModelAttribute("filter") AuditFilter filter, @RequestParam(defaultValue = "1") int page, Model model) {
		model.addAttribute("audit", this.trail.page(filter, Math.max(1, page)));
		return "audit/list";
	}

	@PostMapping("/audit/verification")
	String verify(Actor actor, RedirectAttributes redirect) {
		redirect.addFlashAttribute("verdict", this.trail.verify(actor));
		return "redirect:/audit";
	}

}
