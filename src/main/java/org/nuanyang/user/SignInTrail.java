package org.nuanyang.user;

import java.util.Map;
import java.util.Optional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;

import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records who came in, who left, and whose door was tried. What was typed is never
 * recorded: people type passwords into the wrong field. Attempts on an account already
 * locked leave no entry of their own, or a stranger could fill the trail.
 */
@Component
@Transactional
class SignInTrail {

	private final AccountRepository accounts;

	private final SignInGuard guard;

	private final Audit audit;

	SignInTrail(AccountRepository accounts, SignInGuard guard, Audit audit) {
		this.accounts = accounts;
		this.guard = guard;
		this.audit = audit;
	}

	void signedIn(Actor actor) {
		this.guard.forgive(actor.username());
		this.audit.record(actor, actor.schoolId(), "user.signed-in", "user", actor.userId(), Map.of());
	}

	void refused(String username, String reason) {
		var account = this.accounts.findByUsername(username);
		var school = account.map(Account::schoolId).orElse(null);
		var id = account.map(Account::id).orElse(null);
		this.audit.recordStranger(school, "user.sign-in-failed", "user", id, Map.of("reason", reason));
		if (id != null && this.guard.lockedUntil(username).isPresent()) {
			this.audit.recordSystem(school, "user.locked", "user", id, Map.of());
		}
	}

	@EventListener
	void signedOut(LogoutSuccessEvent event) {
		Optional.ofNullable(event.getAuthentication().getPrincipal())
			.filter(SignedIn.class::isInstance)
			.map((principal) -> ((SignedIn) principal).actor())
			.ifPresent((actor) -> this.audit.record(actor, actor.schoolId(), "user.signed-out", "user", actor.userId(),
					Map.of()));
	}

}
