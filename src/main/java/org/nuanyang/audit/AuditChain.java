package org.nuanyang.audit;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.StringJoiner;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links the entries of the audit trail into one hash chain: each seal covers its entry
 * and the seal before. Writers never wait for it.
 */
@Service
public class AuditChain {

	private static final int BATCH = 2000;

	private static final long SEALER_LOCK = 8_20_26_11_21L;

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditChain(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Seals the entries that are not sealed yet.
	 * @return how many were sealed
	 */
	@Scheduled(initialDelay = 20_000, fixedDelay = 20_000)
	@Transactional
	public int seal() {
		// One sealer at a time, also with several copies of the app.
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(SEALER_LOCK).query((row) -> {
		});
		var last = this.jdbc.sql("select position, hash from audit_seal order by position desc limit 1")
			.query((row, number) -> new Link(row.getLong(1), row.getBytes(2)))
			.optional()
			.orElse(Link.FIRST);
		var entries = this.jdbc.sql("select * from audit_unsealed(?)")
			.param(BATCH)
			.query((row, number) -> new Entry(row.getLong("id"), content(row)))
			.list();
		for (var entry : entries) {
			last = new Link(last.position + 1, hash(last.hash, entry.content));
			this.jdbc.sql("insert into audit_seal (position, entry_id, hash, sealed_at) values (?, ?, ?, ?)")
				.params(last.position, entry.id, last.hash, Timestamp.from(this.clock.instant()))
				.update();
		}
		return entries.size();
	}

	/** Recomputes the whole chain and tells the first place where it does not hold. */
	@Transactional(readOnly = true)
	public Verdict verify() {
		var before = Link.FIRST;
		while (true) {
			var links = this.jdbc.sql("select * from audit_sealed(?, ?)")
				.params(before.position, BATCH)
				.query((row, number) -> new Sealed(row.getLong("place"), row.getBytes("seal"), row.getLong("id"),
						content(row)))
				.list();
			for (var link : links) {
				var expected = hash(before.hash, link.content);
				if (link.position != before.position + 1 || !Arrays.equals(expected, link.hash)) {
					return new Verdict(false, before.position, link.entryId, unsealed(), head(before.hash));
				}
				before = new Link(link.position, link.hash);
			}
			if (links.isEmpty()) {
				return new Verdict(true, before.position, 0, unsealed(), head(before.hash));
			}
		}
	}

	private long unsealed() {
		return this.jdbc.sql("select audit_count_unsealed()").query((row, number) -> row.getLong(1)).single();
	}

	private static String head(byte[] hash) {
		return HexFormat.of().formatHex(hash, 0, Math.min(hash.length, 8));
	}

	/**
	 * Every column, each with its length, so that no two different entries read alike.
	 */
	private static String content(ResultSet row) throws SQLException {
		var joined = new StringJoiner("\n");
		for (var column : new String[] { "id", "school_id", "actor_id", "actor_name", "action", "subject_type",
				"subject_id", "details", "address" }) {
			var value = row.getString(column);
			joined.add((value != null) ? value.length() + ":" + value : "-");
		}
		return joined.add(row.getTimestamp("at").toInstant().toString()).toString();
	}

	private static byte[] hash(byte[] before, String content) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			digest.update(before);
			return digest.digest(content.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Link(long position, byte[] hash) {

		static final Link FIRST = new Link(0, new byte[32]);

	}

	private record Entry(long id, String content) {

	}

	private record Sealed(long position, byte[] hash, long entryId, String content) {

	}

	/**
	 * What a verification found.
	 *
	 * @param intact whether every sealed entry is as it was written
	 * @param sealed how many entries the chain covers (up to the break, where there is
	 * one)
	 * @param brokenAt id of the first entry that does not fit, or 0
	 * @param unsealed entries that the sealer has not reached yet
	 * @param head the first bytes of the newest hash, to be noted outside the system
	 */
	public record Verdict(boolean intact, long sealed, long brokenAt, long unsealed,
			String head) implements Serializable {

	}

}
