package org.nuanyang.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps a case has taken: written once, never changed. */
@Repository
class CaseHistory {

	private final JdbcClient jdbc;

	CaseHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Actor actor, AidApplication application, ApplicationAction action, Step step) {
		this.jdbc.sql("""
				insert into application_event (id, school_id, application_id, action, from_status, to_status, reason,
					actor_id, actor_name, at)
				values (nextval('id_seq'), :school, :application, :action, :from, :to, :reason, :actor, :name, :at)""")
			.param("school", application.schoolId())
			.param("application", application.id())
			.param("action", action.name())
			.param("from", (step.from() != null) ? step.from().name() : null)
			.param("to", application.status().name())
			.param("reason", step.reason())
			.param("actor", actor.userId())
			.param("name", actor.name())
			.param("at", step.at().atOffset(ZoneOffset.UTC))
			.update();
	}

	List<CaseEvent> of(long applicationId) {
		return of(List.of(applicationId)).getOrDefault(applicationId, List.of());
	}

	/** The steps of several cases, each with its last step first. */
	Map<Long, List<CaseEvent>> of(Collection<Long> applicationIds) {
		var histories = new HashMap<Long, List<CaseEvent>>();
		this.jdbc.sql("""
				select application_id, action, from_status, to_status, reason, actor_name, at from application_event
				where application_id = any(?) order by at desc, id desc""")
			.param(applicationIds.toArray(Long[]::new))
			.query((row) -> {
				histories.computeIfAbsent(row.getLong("application_id"), (id) -> new ArrayList<>()).add(event(row));
			});
		return histories;
	}

	private static CaseEvent event(ResultSet row) throws SQLException {
		return new CaseEvent(ApplicationAction.valueOf(row.getString("action")), status(row.getString("from_status")),
				ApplicationStatus.valueOf(row.getString("to_status")), row.getString("reason"),
				row.getString("actor_name"), row.getTimestamp("at").toInstant());
	}

	/**
	 * The cases of a round that once came back to the committee, each with what was asked
	 * last.
	 */
	Map<Long, String> returned(long roundId) {
		var tasks = new HashMap<Long, String>();
		this.jdbc
			.sql("""
					select e.application_id, e.reason from application_event e join aid_application a on a.id = e.application_id
					where a.round_id = ? and e.action = 'RETURN' order by e.at, e.id""")
			.param(roundId)
			.query((row) -> {
				tasks.put(row.getLong(1), row.getString(2));
			});
		return tasks;
	}

	/**
	 * The cases of a round that came back to the committee after they had been on notice.
	 */
	Set<Long> returnedFromNotice(long roundId) {
		return new HashSet<>(this.jdbc.sql("""
				select e.application_id from application_event e join aid_application a on a.id = e.application_id
				where a.round_id = ? and e.action = 'RETURN' and exists (select from application_event n
					where n.application_id = e.application_id and n.action = 'PUT_ON_NOTICE' and n.id < e.id)""")
			.param(roundId)
			.query((row, index) -> row.getLong(1))
			.list());
	}

	/** When it was last decided. */
	Optional<Instant> decidedAt(long applicationId) {
		return this.jdbc
			.sql("select max(at) from application_event where application_id = ? and action in ('PASS', 'NOT_PASS')")
			.param(applicationId)
			.query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
			.single();
	}

	/** Whether this person took one of these steps since the case was last taken up. */
	boolean hasTaken(Actor actor, long applicationId, Set<ApplicationAction> actions) {
		return this.jdbc.sql("""
				select exists (select from application_event where application_id = :id and actor_id = :actor
					and action in (:actions))""")
			.param("id", applicationId)
			.param("actor", actor.userId())
			.param("actions", actions.stream().map(Enum::name).toList())
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	/** Whether another visit was asked for and none was made since. */
	boolean awaitsRevisit(long applicationId) {
		return this.jdbc
			.sql("""
					select exists (select from application_event asked
						where asked.application_id = :id and asked.action = 'RETURN_TO_VISIT'
							and not exists (select from application_event made
								where made.application_id = :id and made.action = 'RECORD_VISIT' and made.id > asked.id))""")
			.param("id", applicationId)
			.query((row, index) -> row.getBoolean(1))
			.single();
	}

	private static @Nullable ApplicationStatus status(@Nullable String name) {
		return (name != null) ? ApplicationStatus.valueOf(name) : null;
	}

	/** What a step leaves behind besides where it led. */
	record Step(@Nullable ApplicationStatus from, @Nullable String reason, Instant at) {

	}

}
