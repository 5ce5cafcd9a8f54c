package org.nuanyang.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.user.PasswordService;
import org.nuanyang.user.SignedIn;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/password")
@Access
class PasswordController {

	private final PasswordService passwords;

	PasswordController(PasswordService passwords) {
		this.passwords = passwords;
	}

	@GetMapping
	String edit(@AuthenticationPrincipal SignedIn person, Model model) {
		model.addAttribute("form", PasswordForm.EMPTY);
		model.addAttribute("forced", person.mustChangePassword());
		return "password";
	}

	@PostMapping
	String update(Actor actor, @AuthenticationPrincipal SignedIn person,
			@Valid @ModelAttribute("form") PasswordForm form, BindingResult result, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		if (!result.hasErrors() && !form.next().equals(form.repeat())) {
			result.rejectValue("repeat", "user.password.mismatch");
		}
		if (!result.hasErrors()) {
			try {
				this.passwords.change(actor, form.current(), form.next());
				// Signed out everywhere: here too, by ending this session.
				request.getSession().invalidate();
				return "redirect:/login?changed";
			}
			catch (RuleViolation violation) {
				Refusals.reject(result, violation);
			}
		}
		model.addAttribute("forced", person.mustChangePassword());
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return "password";
	}

}
