package org.nuanyang.attachment;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.attachment.AttachmentView.Deed;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps files sealed, each bound to its own row: bytes moved to another do not open. */
@Repository
class AttachmentRepository {

	private static final String ROW = """
			select id, owner_type, owner_id, public_id, slot, name, kind, size, uploaded_by, uploaded_by_name, uploaded_at,
				checked_by, checked_by_name, checked_at, removed_by, removed_by_name, removed_at
			from attachment
			""";

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int ID_BYTES = 16;

	private final JdbcClient jdbc;

	private final Vault vault;

	AttachmentRepository(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	/** A row with the thing it belongs to. */
	record Stored(long id, AttachmentOwner owner, AttachmentView view) {

	}

	/** In the order they came. */
	List<AttachmentView> of(long schoolId, AttachmentOwner owner) {
		return this.jdbc.sql(ROW + "where school_id = ? and owner_type = ? and owner_id = ? order by uploaded_at, id")
			.params(schoolId, owner.type(), owner.id())
			.query(this::stored)
			.stream()
			.map(Stored::view)
			.toList();
	}

	Optional<Stored> find(String publicId) {
		return this.jdbc.sql(ROW + "where public_id = ?").param(publicId).query(this::stored).optional();
	}

	/**
	 * Two who fill a slot at once take turns, so that the second sees what lies there.
	 */
	void hold(AttachmentOwner owner, String slot) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 9))")
			.param(owner.type() + ":" + owner.id() + ":" + slot)
			.query((row) -> {
			});
	}

	/** The same file, if it lies in the slot already. */
	Optional<AttachmentView> same(long schoolId, AttachmentOwner owner, String slot, SafeFile file) {
		return this.jdbc.sql(ROW + """
				where school_id = ? and owner_type = ? and owner_id = ? and slot = ? and fingerprint = ?
					and removed_at is null""")
			.params(schoolId, owner.type(), owner.id(), slot, fingerprint(file))
			.query(this::stored)
			.optional()
			.map(Stored::view);
	}

	private byte[] fingerprint(SafeFile file) {
		return this.vault.fingerprint("attachment.content", file.digest());
	}

	byte[] content(String publicId) {
		var sealed = this.jdbc.sql("select content from attachment where public_id = ?")
			.param(publicId)
			.query((row, number) -> row.getBytes(1))
			.single();
		return this.vault.openBytes(label("content", publicId), sealed);
	}

	long add(long schoolId, AttachmentOwner owner, String slot, SafeFile file, Deed by) {
		var publicId = unguessable();
		return this.jdbc.sql("""
				insert into attachment (id, school_id, owner_type, owner_id, slot, public_id, kind, size, name, content,
					uploaded_by, uploaded_by_name, uploaded_at, fingerprint)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
			.params(schoolId, owner.type(), owner.id(), slot, publicId, file.kind().name(), file.content().length,
					this.vault.seal(label("name", publicId), file.name()),
					this.vault.sealBytes(label("content", publicId), file.content()), by.userId(), by.name(),
					Timestamp.from(by.at()), fingerprint(file))
			.query((row, number) -> row.getLong(1))
			.single();
	}

	/** False when it was checked or removed meanwhile. */
	boolean check(AttachmentView file, Deed by) {
		return this.jdbc.sql("""
				update attachment set checked_by = ?, checked_by_name = ?, checked_at = ?
				where public_id = ? and checked_at is null and removed_at is null""")
			.params(by.userId(), by.name(), Timestamp.from(by.at()), file.publicId())
			.update() == 1;
	}

	/** False when it was removed meanwhile. */
	boolean remove(AttachmentView file, Deed by) {
		return this.jdbc.sql("""
				update attachment set removed_by = ?, removed_by_name = ?, removed_at = ?
				where public_id = ? and removed_at is null""")
			.params(by.userId(), by.name(), Timestamp.from(by.at()), file.publicId())
			.update() == 1;
	}

	/** 128 random bits: an address that cannot be tried out. */
	private static String unguessable() {
		var bytes = new byte[ID_BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String label(String column, String publicId) {
		return "attachment." + column + ":" + publicId;
	}

	private Stored stored(ResultSet row, int number) throws SQLException {
		var publicId = row.getString("public_id");
		var name = new String(this.vault.openBytes(label("name", publicId), row.getBytes("name")),
				StandardCharsets.UTF_8);
		var uploaded = new Deed(row.getLong("uploaded_by"), row.getString("uploaded_by_name"),
				row.getTimestamp("uploaded_at").toInstant());
		return new Stored(row.getLong("id"), new AttachmentOwner(row.getString("owner_type"), row.getLong("owner_id")),
				new AttachmentView(publicId, row.getString("slot"), name, row.getString("kind"), row.getInt("size"),
						uploaded, deed(row, "checked"), deed(row, "removed")));
	}

	private static @Nullable Deed deed(ResultSet row, String what) throws SQLException {
		var at = row.getTimestamp(what + "_at");
		return (at != null) ? new Deed(row.getLong(what + "_by"), row.getString(what + "_by_name"), at.toInstant())
				: null;
	}

}
