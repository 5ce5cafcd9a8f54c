package org.nuanyang.visit;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.HashMap;
import org.nuanyang.web.Waiting;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.PupilView;
import org.nuanyang.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Home visits: added, never changed. */
@Repository
class VisitRepository {

	private static final String OBSERVATION = "home_visit.observation";

	private static final String VISIT = "select v.*, u.name as visitor from home_visit v join app_user u on u.id = v.visitor_id ";

	private static final String DUE = """
			select e.id, null::date as follow_up_on from enrolment e
			where e.school_id = :school and e.status = 'ENROLLED'
				and (exists (select from household h where h.enrolment_id = e.id and h.school_year = :year)
					or exists (select from pupil_category c where c.enrolment_id = e.id and c.code like 'P%'
						and c.valid_from <= :today and (c.valid_until is null or c.valid_until >= :today)))
				and not exists (select from home_visit v where v.enrolment_id = e.id and v.school_year = :year)
			union all
			select v.enrolment_id, max(v.follow_up_on) from home_visit v join enrolment e on e.id = v.enrolment_id
			where v.school_id = :school and e.status = 'ENROLLED' and v.follow_up_on <= :soon
				and not exists (select from home_visit later where later.enrolment_id = v.enrolment_id
					and (later.visited_on, later.id) > (v.visited_on, v.id))
			group by v.enrolment_id""";

	private final JdbcClient jdbc;

	private final Vault vault;

	VisitRepository(JdbcClient jdbc, Vault vault) {
		this.jdbc = jdbc;
		this.vault = vault;
	}

	long insert(PupilView pupil, SchoolYear year, VisitReport report, Actor actor, Instant at) {
		var words = report.words();
		return this.jdbc.sql("""
				insert into home_visit (school_id, enrolment_id, school_year, submission, kind, visited_on, begun_at,
					ended_at, place, visitor_id, second_visitor, interviewee, interviewee_relation, purposes,
					members_note, dwelling, child_at_home, observation, requests, agreed, follow_up_on, agreement,
					difference, recorded_at)
				values (:school, :enrolment, :year, :submission, :kind, :day, :begun, :ended, :place, :visitor, :second,
					:interviewee, :relation, string_to_array(:purposes, ','), :members, :dwelling, :child, :observation,
					:requests, :agreed, :followUp, :agreement, :difference, :at)
				returning id
				""")
			.param("school", pupil.schoolId())
			.param("enrolment", pupil.id())
			.param("year", year.firstYear())
			.param("submission", report.submission())
			.param("kind", report.kind().name())
			.param("day", report.day())
			.param("begun", report.begun())
			.param("ended", report.ended())
			.param("place", report.place())
			.param("visitor", actor.userId())
			.param("second", report.secondVisitor())
			.param("interviewee", report.interviewee())
			.param("relation", report.intervieweeRelation())
			.param("purposes", String.join(",", report.purposes().stream().sorted().map(VisitPurpose::name).toList()))
			.param("members", words.members())
			.param("dwelling", words.dwelling())
			.param("child", words.childAtHome())
			.param("observation", sealed(words.observation()), Types.BINARY)
			.param("requests", words.requests())
			.param("agreed", words.agreed())
			.param("followUp", report.followUpOn(), Types.DATE)
			.param("agreement", report.agreement().name())
			.param("difference", report.difference())
			.param("at", Timestamp.from(at))
			.query(Long.class)
			.single();
	}

	private byte @Nullable [] sealed(String observation) {
		return observation.isEmpty() ? null : this.vault.seal(OBSERVATION, observation);
	}

	Optional<Long> bySubmission(long schoolId, UUID submission) {
		return this.jdbc.sql("select id from home_visit where school_id = ? and submission = ?")
			.params(schoolId, submission)
			.query(Long.class)
			.optional();
	}

	Optional<VisitView> find(long id) {
		return this.jdbc.sql(VISIT + "where v.id = ?").param(id).query(this::view).optional();
	}

	List<VisitView> ofPupil(PupilView pupil) {
		return this.jdbc
			.sql(VISIT + "where v.school_id = ? and v.enrolment_id = ? order by v.visited_on desc, v.id desc")
			.params(pupil.schoolId(), pupil.id())
			.query(this::view)
			.list();
	}

	Set<Long> visited(Collection<Long> enrolmentIds, SchoolYear year) {
		return enrolmentIds.isEmpty() ? Set.of() : new HashSet<>(this.jdbc
			.sql("select distinct enrolment_id from home_visit where enrolment_id in (:ids) and school_year = :year")
			.param("ids", enrolmentIds)
			.param("year", year.firstYear())
			.query((row, n) -> row.getLong(1))
			.list());
	}

