package org.nuanyang.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.notice.OpenObjections;
import org.nuanyang.vault.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections as stored: words, finding and answer sealed, the reporter apart. */
@Repository
class Objections implements OpenObjections {

	/** Whether :me drew up, checked, returned or approved the notice. */
	private static final String ROWS = """
			select o.*, (select u.name from app_user u where u.id = o.registered_by) as registered_by_name, n.title, r.name, r.grade_name, r.class_name, c.application_id
			from objection o join notice n on n.id = o.notice_id
			left join notice_row r on r.notice_id = o.notice_id and r.position = o.position
			left join notice_case c on c.notice_id = o.notice_id and c.position = o.position
			where o.school_id in (:schools)""";

	/** The cases that an objection still keeps from being filed. */
	private static final String OPEN = """
			select c.application_id from objection o
			join notice n on n.id = o.notice_id
			join notice_case c on c.notice_id = o.notice_id
				and (c.position = o.position or o.position is null and o.kind = 'PROCEDURE' and c.live)
			where (o.status in ('REGISTERED', 'EXAMINING') or o.anew and n.status = 'PUBLISHED')""";

	private final JdbcClient jdbc;

	private final Vault vault;

	private final Clock clock;

	Objections(JdbcClient jdbc, Vault vault, Clock clock) {
		this.jdbc = jdbc;
		this.vault = vault;
		this.clock = clock;
	}

	/** The school of a notice that is published. */
	Optional<Long> schoolOf(long noticeId) {
		return this.jdbc.sql("select school_id from notice where id = ? and status = 'PUBLISHED'")
			.param(noticeId)
			.query((row, number) -> row.getLong(1))
			.optional();
	}

	/** Read back by nobody here: who hands in an objection may not see it afterwards. */
	long add(long schoolId, Draft draft, LocalDate dueOn, @Nullable Long registeredBy, @Nullable String code) {
		long id = this.jdbc.sql("select nextval('id_seq')").query((row, number) -> row.getLong(1)).single();
		this.jdbc
			.sql("""
					insert into objection (id, school_id, notice_id, position, kind, channel, words, evidence, received_on, due_on,
						code_fingerprint, registered_at, registered_by, status)
					values (:id, :school, :notice, :position, :kind, :channel, :words, :evidence, :received, :due, :code, :at, :by,
						'REGISTERED')""")
			.param("id", id)
			.param("school", schoolId)
			.param("notice", draft.noticeId())
			.param("position", draft.position())
			.param("kind", draft.kind().name())
			.param("channel", draft.channel().name())
			.param("words", seal("words", draft.words()))
			.param("evidence", seal("evidence", draft.evidence()), java.sql.Types.BINARY)
			.param("received", draft.receivedOn())
			.param("due", dueOn)
			.param("code", (code != null) ? fingerprint(code) : null, java.sql.Types.BINARY)
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", registeredBy)
			.update();
		var reporter = draft.reporter();
		if (!reporter.isAnonymous()) {
			this.jdbc
				.sql("insert into objection_reporter (objection_id, school_id, name, contact, relation) "
						+ "values (:id, :school, :name, :contact, :relation)")
				.param("id", id)
				.param("school", schoolId)
				.param("name", seal("name", reporter.name()), java.sql.Types.BINARY)
				.param("contact", seal("contact", reporter.contact()), java.sql.Types.BINARY)
				.param("relation", seal("relation", reporter.relation()), java.sql.Types.BINARY)
				.update();
		}
		return id;
	}

	void happened(long id, long schoolId, String action, @Nullable Actor actor) {
		this.jdbc
			.sql("insert into objection_event (id, objection_id, school_id, action, actor_id, actor_name, at) "
					+ "values (nextval('id_seq'), :id, :school, :action, :actor, :name, :at)")
			.param("id", id)
			.param("school", schoolId)
			.param("action", action)
			.param("actor", (actor != null) ? actor.userId() : null)
			.param("name", (actor != null) ? actor.name() : null)
			.param("at", Timestamp.from(this.clock.instant()))
			.update();
	}

