package org.nuanyang.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets passwords: the one a person chooses, and the one-time ones that are told once.
 */
@Service
@Transactional
public class PasswordService {

	private final AccountRepository accounts;

	private final PasswordEncoder encoder;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	private final Sessions sessions;

	private final SignInGuard guard;

	PasswordService(AccountRepository accounts, PasswordEncoder encoder, JdbcClient jdbc, Audit audit, Clock clock,
			Sessions sessions, SignInGuard guard) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
		this.sessions = sessions;
		this.guard = guard;
	}

	/** Changes the own password and signs the person out everywhere. */
	public void change(Actor actor, String current, String next) {
		var account = account(actor.userId());
		if (!this.encoder.matches(current, account.passwordHash())) {
			throw RuleViolation.on("current", "user.password.wrong");
		}
		PasswordPolicy.check(account.username(), next);
		refuseFormer(account, next);
		keepFormer(account);
		account.changePassword(encoded(next), this.clock.instant());
		this.accounts.save(account);
		this.audit.record(actor, account.schoolId(), "user.password-changed", "user", actor.userId(), Map.of());
		this.sessions.endAll(account.username());
	}

	private void refuseFormer(Account account, String next) {
		var former = this.jdbc
			.sql("select password_hash from password_history where user_id = ? order by at desc limit 5")
			.param(Objects.requireNonNull(account.id()))
			.query((row, number) -> row.getString(1))
			.list();
		if (this.encoder.matches(next, account.passwordHash())
				|| former.stream().anyMatch((hash) -> this.encoder.matches(next, hash))) {
			throw RuleViolation.on("next", "user.password.used-before");
		}
	}

	private void keepFormer(Account account) {
		this.jdbc.sql("insert into password_history (user_id, password_hash, at) values (?, ?, ?)")
			.params(Objects.requireNonNull(account.id()), account.passwordHash(), Timestamp.from(this.clock.instant()))
			.update();
	}

	/**
	 * The initial password of an account that nobody has used yet. One whose person
	 * already chose a password is reset by two people ({@link PasswordResets}).
	 */
	String handOut(Actor actor, long userId) {
		var account = account(userId);
		if (!isUnused(account)) {
			throw new RuleViolation("user.reset.needs-two", account.name());
		}
		return renew(actor, account, "user.password-handed-out");
	}

	/**
	 * The second step of a reset: the password is told to who confirms, never to who
	 * asked.
	 */
	String reset(Actor actor, long userId) {
		var account = account(userId);
		keepFormer(account);
		return renew(actor, account, "user.password-reset");
	}

	/** Ends the old password, forgives failures and signs the person out everywhere. */
	private String renew(Actor actor, Account account, String action) {
		var password = OneTimePassword.make();
		account.resetPassword(encoded(password), this.clock.instant());
		this.accounts.save(account);
		this.guard.forgive(account.username());
		this.audit.record(actor, account.schoolId(), action, "user", account.id(), Map.of());
		this.sessions.endAll(account.username());
		return password;
	}

	/** Nobody has chosen a password yet, so nobody's deeds are behind the account. */
	private boolean isUnused(Account account) {
		return account.mustChange() && this.jdbc.sql("select 1 from password_history where user_id = ? limit 1")
			.param(Objects.requireNonNull(account.id()))
			.query((row, number) -> true)
			.optional()
			.isEmpty();
	}

	private String encoded(String password) {
		return Objects.requireNonNull(this.encoder.encode(password));
	}

	private Account account(long id) {
		return this.accounts.findById(id).orElseThrow(() -> new NotFound("user " + id));
	}

}