	Map<Long, Agreement> agreements(Collection<Long> enrolmentIds, SchoolYear year, LocalDate until) {
		var agreements = new HashMap<Long, Agreement>();
		if (!enrolmentIds.isEmpty()) {
			this.jdbc.sql("""
					select distinct on (enrolment_id) enrolment_id, agreement from home_visit
					where enrolment_id in (:ids) and school_year = :year and visited_on <= :until
					order by enrolment_id, visited_on desc, id desc""")
				.param("ids", enrolmentIds)
				.param("year", year.firstYear())
				.param("until", until)
				.query((row) -> {
					agreements.put(row.getLong(1), Agreement.valueOf(row.getString(2)));
				});
		}
		return agreements;
	}

	/** The last visits of the school. */
	List<VisitView> latest(long schoolId, int limit) {
		return this.jdbc.sql(VISIT + "where v.school_id = ? order by v.visited_on desc, v.id desc limit ?")
			.params(schoolId, limit)
			.query(this::view)
			.list();
	}

	/**
	 * Pupils whose family declared itself or is in a category that leads to money, and
	 * was not visited this year; with the day where a follow-up was agreed and not yet
	 * made.
	 */
	Map<Long, Optional<LocalDate>> due(long schoolId, LocalDate today) {
		var due = new LinkedHashMap<Long, Optional<LocalDate>>();
		this.jdbc.sql(DUE).params(parameters(schoolId, today)).query((row) -> {
			due.put(row.getLong("id"), Optional.ofNullable(row.getObject("follow_up_on", LocalDate.class)));
		});
		return due;
	}

	/** Those for whom other features wait. */
	Set<Long> awaited(AwaitsVisit feature, long schoolId, LocalDate today) {
		return this.jdbc.sql(feature.enrolments())
			.params(parameters(schoolId, today))
			.query((row, number) -> row.getLong(1))
			.set();
	}

	/** Whom other features ask to visit once more, by enrolment. */
	Map<Long, VisitAsked> asked(AwaitsVisit feature, long schoolId, LocalDate today) {
		var asked = new HashMap<Long, VisitAsked>();
		this.jdbc.sql(feature.asked()).params(parameters(schoolId, today)).query((row) -> {
			asked.put(row.getLong("enrolment_id"), new VisitAsked(row.getString("actor_name"),
					row.getTimestamp("at").toInstant(), row.getString("reason")));
		});
		return asked;
	}

	/**
	 * How many pupils are due or awaited whom this person visits, without reading who
	 * they are: those of the own classes, and for an officer those of a class without a
	 * head teacher.
	 */
	static Waiting waiting(Actor actor, List<AwaitsVisit> awaiting, LocalDate today) {
		var pupils = Stream
			.concat(Stream.of("select d.id from (" + DUE + ") d"), awaiting.stream().map(AwaitsVisit::enrolments))
			.collect(Collectors.joining(" union "));
		var parameters = parameters(actor.ownSchool(), today);
		parameters.put("officer", actor.is(Role.OFFICER));
		parameters.put("me", actor.userId());
		return new Waiting("""
				select count(*) from enrolment e join school_class k on k.id = e.class_id
				where e.school_id = :school and e.left_on is null
					and (k.head_teacher_id = :me or k.head_teacher_id is null and :officer)
					and e.id in (%s)""".replace("%s", pupils), parameters);
	}

	private static Map<String, Object> parameters(long schoolId, LocalDate today) {
		return new HashMap<>(Map.of("school", schoolId, "year", SchoolYear.of(today).firstYear(), "today", today,
				"soon", today.plusDays(14)));
	}

	private VisitView view(ResultSet row, int number) throws SQLException {
		return new VisitView(row.getLong("id"), row.getLong("enrolment_id"), new SchoolYear(row.getInt("school_year")),
				VisitKind.valueOf(row.getString("kind")), row.getObject("visited_on", LocalDate.class),
				row.getObject("begun_at", LocalTime.class), row.getObject("ended_at", LocalTime.class),
				row.getString("place"), row.getLong("visitor_id"), row.getString("visitor"),
				row.getString("second_visitor"), row.getString("interviewee"), row.getString("interviewee_relation"),
				purposes(row.getArray("purposes")), words(row), Agreement.valueOf(row.getString("agreement")),
				row.getString("difference"), row.getObject("follow_up_on", LocalDate.class),
				row.getTimestamp("recorded_at").toInstant());
	}

	private static List<VisitPurpose> purposes(Array column) throws SQLException {
		return Arrays.stream((String[]) column.getArray()).map(VisitPurpose::valueOf).toList();
	}

	private VisitReport.Words words(ResultSet row) throws SQLException {
		var sealed = row.getBytes("observation");
		return new VisitReport.Words(row.getString("members_note"), row.getString("dwelling"),
				row.getString("child_at_home"), (sealed == null) ? "" : this.vault.open(OBSERVATION, sealed),
				row.getString("requests"), row.getString("agreed"));
	}

}
