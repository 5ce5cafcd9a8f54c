package org.nuanyang.objection;

import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Waiting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who may examine an objection (核查人≠原评审经办): whoever had no hand in the case or the
 * notice. The database holds the rule, so that work, buttons and services read one.
 */
@Repository
class Examiners {

	private final JdbcClient jdbc;

	Examiners(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Has a hand in the case or the notice, or teaches the class. */
	boolean isInvolved(long objectionId, long userId) {
		return yes("select objection_involves(?, ?)", objectionId, userId);
	}

	/** Some account of the school may take it. */
	boolean anybody(long objectionId) {
		return yes("select objection_has_taker(?)", objectionId);
	}

	private boolean yes(String question, Object... about) {
		return this.jdbc.sql(question).params(about).query((row, number) -> row.getBoolean(1)).single();
	}

	/** What nobody has taken up waits for whoever may, the rest for who has. */
	static Waiting waiting(Actor actor) {
		return new Waiting("""
				select count(*) from objection o
				where o.school_id = :school and o.status <> 'ANSWERED' and case o.status when 'REGISTERED'
					then not objection_involves(o.id, :me) else o.handler_id = :me end""",
				Map.of("school", actor.ownSchool(), "me", actor.userId()));
	}

	/** Schools of an administrator where an account is missing. */
	List<Stuck> stuck(Actor administrator) {
		return this.jdbc.sql("select * from objections_without_taker(?)")
			.param(administrator.userId())
			.query((row, number) -> new Stuck(row.getString("school"), row.getLong("number")))
			.list();
	}

	/** Objections of a school that none of its accounts may take. */
	record Stuck(String school, long count) {

	}

}
