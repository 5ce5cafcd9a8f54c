package org.nuanyang.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.programme.Tier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Class appraisals: written once, read by class and by case. */
@Repository
class AppraisalRepository {

	private static final String OWN = """
			(not :ownOnly or p.class_id in (select id from school_class where head_teacher_id = :teacher))""";

	private static final String OPINIONS = """
			select o.*, p.held_on, p.expected, p.chair, s.suggested, n.name as pupil_name,
				exists (select from application_event v where v.application_id = o.application_id
					and v.id > o.appraisal_id and v.from_status = 'CLASS_APPRAISED'
					and v.action in ('SEND_BACK', 'RETURN_TO_VISIT', 'RETURN_TO_CLASS')) as void,
				(select count(*) from class_appraisal_member m where m.appraisal_id = p.id) as attended,
				(select coalesce(string_agg(r.name, '、' order by r.name), '') from class_appraisal_recusal r
					where r.appraisal_id = o.appraisal_id and r.application_id = o.application_id) as recused
			from class_appraisal_opinion o
			join class_appraisal p on p.id = o.appraisal_id
			join aid_application a on a.id = o.application_id
			left join assessment s on s.id = o.assessment_id
			join enrolment e on e.id = a.enrolment_id
			join person n on n.id = e.person_id
			""";

	private final JdbcClient jdbc;

	AppraisalRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long add(Actor teacher, ClassAppraisal appraisal, String classLabel, Map<Long, Set<String>> kin, Instant now) {
		var school = teacher.ownSchool();
		var id = this.jdbc
			.sql("""
					insert into class_appraisal (id, school_id, round_id, class_id, class_label, held_on, place, chair,
						expected, recorded_by, recorded_by_name, recorded_at)
					values (nextval('id_seq'), :school, :round, :class, :label, :held, :place, :chair, :expected, :by, :name,
						:at)
					returning id""")
			.param("school", school)
			.param("round", appraisal.roundId())
			.param("class", appraisal.classId())
			.param("label", classLabel)
			.param("held", appraisal.heldOn())
			.param("place", appraisal.place())
			.param("chair", appraisal.chair())
			.param("expected", appraisal.expected())
			.param("by", teacher.userId())
			.param("name", teacher.name())
			.param("at", now.atOffset(ZoneOffset.UTC))
			.query((row, index) -> row.getLong(1))
			.single();
		for (var position = 0; position < appraisal.members().size(); position++) {
			var member = appraisal.members().get(position);
			this.jdbc.sql("""
					insert into class_appraisal_member (appraisal_id, school_id, position, kind, name)
					values (?, ?, ?, ?, ?)""")
				.params(id, school, position + 1, member.kind().name(), member.name())
				.update();
		}
		appraisal.opinions()
			.forEach((opinion) -> add(school, id, opinion, kin.getOrDefault(opinion.applicationId(), Set.of())));
		return id;
	}

	private void add(long school, long appraisalId, ClassAppraisal.Opinion opinion, Set<String> kin) {
		var votes = opinion.votes();
		var namesakes = new TreeSet<>(kin);
		namesakes.removeAll(opinion.recused());
		this.jdbc
			.sql("""
					insert into class_appraisal_opinion (appraisal_id, school_id, application_id, assessment_id, tier, votes_for,
						votes_against, abstained, reason, namesakes, namesake_reason)
					values (:appraisal, :school, :application,
						(select assessment_id from aid_application where id = :application), :tier, :for, :against, :abstained,
						:reason, :namesakes, :namesakeReason)""")
			.param("appraisal", appraisalId)
			.param("school", school)
			.param("application", opinion.applicationId())
			.param("tier", (opinion.tier() != null) ? opinion.tier().name() : null)
			.param("for", votes.votesFor())
			.param("against", votes.votesAgainst())
			.param("abstained", votes.abstained())
			.param("reason", opinion.reason())
			.param("namesakes", String.join("、", namesakes))
			.param("namesakeReason", namesakes.isEmpty() ? "" : opinion.namesakeReason())
			.update();
		for (var name : opinion.recused()) {
			this.jdbc.sql("""
					insert into class_appraisal_recusal (appraisal_id, application_id, school_id, name)
					values (?, ?, ?, ?)""").params(appraisalId, opinion.applicationId(), school, name).update();
		}
	}

