package org.nuanyang.user;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts sign-in attempts in the database, so that several copies of the app and a
 * restart count alike: five failures lock an account for half an hour, thirty from one
 * address make it wait.
 */
@Service
public class SignInGuard {

	static final int FAILURES_PER_ACCOUNT = 5;

	static final int FAILURES_PER_ADDRESS = 30;

	static final Duration WINDOW = Duration.ofMinutes(30);

	static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInGuard(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes an attempt before its password is compared and says whether it may go on. The
	 * lock makes parallel guesses queue, so that none slips past the limit.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Admission admit(String username, String address) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))").param(username).query((row) -> {
		});
		var now = this.clock.instant();
		var failures = count("username", username, now.minus(WINDOW));
		var fromAddress = count("address", address, now.minus(ADDRESS_WINDOW));
		if (fromAddress >= FAILURES_PER_ADDRESS) {
			return Admission.THROTTLED;
		}
		if (failures >= FAILURES_PER_ACCOUNT) {
			return Admission.LOCKED;
		}
		this.jdbc.sql("insert into sign_in_attempt (id, username, address, at) values (nextval('id_seq'), ?, ?, ?)")
			.params(username, address, Timestamp.from(now))
			.update();
		return Admission.ADMITTED;
	}

	/** A right password, or an administrator's reset, forgives the account's failures. */
	@Transactional
	public void forgive(String username) {
		this.jdbc.sql("update sign_in_attempt set forgiven = true where username = ? and not forgiven")
			.param(username)
			.update();
	}

	/** When the lock of an account ends by itself; empty when it is not locked. */
	@Transactional(readOnly = true)
	public Optional<Instant> lockedUntil(String username) {
		return this.jdbc.sql("""
				select at from sign_in_attempt where username = ? and at > ? and not forgiven
				order by at desc offset ? limit 1""")
			.params(username, Timestamp.from(this.clock.instant().minus(WINDOW)), FAILURES_PER_ACCOUNT - 1)
			.query((row, number) -> row.getTimestamp(1).toInstant().plus(WINDOW))
			.optional();
	}

	private int count(String column, String value, Instant since) {
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
