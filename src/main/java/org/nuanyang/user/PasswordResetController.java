package org.nuanyang.user;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
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

/** The second person's side of a password reset. */
@Controller
@Access({ Role.ADMIN, Role.PRINCIPAL, Role.COUNTY })
@RequestMapping("/password-resets")
class PasswordResetController {

	private final PasswordResets resets;

	PasswordResetController(PasswordResets resets) {
		this.resets = resets;
	}

	@GetMapping
	String list(Actor actor, @RequestParam(defaultValue = "false") boolean mine, Model model) {
		model.addAttribute("mine", mine);
		model.addAttribute("resets",
				this.resets.open(actor).stream().filter((reset) -> !mine || reset.mayConfirm(actor.userId())).toList());
		model.addAttribute("me", actor.userId());
		return "user/resets";
	}

	@PostMapping("/{id}/confirmation")
	String confirm(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		var made = AccountController.handOver(List.of(this.resets.confirm(actor, id)), model, response);
		model.addAttribute("next", "/password-resets");
		return made;
	}

	@PostMapping("/{id}/refusal")
	String drop(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.resets.drop(actor, id);
		redirect.addFlashAttribute("done", new Flash("user.reset.dropped"));
		return "redirect:/password-resets";
	}

}