	List<ObjectionPage.Step> history(long id) {
		return this.jdbc.sql("select * from objection_event where objection_id = ? order by at desc, id desc")
			.param(id)
			.query((row, number) -> new ObjectionPage.Step(row.getString("action"), row.getString("actor_name"),
					row.getTimestamp("at").toInstant().atZone(this.clock.getZone()).toLocalDateTime()))
			.list();
	}

	/** The open ones first, by the day they are due. */
	List<ObjectionRow> list(Collection<Long> schools) {
		return schools.isEmpty() ? List.of()
				: this.jdbc.sql(ROWS + " order by o.status = 'ANSWERED', o.due_on, o.id")
					.param("schools", schools)
					.query((row, number) -> row(row))
					.list();
	}

	Map<Long, OpenCounts.Open> open(Collection<Long> schools, LocalDate today) {
		var open = new HashMap<Long, OpenCounts.Open>();
		this.jdbc.sql("""
				select school_id, count(*) as open, count(*) filter (where due_on < :today) as overdue
				from objection where school_id = any (:schools) and status <> 'ANSWERED' group by school_id""")
			.param("schools", schools.toArray(Long[]::new))
			.param("today", today)
			.query((row) -> {
				open.put(row.getLong("school_id"), new OpenCounts.Open(row.getLong("open"), row.getLong("overdue")));
			});
		return open;
	}

	Optional<Stored> find(Collection<Long> schools, long id) {
		return schools.isEmpty() ? Optional.empty()
				: this.jdbc.sql(ROWS + " and o.id = :id")
					.param("schools", schools)
					.param("id", id)
					.query((row, number) -> stored(row))
					.optional();
	}

	private ObjectionRow row(ResultSet row) throws SQLException {
		var outcome = row.getString("outcome");
		var about = (row.getString("name") != null)
				? row.getString("name") + " " + row.getString("grade_name") + row.getString("class_name") : null;
		var dueOn = row.getObject("due_on", LocalDate.class);
		return new ObjectionRow(row.getLong("id"),
				"异议〔" + row.getInt("record_year") + "〕" + row.getInt("record_number") + "号", row.getLong("notice_id"),
				row.getString("title"), about, row.getObject("application_id", Long.class),
				Kind.valueOf(row.getString("kind")), Channel.valueOf(row.getString("channel")),
				row.getObject("received_on", LocalDate.class), dueOn, ObjectionStatus.valueOf(row.getString("status")),
				(outcome != null) ? Outcome.valueOf(outcome) : null, row.getObject("handler_id", Long.class),
				row.getString("handler_name"));
	}

	private Stored stored(ResultSet row) throws SQLException {
		var means = row.getString("means");
		var handling = row.getString("handling");
		return new Stored(row(row), row.getLong("school_id"), this.vault.open("objection.words", row.getBytes("words")),
				open("evidence", row.getBytes("evidence")),
				(means != null) ? List.of(means.split(",")).stream().map(Means::valueOf).toList() : List.of(),
				open("finding", row.getBytes("finding")), (handling != null) ? Handling.valueOf(handling) : null,
				answer(row), row.getString("registered_by_name"),
				row.getTimestamp("registered_at").toInstant().atZone(this.clock.getZone()).toLocalDateTime());
	}

	/** One given before the day and the satisfaction were kept has neither. */
	private @Nullable Answer answer(ResultSet row) throws SQLException {
		var words = open("answer", row.getBytes("answer"));
		if (words == null) {
			return null;
		}
		var on = row.getObject("answered_on", LocalDate.class);
		var satisfaction = row.getString("satisfaction");
		return new Answer(Channel.valueOf(row.getString("answer_channel")),
				(on != null) ? on
						: row.getTimestamp("answered_at").toInstant().atZone(this.clock.getZone()).toLocalDate(),
				words, (satisfaction != null) ? Satisfaction.valueOf(satisfaction) : Satisfaction.NOT_SAID,
				row.getBoolean("review_wanted"));
	}

	Optional<Reporter> reporter(long id) {
		return this.jdbc.sql("select name, contact, relation from objection_reporter where objection_id = ?")
			.param(id)
			.query((row, number) -> new Reporter(open("name", row.getBytes("name")),
					open("contact", row.getBytes("contact")), open("relation", row.getBytes("relation"))))
			.optional();
	}

