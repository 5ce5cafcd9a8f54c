package org.nuanyang.audit;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.nio.charset.StandardCharsets;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * The trail on a page. An auditor sees the entries of the own schools and those of the
 * system; an administrator the latter, and what was done to accounts and structure.
 */
@Controller
@Access({ Role.AUDITOR, Role.ADMIN })
class AuditController {

	private final AuditTrail trail;

	AuditController(AuditTrail trail) {
		this.trail = trail;
	}

	@GetMapping("/audit")
	String list(Actor actor, @ModelAttribute("filter") AuditFilter filter, @RequestParam(defaultValue = "1") int page,
			Model model) {
		var found = this.trail.page(actor, filter, Math.max(1, page));
		model.addAttribute("audit", found);
		model.addAttribute("page", found.entries());
		return "audit/list";
	}

	@PostMapping("/audit/exports")
	ResponseEntity<byte[]> export(Actor actor, @ModelAttribute("filter") AuditFilter filter) {
		var file = this.trail.export(actor, filter);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(file.bytes());
	}

	@PostMapping("/audit/verification")
	String verify(Actor actor, RedirectAttributes redirect) {
		redirect.addFlashAttribute("verdict", this.trail.verify(actor));
		return "redirect:/audit";
	}

}
