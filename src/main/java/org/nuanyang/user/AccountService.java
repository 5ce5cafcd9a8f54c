package org.nuanyang.user;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/**
 * What an administrator does with accounts: those of the own place and the places below
 * it, never the own one.
 */
@Service
@Transactional
class AccountService {

	private static final int PAGE = 50;

	private static final String ACCOUNTS = """
			select u.id, u.username, u.name, u.sort_key, u.disabled, u.must_change, coalesce(s.name, d.name, c.name, '') as place,
				u.must_change and not exists (select 1 from password_history h where h.user_id = u.id) as unused,
				(select string_agg(r.role, ',' order by r.role) from user_role r where r.user_id = u.id) as roles
			from app_user u left join school s on s.id = u.school_id
				left join school_district d on d.id = coalesce(u.district_id, s.district_id)
				left join county c on c.id = coalesce(u.county_id, d.county_id)
			""";

	/** The administrator's own place, null at every level for the whole installation. */
	private static final String WITHIN = """
			where (:school::bigint is null or s.id = :school)
				and (:district::bigint is null or d.id = :district)
				and (:county::bigint is null or c.id = :county)
			""";

	private static final String FILTER = """
				and u.disabled = :disabled and (not :waiting or u.must_change)
				and (:part::text is null or u.name like '%' || :part || '%' or u.username like lower(:part) || '%')
				and (:role::text is null or exists
					(select 1 from user_role r where r.user_id = u.id and r.role = :role))
			""";

	private final JdbcClient jdbc;

	private final AccountRepository accounts;

	private final UserService users;

	private final Places places;

	private final PasswordService passwords;

	private final PasswordResets resets;

	private final SignInGuard guard;

	private final Sessions sessions;

	private final Audit audit;

	private final Clock clock;

	AccountService(JdbcClient jdbc, AccountRepository accounts, UserService users, Places places,
			PasswordService passwords, PasswordResets resets, SignInGuard guard, Sessions sessions, Audit audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.users = users;
		this.places = places;
		this.passwords = passwords;
		this.resets = resets;
		this.guard = guard;
		this.sessions = sessions;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Paged<AccountRow> list(Actor actor, AccountFilter filter, int page) {
		var total = filtered("select count(*) from (" + ACCOUNTS + WITHIN + FILTER + ") found", actor, filter)
			.query((row, i) -> row.getLong(1))
			.single();
		var rows = filtered(
				"select * from (" + ACCOUNTS + WITHIN + FILTER
						+ ") found order by place collate \"zh-x-icu\", sort_key, id" + " limit :size offset :offset",
				actor, filter)
			.param("size", PAGE)
			.param("offset", Paged.offset(page, PAGE))
			.query((row, i) -> row(row))
			.list();
		return new Paged<>(rows, page, PAGE, total);
	}

	private JdbcClient.StatementSpec filtered(String sql, Actor actor, AccountFilter filter) {
		var role = filter.role();
		return within(sql, actor).param("disabled", filter.shown() == AccountState.DISABLED)
			.param("waiting", filter.shown() == AccountState.WAITING)
			.param("part", filter.part())
			.param("role", (role != null) ? role.name() : null);
	}

	private JdbcClient.StatementSpec within(String sql, Actor actor) {
		var own = this.places.of(actor);
		return this.jdbc.sql(sql)
			.param("school", own.schoolId())
			.param("district", own.districtId())
			.param("county", own.countyId());
	}

	private static AccountRow row(ResultSet row) throws SQLException {
		return new AccountRow(row.getLong("id"), row.getString("username"), row.getString("name"),
				row.getString("place"), roles(row.getString("roles")), row.getBoolean("disabled"),
				row.getBoolean("must_change"), row.getBoolean("unused"));
	}

	private static Set<Role> roles(@Nullable String joined) {
		return (joined == null) ? Set.of()
				: Arrays.stream(joined.split(",")).map(Role::valueOf).collect(Collectors.toCollection(TreeSet::new));
	}

	@Transactional(readOnly = true)
	AccountRow one(Actor actor, long id) {
		return within(ACCOUNTS + WITHIN + " and u.id = :id", actor).param("id", id)
			.query((row, i) -> row(row))
			.optional()
			.orElseThrow(() -> new NotFound("account " + id));
	}

	HandedOver create(Actor actor, String username, String name, String place, Set<Role> roles) {
		var at = this.places.chosen(actor, place);
		var made = this.users.create(Optional.of(actor), username, name, at, roles);
		return new HandedOver(name.strip(), at.name(), made.username(), made.oneTimePassword());
	}

	void rename(Actor actor, long id, String name) {
		var account = managed(actor, id);
		var before = account.name();
		account.rename(name.strip());
		this.accounts.save(account);
		this.audit.record(actor, account.schoolId(), "user.renamed", "user", account.id(),
				Map.of("before", before, "after", account.name()));
	}

	void assign(Actor actor, long id, Set<Role> roles) {
		managed(actor, id);
		this.users.assign(actor, id, roles);
	}

	/** The first password of an account, told once. */
	HandedOver handOut(Actor actor, long id) {
		managed(actor, id);
		var account = one(actor, id);
		var password = this.passwords.handOut(actor, id);
		return new HandedOver(account.name(), account.placeName(), account.username(), password);
	}

	/** First passwords for many, for instance after an import; all or none. */
	List<HandedOver> handOut(Actor actor, Collection<Long> ids) {
		if (ids.isEmpty() || ids.size() > PAGE) {
			throw new RuleViolation("user.handover.choose", String.valueOf(PAGE));
		}
		return ids.stream().distinct().map((id) -> handOut(actor, id)).toList();
	}

	/** The first step of a reset; the password stays until a second person confirms. */
	void askForReset(Actor actor, long id, String reason) {
		this.resets.ask(actor, managed(actor, id), reason);
	}

	@Transactional(readOnly = true)
	Optional<PasswordReset> openReset(Actor actor, long id) {
		return this.resets.ofAccount(actor, id);
	}

	@Transactional(readOnly = true)
	Optional<LocalDateTime> lockedUntil(AccountRow account) {
		return this.guard.lockedUntil(account.username())
			.map((end) -> LocalDateTime.ofInstant(end, this.clock.getZone()));
	}

	/** Lifts the lock that wrong passwords brought about; the password stays. */
	void unlock(Actor actor, long id) {
		var account = managed(actor, id);
		this.guard.forgive(account.username());
		record(actor, account, "user.unlocked");
	}

	/** Ends every session at once; what the person did stays. */
	void disable(Actor actor, long id) {
		var account = managed(actor, id);
		account.disable();
		this.accounts.save(account);
		record(actor, account, "user.disabled");
		this.sessions.endAll(account.username());
	}

	void enable(Actor actor, long id) {
		var account = managed(actor, id);
		account.enable();
		this.accounts.save(account);
		record(actor, account, "user.enabled");
	}

	/** Nobody changes the own account: that takes another administrator. */
	private Account managed(Actor actor, long id) {
		one(actor, id);
		if (id == actor.userId()) {
			throw new RuleViolation("user.account.own");
		}
		return this.accounts.findById(id).orElseThrow(() -> new NotFound("account " + id));
	}

	private void record(Actor actor, Account account, String action) {
		this.audit.record(actor, account.schoolId(), action, "user", account.id(), Map.of());
	}

	@Transactional(readOnly = true)
	List<PlaceChoice> placeChoices(Actor actor) {
		return this.places.choices(actor);
	}

}
