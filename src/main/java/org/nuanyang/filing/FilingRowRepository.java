package org.nuanyang.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.Sex;
import org.nuanyang.programme.Tier;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of filings, id numbers sealed. */
@Repository
class FilingRowRepository {

	private static final String ID_NUMBER = "filing_row.id_number";

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final Vault vault;

	FilingRowRepository(JdbcClient jdbc, JdbcTemplate batch, Vault vault) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.vault = vault;
	}

	void save(long filingId, long schoolId, FiledList list) {
		this.batch.batchUpdate("""
				insert into filing_row (filing_id, school_id, position, application_id, enrolment_id, person_id, name,
					sex, id_type, id_number, grade_name, class_name, boarding, tier)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", list.rows(), 500, (statement, row) -> {
			statement.setLong(1, filingId);
			statement.setLong(2, schoolId);
			statement.setInt(3, row.position());
			statement.setLong(4, row.applicationId());
			statement.setLong(5, row.enrolmentId());
			statement.setLong(6, row.personId());
			statement.setString(7, row.name());
			statement.setString(8, row.sex().name());
			statement.setString(9, row.document().type().name());
			statement.setBytes(10, sealed(row.document()));
			statement.setString(11, row.gradeName());
			statement.setString(12, row.className());
			statement.setBoolean(13, row.boarding());
			statement.setString(14, row.tier().name());
		});
	}

	private byte @Nullable [] sealed(IdDocument document) {
		var number = document.number();
		return (number != null) ? this.vault.seal(ID_NUMBER, number) : null;
	}

	FiledList of(long filingId) {
		return new FiledList(this.jdbc.sql("select * from filing_row where filing_id = ? order by position")
			.param(filingId)
			.query(this::row)
			.list());
	}

	private FilingRow row(ResultSet row, int number) throws SQLException {
		var sealed = row.getBytes("id_number");
		var document = new IdDocument(IdDocumentType.valueOf(row.getString("id_type")),
				(sealed != null) ? this.vault.open(ID_NUMBER, sealed) : null);
		return new FilingRow(row.getInt("position"), row.getLong("application_id"), row.getLong("enrolment_id"),
				row.getLong("person_id"), row.getString("name"), Sex.valueOf(row.getString("sex")), document,
				row.getString("grade_name"), row.getString("class_name"), row.getBoolean("boarding"),
				Tier.valueOf(row.getString("tier")));
	}

	/** The cases of a round that stand on a filing which was not returned. */
	List<Long> standing(long schoolId, long roundId) {
		return this.jdbc.sql("""
				select r.application_id from filing f join filing_row r on r.filing_id = f.id
				left join filing_answer a on a.filing_id = f.id
				where f.school_id = ? and f.round_id = ? and coalesce(a.accepted, true)""")
			.params(schoolId, roundId)
			.query((row, number) -> row.getLong(1))
			.list();
	}

}
