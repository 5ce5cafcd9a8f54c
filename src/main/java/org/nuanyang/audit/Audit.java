package org.nuanyang.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import tools.jackson.databind.ObjectMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Writes the audit trail: in the transaction of the deed itself, so that neither exists
 * without the other.
 */
@Service
public class Audit {

	private static final String INSERT = """
			insert into audit_entry (id, at, school_id, actor_id, actor_name, action, subject_type, subject_id, details, address)
			values (nextval('id_seq'), ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""";

	/** Shown as the message {@code audit.system}. */
	static final String SYSTEM = "system";

	static final String STRANGER = "—";

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Audit(JdbcClient jdbc, ObjectMapper json, Clock clock, ApplicationEventPublisher events) {
		this.events = events;
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Records a deed of a signed-in person, or the reading of sensitive data.
	 * @param action feature and past participle, as in {@code application.submitted}; its
	 * words are the message {@code audit.action.<action>}
	 * @param details figures and codes that make the entry understandable, never personal
	 * data
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Actor actor, @Nullable Long schoolId, String action, String subjectType,
			@Nullable Long subjectId, Map<String, ?> details) {
		insert(schoolId, actor.userId(), actor.name(), action, subjectType, subjectId, details);
		this.events.publishEvent(new Deed(actor, schoolId, action, subjectType, subjectId));
	}

	/** Records what the system did by itself: scheduled work, the first account. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordSystem(@Nullable Long schoolId, String action, String subjectType, @Nullable Long subjectId,
			Map<String, ?> details) {
		insert(schoolId, null, SYSTEM, action, subjectType, subjectId, details);
	}

	/** Records what somebody did of whom nobody knows who it was: a refused sign-in. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordStranger(@Nullable Long schoolId, String action, String subjectType, @Nullable Long subjectId,
			Map<String, ?> details) {
		insert(schoolId, null, STRANGER, action, subjectType, subjectId, details);
	}

	/**
	 * Records what somebody did who may stay anonymous: not even the address is kept.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordAnonymous(@Nullable Long schoolId, String action, String subjectType, @Nullable Long subjectId,
			Map<String, ?> details) {
		insert(null, schoolId, null, STRANGER, action, subjectType, subjectId, details);
		this.events.publishEvent(new Deed(null, schoolId, action, subjectType, subjectId));
	}

	private void insert(@Nullable Long schoolId, @Nullable Long actorId, String actorName, String action,
			String subjectType, @Nullable Long subjectId, Map<String, ?> details) {
		insert(address(), schoolId, actorId, actorName, action, subjectType, subjectId, details);
	}

	private void insert(@Nullable String address, @Nullable Long schoolId, @Nullable Long actorId, String actorName,
			String action, String subjectType, @Nullable Long subjectId, Map<String, ?> details) {
		this.jdbc.sql(INSERT)
			.params(Arrays.asList(Timestamp.from(this.clock.instant()), schoolId, actorId, actorName, action,
					subjectType, subjectId, this.json.writeValueAsString(details), address))
			.update();
	}

	private static @Nullable String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest().getRemoteAddr() : null;
	}

}
