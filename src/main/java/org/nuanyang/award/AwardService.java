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
import org.nuanyang.kernel.Recall;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.nuanyang.programme.Recipient;
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

	private final Exclusions exclusions;

	private final Payability payability;

	private final AwardHistory history;

	private final Audit audit;

	AwardService(AwardRepository awards, FilingService filings, ApplicationService applications,
			ProgrammeService programmes, StudentService students, Exclusions exclusions, Payability payability,
			AwardHistory history, Audit audit) {
		this.awards = awards;
		this.filings = filings;
		this.applications = applications;
		this.programmes = programmes;
		this.students = students;
		this.exclusions = exclusions;
		this.payability = payability;
		this.history = history;
		this.audit = audit;
	}

	/** Grants the tiered grant; see below. */
	@Transactional
	public int grant(Actor officer, long filingId) {
		return grant(officer, filingId, this.programmes.programme(ProgrammeService.TIERED_GRANT).id());
	}

	/**
	 * Grants a programme to everybody on an accepted filing who asks for it, has no award
	 * of it yet and whom nothing stands against. Pressed again, it grants to whom it now
	 * can.
	 * @return how many were granted
	 */
	@Transactional
	public int grant(Actor officer, long filingId, long programmeId) {
		var filing = this.filings.head(officer, filingId);
		if (!mayGrant(officer, filing)) {
			throw new RuleViolation("award.grant.forbidden");
		}
		// Two programmes granted at once would each find that the other is not held yet.
		this.awards.takeTurns(filing.schoolId());
		var programme = this.programmes.programme(programmeId);
		var scale = this.programmes.scale(programme.id(), filing.year());
		var granted = (int) ungranted(officer, filing, programme.id()).stream()
			.filter((pupil) -> pupil.obstacle() == null)
			.filter((pupil) -> this.awards.grant(officer, filing, pupil.row(), programme.id(),
					scale.perTerm(pupil.who())))
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

	/** The programmes that the round of a filing recognised hardship for. */
	List<ProgrammeView> programmes(FilingHead filing) {
		var offered = this.applications.programmes(filing.roundId());
		return this.programmes.programmes().stream().filter((programme) -> offered.contains(programme.id())).toList();
	}

	/** Those of an accepted filing who ask for a programme. */
	List<FilingRow> asking(Actor actor, FilingHead filing, long programme) {
		if (!this.applications.programmes(filing.roundId()).contains(programme)) {
			return List.of();
		}
		var asked = this.applications.askedProgrammes(filing.roundId());
		return this.filings.accepted(actor, filing.id())
			.rows()
			.stream()
			.filter((row) -> asked.getOrDefault(row.applicationId(), Set.of(programme)).contains(programme))
			.toList();
	}

	/** Those of them without an award, and what stands against it. */
	List<Ungranted> ungranted(Actor actor, FilingHead filing, long programme) {
		return Recall.during(() -> readUngranted(actor, filing, programme));
	}

	private List<Ungranted> readUngranted(Actor actor, FilingHead filing, long programme) {
		var granted = this.awards.granted(filing.schoolId(), filing.id(), programme);
		var rows = asking(actor, filing, programme).stream()
			.filter((row) -> !granted.contains(row.applicationId()))
			.toList();
		var here = atSchool(actor, rows);
		var standing = this.applications.standing(filing.roundId());
		var held = this.awards.held(rows.stream().map(FilingRow::personId).toList(), filing.year(), filing.schoolId());
		return rows.stream().map((row) -> {
			var stage = here.getOrDefault(row.enrolmentId(), SchoolStage.PRIMARY);
			var who = new Recipient(row.tier(), stage, row.boarding());
			var obstacle = obstacle(row, held.of(row.personId(), programme), here.keySet(), standing);
			return (obstacle != null) ? new Ungranted(row, who, obstacle, "")
					: this.exclusions.against(filing, row, programme, who, held)
						.map((exclusion) -> new Ungranted(row, who, exclusion.obstacle(), exclusion.other().name()))
						.orElseGet(() -> new Ungranted(row, who, null, ""));
		}).toList();
	}

	/** Those who are at the school now, with their stage. */
	private Map<Long, SchoolStage> atSchool(Actor actor, List<FilingRow> rows) {
		return this.students.pupils(actor, rows.stream().map(FilingRow::enrolmentId).toList())
			.stream()
			.filter((pupil) -> pupil.status() == EnrolmentStatus.ENROLLED)
			.collect(Collectors.toUnmodifiableMap(PupilView::id, PupilView::stage));
	}

	private static @Nullable Obstacle obstacle(FilingRow row, HeldAwards.Holding held, Set<Long> here,
			Set<Long> standing) {
		if (held.elsewhere()) {
			return Obstacle.AWARDED_ELSEWHERE;
		}
		if (held.here()) {
			return Obstacle.AWARDED_HERE;
		}
		if (held.isGivenBefore()) {
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

	/**
	 * What stands in the way of paying again what failed: a decision on the award, or
	 * that the pupil died or left; who moved on later is still owed the term.
	 */
	public Map<Long, Hindrance> hindrancesAgain(Actor actor, Term term, Collection<PayableAward> payments) {
		return this.payability.hindrancesAgain(term, payments);
	}

	/** A pupil's awards at this school, the latest year first. */
	public List<PupilAward> ofPupil(Actor actor, long enrolmentId) {
		return this.awards.ofPupil(this.students.pupil(actor, enrolmentId).schoolId(), enrolmentId);
	}

}
