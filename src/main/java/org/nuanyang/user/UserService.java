package org.nuanyang.user;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Scope;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.Place;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Accounts: who may sign in, and with which roles. */
@Service
public class UserService implements UserDetailsService {

	private final AccountRepository accounts;

	private final OrgService orgs;

	private final PasswordEncoder encoder;

	private final Audit audit;

	private final Clock clock;

	private final Sessions sessions;

	private final Duration passwordAge;

	private final Map<String, String> published = new ConcurrentHashMap<>();

	/**
	 * The hash of a password that was thrown away, made once: hashing is slow on purpose.
	 */
	private final Supplier<String> unusable;

	UserService(AccountRepository accounts, OrgService orgs, PasswordEncoder encoder, Audit audit, Clock clock,
			Sessions sessions, @Value("${nuanyang.password-max-age}") Duration passwordAge) {
		this.accounts = accounts;
		this.orgs = orgs;
		this.encoder = encoder;
		this.audit = audit;
		this.clock = clock;
		this.sessions = sessions;
		this.passwordAge = passwordAge;
		this.unusable = SingletonSupplier.of(() -> Objects.requireNonNull(encoder.encode(OneTimePassword.make())));
	}

	@Override
	@Transactional(readOnly = true)
	public SignedIn loadUserByUsername(String username) {
		return this.accounts.findByUsername(username.strip().toLowerCase(Locale.ROOT))
			.map((account) -> new SignedIn(actor(account), account.passwordHash(), !account.isDisabled(),
					account.mustChange(this.passwordAge, this.clock.instant())))
			.orElseThrow(() -> new UsernameNotFoundException("no such account"));
	}

	/** The account as the actor of a deed. */
	@Transactional(readOnly = true)
	public Actor actor(long userId) {
		return actor(account(userId));
	}

	private Actor actor(Account account) {
		var place = this.orgs.place(account.countyId(), account.districtId(), account.schoolId());
		return new Actor(Objects.requireNonNull(account.id()), account.username(), account.name(), account.roles(),
				account.schoolId(), place.name(), scope(account.roles(), place));
	}

	/**
	 * An administrator sees no pupil; an authority and an auditor read; a school's staff
	 * write.
	 */
	private static Scope scope(Set<Role> roles, Place place) {
		if (roles.contains(Role.ADMIN) || roles.isEmpty()) {
			return Scope.NONE;
		}
		var onlyReads = EnumSet.of(Role.AUDITOR, Role.DISTRICT, Role.COUNTY).containsAll(roles);
		return new Scope(place.schools(), (onlyReads || place.schoolId() == null) ? Set.of() : place.schools(),
				roles.contains(Role.COUNTY) ? place.schools() : Set.of());
	}

	/**
	 * Makes an account.
	 * @param maker who makes it, or empty for the first administrator
	 * @return its id and the one-time password that must be handed over
	 */
	@Transactional
	public NewAccount create(Optional<Actor> maker, String username, String name, Place place, Set<Role> roles) {
		var password = OneTimePassword.make();
		var id = create(maker, username, name, place, roles, Objects.requireNonNull(this.encoder.encode(password)),
				false);
		return new NewAccount(id, username.toLowerCase(Locale.ROOT), password);
	}

	/**
	 * Makes an account that nobody can sign in to until a one-time password is handed
	 * out.
	 */
	long createWithoutPassword(Actor maker, String username, String name, Place place, Set<Role> roles) {
		return create(Optional.of(maker), username, name, place, roles, this.unusable.get(), false);
	}

	/**
	 * Makes an account whose password is published and need not be changed; only the demo
	 * county and tests do. Its hash is computed once for all of them: secrecy is not
	 * asked for, and a hundred hashes take seconds.
	 */
	@Transactional
	public Actor createForDemo(String username, String name, Place place, Set<Role> roles, String password) {
		var hash = this.published.computeIfAbsent(password, (raw) -> Objects.requireNonNull(this.encoder.encode(raw)));
		return actor(create(Optional.empty(), username, name, place, roles, hash, true));
	}

	private long create(Optional<Actor> maker, String username, String name, Place place, Set<Role> roles,
			String passwordHash, boolean published) {
		var login = username.strip().toLowerCase(Locale.ROOT);
		if (!AccountRules.isUsername(login)) {
			throw RuleViolation.on("username", "user.username.invalid");
		}
		if (this.accounts.findByUsername(login).isPresent()) {
			throw RuleViolation.on("username", "user.username.taken", login);
		}
		AccountRules.checkRoles(roles, place);
		var account = this.accounts.saveAndFlush(
				new Account(login, name.strip(), place, roles, passwordHash, published, this.clock.instant()));
		var id = Objects.requireNonNull(account.id());
		var details = Map.of("roles", roles.toString());
		maker.ifPresentOrElse(
				(actor) -> this.audit.record(actor, place.schoolId(), "user.created", "user", id, details),
				() -> this.audit.recordSystem(place.schoolId(), "user.created", "user", id, details));
		return id;
	}

	/** Changes what a person may do and signs the person out everywhere. */
	@Transactional
	public void assign(Actor actor, long userId, Set<Role> roles) {
		var account = account(userId);
		AccountRules.checkRoles(roles, this.orgs.place(account.countyId(), account.districtId(), account.schoolId()));
		if (account.roles().equals(roles)) {
			return;
		}
		account.assign(roles);
		this.accounts.save(account);
		this.audit.record(actor, account.schoolId(), "user.roles-changed", "user", userId,
				Map.of("roles", roles.toString()));
		this.sessions.endAll(account.username());
	}

	private Account account(long id) {
		return this.accounts.findById(id).orElseThrow(() -> new NotFound("user " + id));
	}

	/** An account just made, with the password that is told once. */
	public record NewAccount(long userId, String username, String oneTimePassword) {

		@Override
		public String toString() {
			return "NewAccount[" + this.userId + "]";
		}

	}

}
