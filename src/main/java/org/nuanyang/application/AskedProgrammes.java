package org.nuanyang.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The programmes that a round offers, and those that each of its cases asks for. */
@Repository
class AskedProgrammes {

	private final JdbcClient jdbc;

	AskedProgrammes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void offer(AidRound round, Collection<Long> programmes) {
		new TreeSet<>(programmes).forEach((programme) -> this.jdbc
			.sql("insert into aid_round_programme (round_id, school_id, programme_id) values (?, ?, ?)")
			.params(round.id(), round.schoolId(), programme)
			.update());
	}

	List<Long> offered(long roundId) {
		return this.jdbc.sql("select programme_id from aid_round_programme where round_id = ? order by programme_id")
			.param(roundId)
			.query((row, number) -> row.getLong(1))
			.list();
	}

	/** What the case asks for, in place of what it asked for before. */
	void ask(AidApplication application, Collection<Long> programmes) {
		this.jdbc.sql("delete from application_programme where application_id = ?").param(application.id()).update();
		new TreeSet<>(programmes).forEach((programme) -> this.jdbc
			.sql("insert into application_programme (application_id, school_id, programme_id) values (?, ?, ?)")
			.params(application.id(), application.schoolId(), programme)
			.update());
	}

	Set<Long> asked(long roundId, long applicationId) {
		return ofCases(roundId).getOrDefault(applicationId, Set.copyOf(offered(roundId)));
	}

	/** By case; a case that is missing asks for everything its round offers. */
	Map<Long, Set<Long>> ofCases(long roundId) {
		var asked = new HashMap<Long, Set<Long>>();
		this.jdbc.sql("""
				select q.application_id, q.programme_id from application_programme q
				join aid_application a on a.id = q.application_id where a.round_id = ?""")
			.param(roundId)
			.query((row) -> {
				asked.computeIfAbsent(row.getLong(1), (application) -> new TreeSet<>()).add(row.getLong(2));
			});
		return asked;
	}

}