	/** Those of a round that this person may see, the latest first. */
	List<AppraisalRow> ofRound(Actor actor, long roundId) {
		return this.jdbc
			.sql("""
					select p.id, p.round_id, p.class_label, p.held_on, p.expected, p.recorded_by_name,
						(select count(*) from class_appraisal_member m where m.appraisal_id = p.id) as attended,
						(select count(*) from class_appraisal_opinion o where o.appraisal_id = p.id) as cases
					from class_appraisal p where p.round_id = :round and """ + " " + OWN
					+ " order by p.held_on desc, p.id desc")
			.param("round", roundId)
			.param("ownOnly", actor.seesOwnClassesOnly())
			.param("teacher", actor.userId())
			.query((row, index) -> new AppraisalRow(row.getLong("id"), row.getLong("round_id"),
					row.getString("class_label"), row.getDate("held_on").toLocalDate(), row.getInt("expected"),
					row.getInt("attended"), row.getInt("cases"), row.getString("recorded_by_name")))
			.list();
	}

	Optional<AppraisalRecord> one(Actor actor, long id) {
		return this.jdbc.sql("select p.* from class_appraisal p where p.id = :id and " + OWN)
			.param("id", id)
			.param("ownOnly", actor.seesOwnClassesOnly())
			.param("teacher", actor.userId())
			.query((row, index) -> new AppraisalRecord(id, row.getLong("round_id"), row.getString("class_label"),
					row.getDate("held_on").toLocalDate(), row.getString("place"), row.getString("chair"),
					row.getInt("expected"), members(id), opinions(id), row.getString("recorded_by_name")))
			.optional();
	}

	private List<ClassAppraisal.Member> members(long id) {
		return this.jdbc.sql("select kind, name from class_appraisal_member where appraisal_id = ? order by position")
			.param(id)
			.query((row, index) -> new ClassAppraisal.Member(MemberKind.valueOf(row.getString("kind")),
					row.getString("name")))
			.list();
	}

	private List<RecordedOpinion> opinions(long id) {
		return this.jdbc.sql(OPINIONS + "where o.appraisal_id = ? order by n.sort_key, o.application_id")
			.param(id)
			.query((row, index) -> opinion(row))
			.list();
	}

	/** What the class said last of a case. */
	Optional<RecordedOpinion> lastOf(long applicationId) {
		return this.jdbc.sql(OPINIONS + "where o.application_id = ? order by o.appraisal_id desc limit 1")
			.param(applicationId)
			.query((row, index) -> opinion(row))
			.optional();
	}

	/** The day on which the class last spoke of one of these cases, with that case. */
	Optional<LastHeld> lastHeld(Collection<Long> applicationIds) {
		return applicationIds.isEmpty() ? Optional.empty() : this.jdbc.sql("""
				select o.application_id, p.held_on from class_appraisal_opinion o
				join class_appraisal p on p.id = o.appraisal_id
				where o.application_id in (:cases)
				order by p.held_on desc, o.application_id limit 1""")
			.param("cases", applicationIds)
			.query((row, index) -> new LastHeld(row.getLong("application_id"), row.getDate("held_on").toLocalDate()))
			.optional();
	}

	/**
	 * Since when cases are before the committee: the day on which the class spoke of
	 * them, or on which they came back. Cases of which neither is known are left out.
	 */
	Map<Long, LocalDate> readySince(Collection<Long> applicationIds, ZoneId zone) {
		if (applicationIds.isEmpty()) {
			return Map.of();
		}
		var since = new HashMap<Long, LocalDate>();
		this.jdbc
			.sql("""
					select a.id, greatest(
						(select max(p.held_on) from class_appraisal_opinion o join class_appraisal p on p.id = o.appraisal_id
							where o.application_id = a.id),
						(select (max(e.at) at time zone :zone)::date from application_event e
							where e.application_id = a.id and e.action = 'RETURN'))
					from aid_application a where a.id in (:cases)""")
			.param("zone", zone.getId())
			.param("cases", applicationIds)
			.query((row) -> {
				var day = row.getObject(2, LocalDate.class);
				if (day != null) {
					since.put(row.getLong(1), day);
				}
			});
		return since;
	}

	record LastHeld(long applicationId, LocalDate on) {

	}

	private static RecordedOpinion opinion(ResultSet row) throws SQLException {
		return new RecordedOpinion(row.getLong("appraisal_id"), row.getLong("application_id"),
				row.getString("pupil_name"), row.getDate("held_on").toLocalDate(), row.getInt("expected"),
				row.getInt("attended"), row.getString("chair"), suggestion(row), tier(row.getString("tier")),
				new Votes(row.getInt("votes_for"), row.getInt("votes_against"), row.getInt("abstained")),
				row.getString("reason"), row.getString("recused"), row.getString("namesakes"),
				row.getString("namesake_reason"), row.getBoolean("void"));
	}

	private static RecordedOpinion.@Nullable Suggestion suggestion(ResultSet row) throws SQLException {
		return (row.getObject("assessment_id") != null)
				? new RecordedOpinion.Suggestion(tier(row.getString("suggested"))) : null;
	}

	private static @Nullable Tier tier(@Nullable String name) {
		return (name != null) ? Tier.valueOf(name) : null;
	}

}
