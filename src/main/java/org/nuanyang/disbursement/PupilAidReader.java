package org.nuanyang.disbursement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.award.TermState;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilView;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a pupil is due and has had, for whoever may know the tier and the money. */
@Service
@Transactional(readOnly = true)
class PupilAidReader {

	private static final String TERMS = """
			select a.school_year, t.term, t.tier, t.amount, p.name, coalesce(s.state, 'OPEN') as state, coalesce(s.paid, 0) as paid, s.paid_on,
				a.status = 'STOPPED' and s.state is null and (a.stopped_from = 'AUTUMN' or t.term = a.stopped_from) as stopped
			from award a join award_term t on t.award_id = a.id join programme p on p.id = a.programme_id
				left join lateral (select %s as state, sum(o.amount) filter (where o.kind = 'PAID' and k.id is null) as paid,
						max(o.settled_on) filter (where o.kind = 'PAID' and k.id is null) as paid_on
					from %s and r.award_id = a.id and b.term = t.term having count(*) > 0) s on true
			where a.enrolment_id = ? and a.school_year >= ? and t.amount > 0
			order by a.school_year desc, t.term = 'AUTUMN', p.id, a.id
			"""
		.formatted(PaidAwardTerms.STATE, PaidAwardTerms.LOCKED_ROWS);

	private final JdbcClient jdbc;

	private final ApplicationService applications;

	private final Clock clock;

	PupilAidReader(JdbcClient jdbc, ApplicationService applications, Clock clock) {
		this.jdbc = jdbc;
		this.applications = applications;
		this.clock = clock;
	}

	static boolean mayRead(Actor actor) {
		return mayReadCase(actor) || actor.is(Role.COUNTY);
	}

	private static boolean mayReadCase(Actor actor) {
		return actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.AUDITOR);
	}

	PupilAid of(Actor actor, PupilView pupil) {
		var year = SchoolYear.of(LocalDate.now(this.clock));
		var lines = this.jdbc.sql(TERMS)
			.params(pupil.id(), year.previous().firstYear())
			.query(PupilAidReader::line)
			.list();
		var granted = lines.stream().anyMatch((line) -> line.year().equals(year));
		return new PupilAid(pupil.id(), lines, (granted || !mayReadCase(actor)) ? null : running(actor, pupil, year),
				PupilLedgerService.mayRead(actor));
	}

	private @Nullable CaseView running(Actor actor, PupilView pupil, SchoolYear year) {
		return this.applications.ofPupil(actor, pupil.id())
			.stream()
			.filter((application) -> application.year().equals(year)
					&& !ApplicationStatus.OVER.contains(application.status()))
			.findFirst()
			.orElse(null);
	}

	private static PupilAid.Line line(ResultSet row, int number) throws SQLException {
		return new PupilAid.Line(new SchoolYear(row.getInt("school_year")), Term.valueOf(row.getString("term")),
				row.getString("name"), Tier.valueOf(row.getString("tier")), PaymentRepository.yuan(row, "amount"),
				PaymentRepository.yuan(row, "paid"), TermState.valueOf(row.getString("state")),
				row.getBoolean("stopped"), row.getObject("paid_on", LocalDate.class));
	}

}
