package org.nuanyang.disbursement;

import java.time.OffsetDateTime;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns that wait for the job that reads them, sealed. */
@Repository
class UploadRepository {

	private static final String CONTENT = "bank_upload.content";

	private final JdbcClient jdbc;

	private final Vault vault;

	UploadRepository(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	long keep(PaymentBatch batch, Actor actor, String fileName, byte[] content, OffsetDateTime at) {
		return this.jdbc.sql("""
				insert into bank_upload (id, school_id, batch_id, file_name, content, uploaded_by, uploaded_at)
				values (nextval('id_seq'), ?, ?, ?, ?, ?, ?) returning id
				""")
			.params(batch.schoolId(), batch.id(), fileName, this.vault.sealBytes(CONTENT, content), actor.userId(), at)
			.query(Long.class)
			.single();
	}

	Optional<Upload> find(PaymentBatch batch, long id) {
		return this.jdbc.sql("select file_name, content from bank_upload where batch_id = ? and id = ?")
			.params(batch.id(), id)
			.query((row, n) -> new Upload(row.getString("file_name"),
					this.vault.openBytes(CONTENT, row.getBytes("content"))))
			.optional();
	}

	void letGo(PaymentBatch batch, long id) {
		this.jdbc.sql("delete from bank_upload where batch_id = ? and id = ?").params(batch.id(), id).update();
	}

	/**
	 * What could not be read is not kept for longer than somebody may look into it, at
	 * any school.
	 */
	void forget(OffsetDateTime before) {
		this.jdbc.sql("select forget_uploads(?)").param(before).query((row) -> {
		});
	}

	/** The bytes as they came. */
	record Upload(String fileName, byte[] content) {

	}

}
