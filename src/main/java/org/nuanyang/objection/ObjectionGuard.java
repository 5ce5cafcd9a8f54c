package org.nuanyang.objection;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts in the database how often an address uses the public form, so that several
 * copies of the app count alike. Of the address only a keyed fingerprint is kept, for a
 * day, and nothing ties it to an objection.
 */
@Component
class ObjectionGuard {

	/** A school's computer room has one address. */
	static final int OBJECTIONS_PER_HOUR = 10;

	static final int QUESTIONS_PER_HOUR = 30;

	private static final Duration WINDOW = Duration.ofHours(1);

	private static final Duration KEPT = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final Vault vault;

	private final Clock clock;

	ObjectionGuard(JdbcClient jdbc, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/**
	 * Notes the attempt and says whether it may go on; the lock makes parallel ones
	 * queue. In the caller's transaction: one of its own would need a second connection
	 * while the first waits, and a crowd of strangers would hold them all.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	boolean admits(String address, boolean asks) {
		var fingerprint = this.vault.fingerprint("objection_attempt.address", address);
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 8))")
			.param(fingerprint)
			.query((row) -> {
			});
		var now = this.clock.instant();
		this.jdbc.sql("delete from objection_attempt where at < ?").param(Timestamp.from(now.minus(KEPT))).update();
		int before = this.jdbc.sql("select count(*) from objection_attempt where address = ? and asked = ? and at > ?")
			.params(fingerprint, asks, Timestamp.from(now.minus(WINDOW)))
			.query((row, number) -> row.getInt(1))
			.single();
		if (before >= (asks ? QUESTIONS_PER_HOUR : OBJECTIONS_PER_HOUR)) {
			return false;
		}
		this.jdbc.sql("insert into objection_attempt (id, address, asked, at) values (nextval('id_seq'), ?, ?, ?)")
			.params(fingerprint, asks, Timestamp.from(now))
			.update();
		return true;
	}

}