	/** False when somebody else was quicker. */
	boolean examine(ObjectionRow before, Actor handler) {
		return this.jdbc.sql("""
				update objection set status = 'EXAMINING', handler_id = :handler, handler_name = :name
				where id = :id and status = :status and handler_id is not distinct from :before""")
			.param("handler", handler.userId())
			.param("name", handler.name())
			.param("id", before.id())
			.param("status", before.status().name())
			.param("before", before.handlerId(), java.sql.Types.BIGINT)
			.update() == 1;
	}

	boolean conclude(long id, Conclusion conclusion) {
		return this.jdbc
			.sql("update objection set status = 'CONCLUDED', outcome = :outcome, means = :means, finding = :finding, "
					+ "handling = :handling where id = :id and status = 'EXAMINING'")
			.param("outcome", conclusion.outcome().name())
			.param("means", String.join(",", conclusion.means().stream().map(Enum::name).toList()))
			.param("finding", seal("finding", conclusion.finding()))
			.param("handling", (conclusion.handling() != null) ? conclusion.handling().name() : null)
			.param("id", id)
			.update() == 1;
	}

	boolean answer(long id, Answer answer) {
		return this.jdbc
			.sql("update objection set status = 'ANSWERED', answer = :answer, answer_channel = :channel, "
					+ "answered_at = :at, answered_on = :on, satisfaction = :satisfaction, review_wanted = :review "
					+ "where id = :id and status = 'CONCLUDED'")
			.param("answer", seal("answer", answer.words()))
			.param("channel", answer.channel().name())
			.param("on", answer.on())
			.param("satisfaction", answer.satisfaction().name())
			.param("review", answer.reviewWanted())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("id", id)
			.update() == 1;
	}

	/** Whether another objection to the same case is being examined. */
	boolean isExaminedElsewhere(long applicationId, long id) {
		return this.jdbc.sql("""
				select exists (select from objection o
					join notice_case c on c.notice_id = o.notice_id and c.position = o.position
					where c.application_id = ? and o.id <> ? and o.status = 'EXAMINING')""")
			.params(applicationId, id)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	/**
	 * Every case of a list whose making is doubted or that is to be published anew waits,
	 * beside those that an objection is about.
	 */
	@Override
	public Set<Long> cases(long roundId) {
		return new HashSet<>(this.jdbc.sql(OPEN + " and n.round_id = ?")
			.param(roundId)
			.query((row, number) -> row.getLong(1))
			.list());
	}

	@Override
	public String cases() {
		return OPEN;
	}

	@Override
	public boolean demandAnew(long noticeId) {
		return this.jdbc.sql("select exists (select from objection where notice_id = ? and anew)")
			.param(noticeId)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	/** The only way back to an objection for who handed it in. */
	Optional<PublicState> state(String code) {
		return this.jdbc.sql("select * from objection_answer(?)").param(fingerprint(code)).query((row, number) -> {
			var outcome = row.getString("outcome");
			return new PublicState(ObjectionStatus.valueOf(row.getString("status")),
					(outcome != null) ? Outcome.valueOf(outcome) : null, row.getObject("due_on", LocalDate.class),
					open("answer", row.getBytes("answer")));
		}).optional();
	}

	private byte[] fingerprint(String code) {
		return this.vault.fingerprint("objection.code", code);
	}

	private byte @Nullable [] seal(String column, @Nullable String plain) {
		return (plain != null) ? this.vault.seal("objection." + column, plain) : null;
	}

	private @Nullable String open(String column, byte @Nullable [] sealed) {
		return (sealed != null) ? this.vault.open("objection." + column, sealed) : null;
	}

	/** An objection with its opened words. */
	record Stored(ObjectionRow row, long schoolId, String words, @Nullable String evidence, List<Means> means,
			@Nullable String finding, @Nullable Handling handling, @Nullable Answer answer,
			@Nullable String registeredBy, LocalDateTime registeredAt) {

		@Override
		public String toString() {
			return "Stored[" + this.row.id() + "]";
		}

	}

}
