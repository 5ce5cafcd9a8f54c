package org.nuanyang.award;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.student.EnrolmentStatus;
import org.nuanyang.student.StudentService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exceptions from the rule that two programmes are not held together: recommended by the
 * officer with a reason, in force once the principal approves.
 */
@Service
@Transactional
class Recommendations {

	private static final int SHORTEST = 10;

	private static final int LONGEST = 500;

	private final JdbcClient jdbc;

	private final ApplicationService applications;

	private final StudentService students;

	private final Audit audit;

	private final Clock clock;

	Recommendations(JdbcClient jdbc, ApplicationService applications, StudentService students, Audit audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.applications = applications;
		this.students = students;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	boolean isApproved(long applicationId, long programmeId) {
		return this.jdbc.sql("""
				select exists (select from award_recommendation where application_id = ? and programme_id = ?
					and approved_by is not null)""")
			.params(applicationId, programmeId)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	/**
	 * Those that wait for the principal, by case: what was written, and by which id to
	 * approve.
	 */
	@Transactional(readOnly = true)
	Map<Long, Waiting> waiting(long schoolId, long programmeId) {
		var waiting = new HashMap<Long, Waiting>();
		this.jdbc.sql("""
				select id, application_id, reason, recommended_by_name from award_recommendation
				where school_id = ? and programme_id = ? and approved_by is null""")
			.params(schoolId, programmeId)
			.query((row) -> {
				waiting.put(row.getLong("application_id"),
						new Waiting(row.getLong("id"), row.getString("reason"), row.getString("recommended_by_name")));
			});
		return waiting;
	}

	void recommend(Actor officer, long applicationId, long programmeId, String typed) {
		var application = this.applications.one(officer, applicationId);
		if (!officer.scope().write().contains(application.schoolId())) {
			throw new NotFound("recommendation for " + applicationId);
		}
		atSchool(officer, application);
		var reason = typed.strip();
		if (reason.length() < SHORTEST || reason.length() > LONGEST) {
			throw RuleViolation.on("reason", "award.recommend.reason", SHORTEST, LONGEST);
		}
		var stored = this.jdbc.sql("""
				insert into award_recommendation (school_id, application_id, programme_id, reason, recommended_by,
					recommended_by_name, recommended_at)
				values (?, ?, ?, ?, ?, ?, ?) on conflict (application_id, programme_id) do nothing""")
			.params(application.schoolId(), applicationId, programmeId, reason, officer.userId(), officer.name(),
					this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		if (stored == 0) {
			throw new RuleViolation("award.recommend.twice", application.name());
		}
		this.audit.record(officer, application.schoolId(), "award.recommended", "application", applicationId,
				Map.of("programme", programmeId));
	}

	void approve(Actor principal, long id) {
		var found = this.jdbc
			.sql("select application_id, recommended_by from award_recommendation where id = ? and approved_by is null")
			.param(id)
			.query((row, number) -> new long[] { row.getLong(1), row.getLong(2) })
			.optional()
			.orElseThrow(() -> new NotFound("recommendation " + id));
		var application = this.applications.one(principal, found[0]);
		if (!principal.is(Role.PRINCIPAL) || !principal.scope().write().contains(application.schoolId())) {
			throw new NotFound("recommendation " + id);
		}
		if (found[1] == principal.userId()) {
			throw new RuleViolation("award.recommend.same-person");
		}
		atSchool(principal, application);
		this.jdbc
			.sql("update award_recommendation set approved_by = ?, approved_by_name = ?, approved_at = ? where id = ?")
			.params(principal.userId(), principal.name(), this.clock.instant().atOffset(ZoneOffset.UTC), id)
			.update();
		this.audit.record(principal, application.schoolId(), "award.recommendation-approved", "application",
				application.id(), Map.of());
	}

	/** Who left, or whose case has ended since, cannot be helped by an exception. */
	private void atSchool(Actor actor, CaseView application) {
		var status = this.students.pupil(actor, application.enrolmentId()).status();
		if (!ApplicationStatus.STANDING.contains(application.status()) || status != EnrolmentStatus.ENROLLED) {
			throw new RuleViolation("award.recommend.gone", application.name());
		}
	}

	/** A recommendation nobody has approved yet. */
	record Waiting(long id, String reason, String by) {

	}

}
