package org.nuanyang.user;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.nuanyang.kernel.Access;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/** Lists, shows and makes accounts. */
@Controller
@Access(Role.ADMIN)
class AccountController {

	private final AccountService accounts;

	private final PasswordResets resets;

	private final ObjectProvider<MissingAccounts> missing;

	AccountController(AccountService accounts, PasswordResets resets, ObjectProvider<MissingAccounts> missing) {
		this.missing = missing;
		this.accounts = accounts;
		this.resets = resets;
	}

	@GetMapping("/accounts")
	String list(Actor actor, @ModelAttribute("filter") AccountFilter filter, @RequestParam(defaultValue = "1") int page,
			Model model) {
		model.addAttribute("accounts", this.accounts.list(actor, filter, Math.max(1, page)));
		model.addAttribute("toConfirm", this.resets.waiting(actor));
		model.addAttribute("missing", this.missing.stream().flatMap((feature) -> feature.of(actor).stream()).toList());
		return "user/accounts";
	}

	@GetMapping("/accounts/new")
	String form(Actor actor, Model model) {
		model.addAttribute("accountForm", AccountForm.EMPTY);
		model.addAttribute("places", this.accounts.placeChoices(actor));
		return "user/account-new";
	}

	@PostMapping("/accounts")
	String create(Actor actor, @Valid @ModelAttribute("accountForm") AccountForm form, BindingResult errors,
			Model model, HttpServletResponse response) {
		return tryToCreate(actor, form, errors).map((made) -> handOver(List.of(made), model, response))
			.orElseGet(() -> {
				model.addAttribute("places", this.accounts.placeChoices(actor));
				response.setStatus(422);
				return "user/account-new";
			});
	}

	private Optional<HandedOver> tryToCreate(Actor actor, AccountForm form, BindingResult errors) {
		if (errors.hasErrors()) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.accounts.create(actor, Objects.requireNonNull(form.username()),
					Objects.requireNonNull(form.name()), Objects.requireNonNull(form.place()), form.chosenRoles()));
		}
		catch (RuleViolation refused) {
			reject(errors, refused);
			return Optional.empty();
		}
	}

	@GetMapping("/accounts/{id}")
	String show(Actor actor, @PathVariable long id, Model model) {
		var account = this.accounts.one(actor, id);
		model.addAttribute("account", account);
		model.addAttribute("lockedUntil", this.accounts.lockedUntil(account).orElse(null));
		model.addAttribute("reset", this.accounts.openReset(actor, id).orElse(null));
		model.addAttribute("own", id == actor.userId());
		return "user/account";
	}

	@PostMapping("/accounts/passwords")
	String handOutMany(Actor actor, @RequestParam(name = "id") @Nullable List<Long> ids, Model model,
			HttpServletResponse response) {
		return handOver(this.accounts.handOut(actor, (ids != null) ? ids : List.of()), model, response);
	}

	/**
	 * Shows one-time passwords in the answer itself: they are stored nowhere, so that no
	 * later page could show them again.
	 */
	static String handOver(List<HandedOver> made, Model model, HttpServletResponse response) {
		model.addAttribute("made", made);
		model.addAttribute("next", "/accounts");
		response.setHeader("Cache-Control", "no-store");
		return "user/handover";
	}

	/** This package stands below web, whose helper it cannot use. */
	static void reject(BindingResult errors, RuleViolation refused) {
		var field = refused.field();
		if (field != null) {
			errors.rejectValue(field, refused.key(), refused.arguments(), refused.key());
		}
		else {
			errors.reject(refused.key(), refused.arguments(), refused.key());
		}
	}

}
