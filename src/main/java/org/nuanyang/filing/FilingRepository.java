package org.nuanyang.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Filings and the centre's answers: tables that are only ever added to. */
@Repository
class FilingRepository {

	private static final String HEADS = """
			select f.*, s.name as school_name, d.name as district_name,
				a.accepted, a.reason, a.answered_by_name, a.answered_at,
				(select count(*) from filing_row_return b where b.filing_id = f.id) as returned
			from filing f join school s on s.id = f.school_id join school_district d on d.id = s.district_id
			left join filing_answer a on a.filing_id = f.id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	FilingRepository(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Stores a list sent now, under the school's next number of the year. */
	long save(Actor officer, long roundId, SchoolYear year, FiledList list, @Nullable String corrected) {
		lockNumbers(officer.ownSchool());
		long id = this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
		var now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into filing (id, school_id, round_id, school_year, number_year, number, people, rows_sha256,
						sent_by, sent_by_name, sent_at, corrected)
					select :id, :school, :round, :year, :numbered,
						coalesce((select max(number) from filing where school_id = :school and number_year = :numbered), 0) + 1,
						:people, :hash, :by, :byName, :at, :corrected""")
			.param("id", id)
			.param("school", officer.ownSchool())
			.param("round", roundId)
			.param("year", year.firstYear())
			.param("numbered", LocalDateTime.ofInstant(now, this.clock.getZone()).getYear())
			.param("people", list.people())
			.param("hash", list.sha256())
			.param("corrected", corrected)
			.param("by", officer.userId())
			.param("byName", officer.name())
			.param("at", Timestamp.from(now))
			.update();
		return id;
	}

	/**
	 * Numbers of a school are given one at a time; the lock ends with the transaction.
	 */
	private void lockNumbers(long schoolId) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('filing.number'), ?::int)")
			.param(schoolId)
			.query((row, number) -> true)
			.single();
	}

	/** Two who answer one filing do it one after the other; the second is told. */
	void lockAnswer(long id) {
		this.jdbc.sql("select pg_advisory_xact_lock(?)").param(id).query((row, number) -> true).single();
	}

	void answer(FilingHead filing, Actor centre, boolean accepted, @Nullable String reason) {
		this.jdbc.sql("""
				insert into filing_answer (filing_id, school_id, accepted, reason, answered_by, answered_by_name,
					answered_at)
				values (:filing, :school, :accepted, :reason, :by, :byName, :at)""")
			.param("filing", filing.id())
			.param("school", filing.schoolId())
			.param("accepted", accepted)
			.param("reason", reason)
			.param("by", centre.userId())
			.param("byName", centre.name())
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	/** The latest first. */
	List<FilingHead> ofSchools(Collection<Long> schools) {
		if (schools.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql(HEADS + "where f.school_id in (:schools) order by f.sent_at desc, f.id desc")
			.param("schools", schools)
			.query(this::head)
			.list();
	}

	List<FilingHead> ofRound(long schoolId, long roundId) {
		return this.jdbc.sql(HEADS + "where f.school_id = ? and f.round_id = ? order by f.id desc")
			.params(schoolId, roundId)
			.query(this::head)
			.list();
	}

	Optional<FilingHead> find(long id) {
		return this.jdbc.sql(HEADS + "where f.id = ?").param(id).query(this::head).optional();
	}

	private FilingHead head(ResultSet row, int number) throws SQLException {
		return new FilingHead(row.getLong("id"), row.getLong("school_id"), row.getString("school_name"),
				row.getString("district_name"), row.getLong("round_id"), new SchoolYear(row.getInt("school_year")),
				"备案〔" + row.getInt("number_year") + "〕" + row.getInt("number") + "号", row.getInt("people"),
				row.getString("rows_sha256"), row.getString("sent_by_name"), time(row.getTimestamp("sent_at")),
				row.getString("corrected"), answer(row));
	}

	private FilingHead.@Nullable Answer answer(ResultSet row) throws SQLException {
		var at = row.getTimestamp("answered_at");
		return (at != null) ? new FilingHead.Answer(row.getBoolean("accepted"), row.getString("reason"),
				row.getInt("returned"), row.getString("answered_by_name"), time(at)) : null;
	}

	private LocalDateTime time(Timestamp at) {
		return LocalDateTime.ofInstant(at.toInstant(), this.clock.getZone());
	}

}
