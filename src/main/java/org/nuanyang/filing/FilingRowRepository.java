package org.nuanyang.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
					sex, id_type, id_number, grade_name, class_name, boarding, tier, class_id, document_fingerprint)
				select ?, ?, ?, ?, e.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, e.class_id, p.id_fingerprint
				from enrolment e join person p on p.id = e.person_id where e.id = ?""", list.rows(), 500,
				(statement, row) -> {
					statement.setLong(1, filingId);
					statement.setLong(2, schoolId);
					statement.setInt(3, row.position());
					statement.setLong(4, row.applicationId());
					statement.setLong(5, row.personId());
					statement.setString(6, row.name());
					statement.setString(7, row.sex().name());
					statement.setString(8, row.document().type().name());
					statement.setBytes(9, sealed(row.document()));
					statement.setString(10, row.gradeName());
					statement.setString(11, row.className());
					statement.setBoolean(12, row.boarding());
					statement.setString(13, row.tier().name());
					statement.setLong(14, row.enrolmentId());
				});
	}

	/** Gives rows back, each with its reason. */
	void giveBack(FilingHead filing, Map<Integer, String> reasons) {
		reasons.forEach((position, reason) -> this.jdbc
			.sql("insert into filing_row_return (filing_id, school_id, position, reason) values (?, ?, ?, ?)")
			.params(filing.id(), filing.schoolId(), position, reason)
			.update());
	}

	private byte @Nullable [] sealed(IdDocument document) {
		var number = document.number();
		return (number != null) ? this.vault.seal(ID_NUMBER, number) : null;
	}

	FiledList of(long filingId) {
		return new FiledList(this.jdbc.sql("""
				select r.*, b.reason as returned from filing_row r
				left join filing_row_return b on b.filing_id = r.filing_id and b.position = r.position
				where r.filing_id = ? order by r.position""").param(filingId).query(this::row).list());
	}

	private FilingRow row(ResultSet row, int number) throws SQLException {
		var sealed = row.getBytes("id_number");
		var document = new IdDocument(IdDocumentType.valueOf(row.getString("id_type")),
				(sealed != null) ? this.vault.open(ID_NUMBER, sealed) : null);
		return new FilingRow(row.getInt("position"), row.getLong("application_id"), row.getLong("enrolment_id"),
				row.getLong("person_id"), row.getString("name"), Sex.valueOf(row.getString("sex")), document,
				row.getString("grade_name"), row.getString("class_name"), row.getBoolean("boarding"),
				Tier.valueOf(row.getString("tier")), row.getString("returned"));
	}

	/** The cases of a round that stand on a filing which was not returned. */
	List<Long> standing(long schoolId, long roundId) {
		return this.jdbc.sql("""
				select r.application_id from filing f join filing_row r on r.filing_id = f.id
				left join filing_answer a on a.filing_id = f.id
				where f.school_id = ? and f.round_id = ? and coalesce(a.accepted, true)
					and not exists (select from filing_row_return b
						where b.filing_id = r.filing_id and b.position = r.position)""")
			.params(schoolId, roundId)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/** Why the centre last gave back the cases of a round, alone or with their list. */
	Map<Long, String> reasons(long schoolId, long roundId) {
		var reasons = new HashMap<Long, String>();
		this.jdbc.sql("""
				select r.application_id, coalesce(b.reason, a.reason) as reason
				from filing f join filing_row r on r.filing_id = f.id join filing_answer a on a.filing_id = f.id
				left join filing_row_return b on b.filing_id = r.filing_id and b.position = r.position
				where f.school_id = ? and f.round_id = ? and (b.reason is not null or not a.accepted)
				order by a.answered_at""").params(schoolId, roundId).query((row) -> {
			reasons.put(row.getLong("application_id"), row.getString("reason"));
		});
		return reasons;
	}

	/** The rows of a filing that were given back alone. */
	List<FilingPage.Returned> returned(long filingId) {
		return this.jdbc.sql("""
				select r.name, b.reason from filing_row_return b
				join filing_row r on r.filing_id = b.filing_id and r.position = b.position
				where b.filing_id = ? order by b.position""")
			.param(filingId)
			.query((row, number) -> new FilingPage.Returned(row.getString("name"), row.getString("reason")))
			.list();
	}

	/**
	 * The filings that a case stands or stood on, the latest first, and its place there.
	 */
	List<Place> places(long schoolId, long applicationId) {
		return this.jdbc.sql("""
				select r.filing_id, r.position, b.reason from filing_row r
				left join filing_row_return b on b.filing_id = r.filing_id and b.position = r.position
				where r.school_id = ? and r.application_id = ? order by r.filing_id desc""")
			.params(schoolId, applicationId)
			.query((row, number) -> new Place(row.getLong("filing_id"), row.getInt("position"),
					row.getString("reason")))
			.list();
	}

	/** Where a case stands on a filing. */
	record Place(long filingId, int position, @Nullable String returned) {

	}

}
