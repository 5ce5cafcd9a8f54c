package org.nuanyang.user;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/** The buttons of an account's page. */
@Controller
@Access(Role.ADMIN)
@RequestMapping("/accounts/{id}")
class AccountChangeController {

	private final AccountService accounts;

	AccountChangeController(AccountService accounts) {
		this.accounts = accounts;
	}

	@PostMapping("/name")
	String rename(Actor actor, @PathVariable long id, @RequestParam String name, RedirectAttributes redirect) {
		if (name.isBlank() || name.length() > 60) {
			throw new RuleViolation("user.name.missing");
		}
		this.accounts.rename(actor, id, name);
		return back(id, redirect, "user.account.renamed");
	}

	@PostMapping("/roles")
	String assign(Actor actor, @PathVariable long id, @RequestParam(name = "roles") @Nullable Set<Role> roles,
			RedirectAttributes redirect) {
		this.accounts.assign(actor, id, (roles != null) ? roles : EnumSet.noneOf(Role.class));
		return back(id, redirect, "user.account.assigned");
	}

	@PostMapping("/disablement")
	String disable(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.accounts.disable(actor, id);
		return back(id, redirect, "user.account.disabled");
	}

	@PostMapping("/enablement")
	String enable(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.accounts.enable(actor, id);
		return back(id, redirect, "user.account.enabled");
	}

	@PostMapping("/unlock")
	String unlock(Actor actor, @PathVariable long id, RedirectAttributes redirect) {
		this.accounts.unlock(actor, id);
		return back(id, redirect, "user.account.unlocked");
	}

	@PostMapping("/password")
	String handOut(Actor actor, @PathVariable long id, Model model, HttpServletResponse response) {
		return AccountController.handOver(List.of(this.accounts.handOut(actor, id)), model, response);
	}

	@PostMapping("/password-reset")
	String askForReset(Actor actor, @PathVariable long id, @RequestParam String reason, RedirectAttributes redirect) {
		this.accounts.askForReset(actor, id, reason);
		return back(id, redirect, "user.reset.asked");
	}

	private static String back(long id, RedirectAttributes redirect, String done) {
		redirect.addFlashAttribute("done", new Flash(done));
		return "redirect:/accounts/" + id;
	}

}
