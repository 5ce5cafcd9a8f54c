package org.nuanyang.award;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.audit.Audit;
import org.nuanyang.filing.FilingHead;
import org.nuanyang.filing.FilingRow;
import org.nuanyang.filing.FilingService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.student.EnrolmentStatus;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Awards: granted from an accepted filing, once per person, programme and school year.
 */
@Service
@Transactional(readOnly = true)
public class AwardService {

	private final AwardRepository awards;

	private final FilingService filings;

	private final ApplicationService applications;

	private final ProgrammeService programmes;

	private final StudentService students;

	private final Payability payability;

	private final AwardHistory history;

	private final Audit audit;

	AwardService(AwardRepository awards, FilingService filings, ApplicationService applications,
			ProgrammeService programmes, StudentService students, Payability payability, AwardHistory history,
			Audit audit) {
		this.awards = awards;
		this.filings = filings;
		this.applications = applications;
		this.programmes = programmes;
		this.students = students;
		this.payability = payability;
		this.history = history;
		this.audit = audit;
	}

	/**
	 * Grants the tiered grant to everybody on an accepted filing who has no award yet and
	 * whom nothing stands against. Pressed again, it grants to whom it now can.
	 * @return how many were granted
	 */
	@Transactional
	public int grant(Actor officer, long filingId) {
		var filing = this.filings.head(officer, filingId);
		if (!mayGrant(officer, filing)) {
			throw new RuleViolation("award.grant.forbidden");
		}
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT);
		var standards = this.programmes.standards(programme.id(), filing.year());
		var granted = (int) ungranted(officer, filing).stream()
			.filter((pupil) -> pupil.obstacle() == null)
			.filter((pupil) -> this.awards.grant(officer, filing, pupil.row(), programme.id(), standards))
			.count();
		if (granted == 0) {
			throw new RuleViolation("award.grant.nobody");
		}
		this.history.begin(officer, filing.schoolId(), filingId);
		this.applications.filed(officer, filing.roundId());
		this.audit.record(officer, filing.schoolId(), "award.granted", "filing", filingId,
				Map.of("programme", programme.code(), "people", granted));
		return granted;
	}

	static boolean mayGrant(Actor actor, FilingHead filing) {
		return actor.is(Role.OFFICER) && actor.scope().write().contains(filing.schoolId()) && filing.isAccepted();
	}

	/** Those of an accepted filing without an award, and what stands against it. */
	List<Ungranted> ungranted(Actor actor, FilingHead filing) {
		var granted = this.awards.granted(filing.schoolId(), filing.id());
		var rows = this.filings.accepted(actor, filing.id())
			.rows()
			.stream()
			.filter((row) -> !granted.contains(row.applicationId()))
			.toList();
		var here = atSchool(actor, rows);
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		var standing = this.applications.standing(filing.roundId());
		return rows.stream()
			.map((row) -> new Ungranted(row, obstacle(filing, row, programme, here, standing)))
			.toList();
	}

	private Set<Long> atSchool(Actor actor, List<FilingRow> rows) {
		return this.students.pupils(actor, rows.stream().map(FilingRow::enrolmentId).toList())
			.stream()
			.filter((pupil) -> pupil.status() == EnrolmentStatus.ENROLLED)
			.map(PupilView::id)
			.collect(Collectors.toUnmodifiableSet());
	}

	private @Nullable Obstacle obstacle(FilingHead filing, FilingRow row, long programme, Set<Long> here,
			Set<Long> standing) {
		var person = row.personId();
		if (this.awards.awardedElsewhere(person, programme, filing.year(), filing.schoolId())) {
			return Obstacle.AWARDED_ELSEWHERE;
		}
		if (this.awards.awardedHere(person, programme, filing.year(), filing.schoolId())) {
			return Obstacle.AWARDED_HERE;
		}
		if (Arrays.stream(Term.values())
			.allMatch((term) -> this.awards.awardedBefore(person, programme, filing.year(), term))) {
			return Obstacle.GIVEN_BEFORE;
		}
		if (!standing.contains(row.applicationId())) {
			return Obstacle.CASE_ENDED;
		}
		return here.contains(row.enrolmentId()) ? null : Obstacle.NOT_AT_SCHOOL;
	}

	/**
	 * What the school's awards of a programme pay in one term, in the order of granting.
	 */
	public List<PayableAward> payable(Actor actor, long schoolId, long programmeId, SchoolYear year, Term term) {
		if (!actor.scope().read().contains(schoolId)) {
			throw new NotFound("awards of school " + schoolId);
		}
		return this.awards.payable(schoolId, programmeId, year, term);
	}

	/**
	 * What stands in the way of paying these awards the given amounts in a term, by the
	 * award's id; those that may be paid are left out. Asked when a list is made and
	 * again before it is locked.
	 */
	public Map<Long, Hindrance> hindrances(Actor actor, Term term, Collection<PayableAward> payments) {
		return this.payability.hindrances(term, payments);
	}

	/** A pupil's awards at this school, the latest year first. */
	public List<PupilAward> ofPupil(Actor actor, long enrolmentId) {
		return this.awards.ofPupil(this.students.pupil(actor, enrolmentId).schoolId(), enrolmentId);
	}

}
