package org.nuanyang.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts sign-in attempts in the database, so that several copies of the app and a
 * restart count alike: five failures lock an account for half an hour, thirty from one
 * address make it wait. People type passwords as user names, so only keyed fingerprints
 * are kept, for as long as they count.
 */
@Service
public class SignInGuard {

	static final int FAILURES_PER_ACCOUNT = 5;

	static final int FAILURES_PER_ADDRESS = 30;

	static final Duration WINDOW = Duration.ofMinutes(30);

	static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final Vault vault;

	private final Clock clock;

	SignInGuard(JdbcClient jdbc, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Notes an attempt before its password is compared and says whether it may go on. The
	 * lock makes parallel guesses queue, so that none slips past the limit.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Admission admit(String username, String address) {
		var name = fingerprint("username", username);
		var origin = fingerprint("address", address);
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 7))")
			.param(name)
			.query((row) -> {
			});
		var now = this.clock.instant();
		forget(now.minus(WINDOW));
		var failures = count("username", name, now.minus(WINDOW));
		var fromAddress = count("address", origin, now.minus(ADDRESS_WINDOW));
		if (fromAddress >= FAILURES_PER_ADDRESS) {
			return Admission.THROTTLED;
		}
		if (failures >= FAILURES_PER_ACCOUNT) {
			return Admission.LOCKED;
		}
		this.jdbc.sql("insert into sign_in_attempt (id, username, address, at) values (nextval('id_seq'), ?, ?, ?)")
			.params(name, origin, Timestamp.from(now))
			.update();
		return Admission.ADMITTED;
	}

	/** A right password, or an administrator's reset, forgives the account's failures. */
	@Transactional
	public void forgive(String username) {
		this.jdbc.sql("update sign_in_attempt set forgiven = true where username = ? and not forgiven")
			.param(fingerprint("username", username))
			.update();
	}

	/** When the lock of an account ends by itself; empty when it is not locked. */
	@Transactional(readOnly = true)
	public Optional<Instant> lockedUntil(String username) {
		return this.jdbc.sql("""
				select at from sign_in_attempt where username = ? and at > ? and not forgiven
				order by at desc offset ? limit 1""")
			.params(fingerprint("username", username), Timestamp.from(this.clock.instant().minus(WINDOW)),
					FAILURES_PER_ACCOUNT - 1)
			.query((row, number) -> row.getTimestamp(1).toInstant().plus(WINDOW))
			.optional();
	}

	private byte[] fingerprint(String column, String value) {
		return this.vault.fingerprint("sign_in_attempt." + column, value);
	}

	/** Passes over what a parallel sign-in is just removing: nobody waits at the door. */
	private void forget(Instant before) {
		this.jdbc.sql("""
				delete from sign_in_attempt where id in (
					select id from sign_in_attempt where at < ? for update skip locked)""")
			.param(Timestamp.from(before))
			.update();
	}

	private int count(String column, byte[] value, Instant since) {
		return this.jdbc
			.sql("select count(*) from sign_in_attempt where " + column + " = ? and at > ? and not forgiven")
			.params(value, Timestamp.from(since))
			.query((row, number) -> row.getInt(1))
			.single();
	}

	/** Whether a sign-in may go on to the password. */
	public enum Admission {

		ADMITTED, LOCKED, THROTTLED

	}

}
