package org.nuanyang.user;

import java.security.SecureRandom;
import java.sql.Timestamp;
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
import java.util.regex.Pattern;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Scope;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.Place;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Accounts: who may sign in, with which roles, and their passwords. */
@Service
public class UserService implements UserDetailsService {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

	private final AccountRepository accounts;

	private final OrgService orgs;

	private final PasswordEncoder encoder;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	private final Sessions sessions;

	private final SignInGuard guard;

	private final Duration passwordAge;

	private final Map<String, String> published = new ConcurrentHashMap<>();

	/**
	 * The hash of a password that was thrown away, made once: hashing is slow on purpose.
	 */
	private final Supplier<String> unusable;

	UserService(AccountRepository accounts, OrgService orgs, PasswordEncoder encoder, JdbcClient jdbc, Audit audit,
			Clock clock, Sessions sessions, SignInGuard guard,
			@Value("${nuanyang.password-max-age}") Duration passwordAge) {
		this.accounts = accounts;
		this.orgs = orgs;
		this.encoder = encoder;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
		this.sessions = sessions;
		this.guard = guard;
		this.passwordAge = passwordAge;
		this.unusable = SingletonSupplier.of(() -> Objects.requireNonNull(encoder.encode(oneTimePassword())));
	}

	@Override
	@Transactional(readOnly = true)
	public SignedIn loadUserByUsername(String username) {
		return this.accounts.findByUsername(username.strip().toLowerCase(Locale.ROOT))
			.map((account) -> new SignedIn(actor(account), account.passwordHash(), !account.isDisabled(),
					mustChange(account)))
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

	private boolean mustChange(Account account) {
		return account.mustChange()
				|| account.passwordChangedAt().plus(this.passwordAge).isBefore(this.clock.instant());
	}

	/**
	 * Makes an account.
	 * @param maker who makes it, or empty for the first administrator
	 * @return its id and the one-time password that must be handed over
	 */
	@Transactional
	public NewAccount create(Optional<Actor> maker, String username, String name, Place place, Set<Role> roles) {
		var password = oneTimePassword();
		var id = create(maker, username, name, place, roles, Objects.requireNonNull(this.encoder.encode(password)),
				true);
		return new NewAccount(id, username.toLowerCase(Locale.ROOT), password);
	}

	/**
	 * Makes an account that nobody can sign in to until a one-time password is handed
	 * out.
	 */
	long createWithoutPassword(Actor maker, String username, String name, Place place, Set<Role> roles) {
		return create(Optional.of(maker), username, name, place, roles, this.unusable.get(), true);
	}

	/**
	 * Makes an account whose password is published and need not be changed; only the demo
	 * county and tests do. Its hash is computed once for all of them: secrecy is not
	 * asked for, and a hundred hashes take seconds.
	 */
	@Transactional
	public Actor createForDemo(String username, String name, Place place, Set<Role> roles, String password) {
		var hash = this.published.computeIfAbsent(password, (raw) -> Objects.requireNonNull(this.encoder.encode(raw)));
		return actor(create(Optional.empty(), username, name, place, roles, hash, false));
	}

	private long create(Optional<Actor> maker, String username, String name, Place place, Set<Role> roles,
			String passwordHash, boolean mustChange) {
		var login = username.strip().toLowerCase(Locale.ROOT);
		if (!isUsername(login)) {
			throw RuleViolation.on("username", "user.username.invalid");
		}
		if (this.accounts.findByUsername(login).isPresent()) {
			throw RuleViolation.on("username", "user.username.taken", login);
		}
		checkRoles(roles, place);
		var account = this.accounts.saveAndFlush(
				new Account(login, name.strip(), place, roles, passwordHash, mustChange, this.clock.instant()));
		var id = Objects.requireNonNull(account.id());
		maker.ifPresent((actor) -> this.audit.record(actor, place.schoolId(), "user.created", "user", id,
				Map.of("roles", roles.toString())));
		return id;
	}

	static boolean isUsername(String text) {
		return USERNAME.matcher(text).matches();
	}

	/** Refuses roles that cannot be held together, or not at this place. */
	static void checkRoles(Set<Role> roles, Place place) {
		if (roles.isEmpty()) {
			throw RuleViolation.on("roles", "user.roles.none");
		}
		if (roles.contains(Role.ADMIN) && roles.size() > 1) {
			throw RuleViolation.on("roles", "user.roles.admin-alone");
		}
		var wrongPlace = roles.stream().filter((role) -> !fits(role, place)).findFirst();
		if (wrongPlace.isPresent()) {
			throw RuleViolation.on("roles", "user.roles.wrong-place." + wrongPlace.get());
		}
	}

	private static boolean fits(Role role, Place place) {
		return switch (role) {
			case ADMIN, AUDITOR -> true;
			case COUNTY -> place.countyId() != null;
			case DISTRICT -> place.districtId() != null;
			default -> place.schoolId() != null;
		};
	}

	/** Changes the own password and signs the person out everywhere. */
	@Transactional
	public void changePassword(Actor actor, String current, String next) {
		var account = account(actor.userId());
		if (!this.encoder.matches(current, account.passwordHash())) {
			throw RuleViolation.on("current", "user.password.wrong");
		}
		PasswordPolicy.check(account.username(), next);
		refuseFormer(account, next);
		keepFormer(account);
		account.changePassword(Objects.requireNonNull(this.encoder.encode(next)), this.clock.instant());
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
	 * Hands out a new one-time password, forgives failures, and signs the person out
	 * everywhere.
	 */
	@Transactional
	public NewAccount resetPassword(Actor actor, long userId) {
		var account = account(userId);
		var password = oneTimePassword();
		keepFormer(account);
		account.resetPassword(Objects.requireNonNull(this.encoder.encode(password)), this.clock.instant());
		this.accounts.save(account);
		this.guard.forgive(account.username());
		this.audit.record(actor, account.schoolId(), "user.password-reset", "user", userId, Map.of());
		this.sessions.endAll(account.username());
		return new NewAccount(userId, account.username(), password);
	}

	/** Changes what a person may do and signs the person out everywhere. */
	@Transactional
	public void assign(Actor actor, long userId, Set<Role> roles) {
		var account = account(userId);
		checkRoles(roles, this.orgs.place(account.countyId(), account.districtId(), account.schoolId()));
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

	static String oneTimePassword() {
		var random = new SecureRandom();
		var letters = random.ints(12, 0, LETTERS.length())
			.collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append);
		return letters.insert(8, '-').insert(4, '-').toString();
	}

	/** An account just made or reset, with the password that is told once. */
	public record NewAccount(long userId, String username, String oneTimePassword) {

		@Override
		public String toString() {
			return "NewAccount[" + this.userId + "]";
		}

	}

}
