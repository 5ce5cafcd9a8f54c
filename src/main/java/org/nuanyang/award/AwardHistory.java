package org.nuanyang.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps of awards: written once, never changed. */
@Repository
class AwardHistory {

	private final JdbcClient jdbc;

	private final Clock clock;

	AwardHistory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The award as it stands, with what led there. */
	void add(Actor actor, Award award, AwardAction action, Ground ground) {
		add(actor, award, action, new Line(action, award.status(), award.tier(), award.amount(Term.AUTUMN),
				award.amount(Term.SPRING), ground.effectiveOn(), ground.from(), ground.reason(), actor.name(), now()));
	}

	private void add(Actor actor, Award award, AwardAction action, Line line) {
		this.jdbc
			.sql("""
					insert into award_event (id, school_id, award_id, action, status, tier, autumn, spring, effective_on,
						from_term, reason, actor_id, actor_name, at)
					values (nextval('id_seq'), :school, :award, :action, :status, :tier, :autumn, :spring, :on, :from, :reason,
						:actor, :name, :at)""")
			.param("school", award.schoolId())
			.param("award", award.id())
			.param("action", action.name())
			.param("status", line.status().name())
			.param("tier", line.tier().name())
			.param("autumn", line.autumn().amount())
			.param("spring", line.spring().amount())
			.param("on", line.effectiveOn())
			.param("from", (line.from() != null) ? line.from().name() : null)
			.param("reason", line.reason())
			.param("actor", actor.userId())
			.param("name", line.by())
			.param("at", line.at().toOffsetDateTime())
			.update();
	}

	/**
	 * Everything granted from a filing in this transaction is the beginning of its life.
	 */
	void begin(Actor officer, long schoolId, long filingId) {
		this.jdbc.sql("""
				insert into award_event (id, school_id, award_id, action, status, tier, autumn, spring, effective_on,
					actor_id, actor_name, at)
				select nextval('id_seq'), a.school_id, a.id, 'GRANT', 'ACTIVE', a.tier,
					(select t.amount from award_term t where t.award_id = a.id and t.term = 'AUTUMN'),
					(select t.amount from award_term t where t.award_id = a.id and t.term = 'SPRING'),
					:today, :actor, :name, :at
				from award a where a.school_id = :school and a.filing_id = :filing
					and not exists (select from award_event e where e.award_id = a.id)""")
			.param("today", LocalDate.now(this.clock))
			.param("actor", officer.userId())
			.param("name", officer.name())
			.param("at", now().toOffsetDateTime())
			.param("school", schoolId)
			.param("filing", filingId)
			.update();
	}

	/** The last step first. */
	List<Line> of(long awardId) {
		return this.jdbc.sql("select * from award_event where award_id = ? order by at desc, id desc")
			.param(awardId)
			.query(this::line)
			.list();
	}

	/** What happened to the awards of a pupil after they were granted. */
	List<Line> ofPupil(long enrolmentId) {
		return this.jdbc.sql("""
				select v.* from award_event v join award a on a.id = v.award_id
				where a.enrolment_id = ? and v.action <> 'GRANT' order by v.at desc, v.id desc""")
			.param(enrolmentId)
			.query(this::line)
			.list();
	}

	private Line line(ResultSet row, int number) throws SQLException {
		return new Line(AwardAction.valueOf(row.getString("action")), AwardStatus.valueOf(row.getString("status")),
				Tier.valueOf(row.getString("tier")), Yuan.of(row.getBigDecimal("autumn")),
				Yuan.of(row.getBigDecimal("spring")), row.getObject("effective_on", LocalDate.class),
				term(row.getString("from_term")), row.getString("reason"), row.getString("actor_name"),
				row.getTimestamp("at").toInstant().atZone(this.clock.getZone()));
	}

	/** Whether this person stopped the award the last time it was stopped. */
	boolean stoppedBy(Actor actor, long awardId) {
		return this.jdbc.sql("""
				select coalesce((select actor_id = ? from award_event where award_id = ? and action = 'STOP'
					order by at desc, id desc limit 1), false)""")
			.params(actor.userId(), awardId)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	/** The change of the case that waits for the principal, whatever it is. */
	Optional<Long> proposal(long applicationId) {
		return this.jdbc.sql("select id from recheck where application_id = ? and status = 'PROPOSED'")
			.param(applicationId)
			.query((row, number) -> row.getLong("id"))
			.optional();
	}

	/** The day of the latest stop. */
	Optional<LocalDate> stoppedOn(long awardId) {
		return this.jdbc.sql(
				"select effective_on from award_event where award_id = ? and action = 'STOP' order by at desc, id desc limit 1")
			.param(awardId)
			.query(LocalDate.class)
			.optional();
	}

	private static @Nullable Term term(@Nullable String name) {
		return (name != null) ? Term.valueOf(name) : null;
	}

	private ZonedDateTime now() {
		return ZonedDateTime.now(this.clock);
	}

	/**
	 * One step in the life of an award.
	 *
	 * @param autumn what the term is worth after it
	 * @param spring likewise
	 */
	record Line(AwardAction action, AwardStatus status, Tier tier, Yuan autumn, Yuan spring, LocalDate effectiveOn,
			@Nullable Term from, @Nullable String reason, String by, ZonedDateTime at) {

		/**
		 * A reason may tell of the family: it is for the school's own, and for the audit.
		 */
		Line shownTo(Actor actor) {
			return actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.AUDITOR) ? this
					: new Line(this.action, this.status, this.tier, this.autumn, this.spring, this.effectiveOn,
							this.from, null, this.by, this.at);
		}

	}

}
