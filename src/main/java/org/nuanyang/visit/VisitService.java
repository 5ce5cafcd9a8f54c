package org.nuanyang.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.nuanyang.audit.Audit;
import org.nuanyang.household.FactSource;
import org.nuanyang.household.HouseholdService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Home visits, recorded once and never edited: a second look is a second visit. */
@Service
@Transactional(readOnly = true)
public class VisitService {

	private static final int LATEST = 20;

	private final VisitRepository visits;

	private final AlarmRepository alarms;

	private final HouseholdService households;

	private final DeclaredFigures declared;

	private final StudentService students;

	private final OrgService orgs;

	private final ObjectProvider<AwaitsVisit> awaiting;

	private final ApplicationEventPublisher events;

	private final Audit audit;

	private final Clock clock;

	VisitService(VisitRepository visits, AlarmRepository alarms, HouseholdService households, DeclaredFigures declared,
			StudentService students, OrgService orgs, ObjectProvider<AwaitsVisit> awaiting,
			ApplicationEventPublisher events, Audit audit, Clock clock) {
		this.visits = visits;
		this.alarms = alarms;
		this.households = households;
		this.declared = declared;
		this.students = students;
		this.orgs = orgs;
		this.awaiting = awaiting;
		this.events = events;
		this.audit = audit;
		this.clock = clock;
	}

	/** Whether the pupil was visited in that school year. */
	public boolean visited(long enrolmentId, SchoolYear year) {
		return visited(Set.of(enrolmentId), year).contains(enrolmentId);
	}

	/** Those of the pupils who were visited in that school year. */
	public Set<Long> visited(Collection<Long> enrolmentIds, SchoolYear year) {
		return this.visits.visited(enrolmentIds, year);
	}

	/**
	 * How the last visit of that year to each pupil agreed with what was declared, for
	 * the whole school.
	 * @param until the last day that counts
	 */
	public Map<Long, Agreement> agreements(Actor actor, Collection<Long> enrolmentIds, SchoolYear year,
			LocalDate until) {
		if (!HouseholdService.mayRead(actor) || actor.seesOwnClassesOnly()) {
			throw new NotFound("visits of the school for " + actor.userId());
		}
		return this.visits.agreements(enrolmentIds, year, until);
	}

	/** The visits to a pupil, the latest first. */
	public List<VisitView> visits(Actor actor, long enrolmentId) {
		return this.visits.ofPupil(readable(actor, enrolmentId))
			.stream()
			.map((visit) -> visit.showing(mayReadObservation(actor, visit)))
			.toList();
	}

	public VisitView visit(Actor actor, long visitId) {
		var visit = this.visits.find(visitId).orElseThrow(() -> new NotFound("visit " + visitId));
		readable(actor, visit.enrolmentId());
		return visit.showing(mayReadObservation(actor, visit));
	}

	/** Psychological text is for who wrote it and the principal. */
	private static boolean mayReadObservation(Actor actor, VisitView visit) {
		return actor.is(Role.PRINCIPAL) || visit.visitorId() == actor.userId();
	}

	/**
	 * Visits to be made by the actor: those of the own classes, or of the whole school.
	 */
	public List<DueVisit> due(Actor actor) {
		var today = LocalDate.now(this.clock);
		var due = this.visits.due(actor.ownSchool(), today);
		var cases = awaited(actor, today);
		var asked = asked(actor.ownSchool(), today);
		cases.forEach((pupil) -> due.putIfAbsent(pupil, Optional.empty()));
		return this.students.pupils(actor, due.keySet())
			.stream()
			.filter((pupil) -> pupil.status().isLive())
			.map((pupil) -> {
				var followUp = due.getOrDefault(pupil.id(), Optional.empty()).orElse(null);
				var reason = (followUp != null) ? DueReason.FOLLOW_UP
						: cases.contains(pupil.id()) ? DueReason.APPLICATION : DueReason.NEED;
				return new DueVisit(pupil, reason, followUp, followUp != null && followUp.isBefore(today),
						asked.get(pupil.id()));
			})
			.toList();
	}

	/** Who asked that this family be visited once more, and why. */
	Optional<VisitAsked> asked(PupilView pupil) {
		return Optional.ofNullable(asked(pupil.schoolId(), LocalDate.now(this.clock)).get(pupil.id()));
	}

	private Map<Long, VisitAsked> asked(long schoolId, LocalDate today) {
		var asked = new HashMap<Long, VisitAsked>();
		this.awaiting.forEach((feature) -> asked.putAll(this.visits.asked(feature, schoolId, today)));
		return asked;
	}

	/** Those of them that fall to this person: see the menu's count. */
	List<DueVisit> dueBy(Actor actor) {
		var classes = this.orgs.classes(actor.ownSchool())
			.stream()
			.filter((one) -> (one.headTeacherId() != null) ? one.headTeacherId() == actor.userId()
					: actor.is(Role.OFFICER))
			.map(ClassView::id)
			.collect(Collectors.toSet());
		return due(actor).stream().filter((visit) -> classes.contains(visit.pupil().classId())).toList();
	}

	private Set<Long> awaited(Actor actor, LocalDate today) {
		var cases = new HashSet<Long>();
		this.awaiting.forEach((feature) -> cases.addAll(this.visits.awaited(feature, actor.ownSchool(), today)));
		return cases;
	}

	/** The last visits of the actor's classes or school, with their pupils. */
	List<Latest> latest(Actor actor) {
		var found = this.visits.latest(actor.ownSchool(), LATEST);
		var pupils = pupils(actor, found.stream().map(VisitView::enrolmentId).toList());
		return found.stream()
			.filter((visit) -> pupils.containsKey(visit.enrolmentId()))
			.map((visit) -> new Latest(visit, Objects.requireNonNull(pupils.get(visit.enrolmentId()))))
			.toList();
	}

	record Latest(VisitView visit, PupilView pupil) {

	}

	/**
	 * Records a visit: its figures become verified facts of the school year, and what has
	 * to be reported at once goes where only principal and psychology teacher read. The
	 * same submission again answers with the visit that it made.
	 */
	@Transactional
	public long record(Actor actor, long enrolmentId, VisitReport report) {
		if (!HouseholdService.mayWrite(actor)) {
			throw new NotFound("visit to " + enrolmentId);
		}
		var pupil = this.students.pupil(actor, enrolmentId);
		var made = this.visits.bySubmission(pupil.schoolId(), report.submission());
		if (made.isPresent()) {
			return made.get();
		}
		RuleViolation.refuse(against(actor, enrolmentId, VisitClaim.of(report)));
		var year = SchoolYear.of(report.day());
		var id = this.visits.insert(pupil, year, report, actor, this.clock.instant());
		if (!report.facts().isEmpty()) {
			this.households.verify(actor, enrolmentId, year, report.facts(), FactSource.VISIT);
		}
		this.audit.record(actor, pupil.schoolId(), "visit.recorded", "visit", id,
				Map.of("enrolment", enrolmentId, "kind", report.kind().name()));
		raise(actor, pupil, id, report);
		this.events.publishEvent(new VisitRecorded(actor, id, pupil.schoolId(), enrolmentId, year));
		return id;
	}

	/** Everything that speaks against a visit; nothing against one recorded before. */
	List<RuleViolation> against(Actor actor, long enrolmentId, VisitClaim claim) {
		var pupil = this.students.pupil(actor, enrolmentId);
		if (claim.submission() != null && this.visits.bySubmission(pupil.schoolId(), claim.submission()).isPresent()) {
			return List.of();
		}
		var now = LocalDateTime.now(this.clock);
		var found = new ArrayList<>(claim.violations(actor, now));
		var year = SchoolYear.of((claim.day() != null) ? claim.day() : now.toLocalDate());
		this.declared.of(actor, enrolmentId, year)
			.flatMap((household) -> this.declared.contradiction(claim, household))
			.ifPresent(found::add);
		return found;
	}

	private void raise(Actor actor, PupilView pupil, long visitId, VisitReport report) {
		var finding = report.alarm();
		if (finding != null) {
			var alarm = this.alarms.insert(pupil, visitId, finding, actor, this.clock.instant());
			// Names neither visit nor pupil: the trail is read by more people than the
			// alarm.
			this.audit.record(actor, pupil.schoolId(), "visit.alarm-raised", "visit_alarm", alarm, Map.of());
		}
	}

	private Map<Long, PupilView> pupils(Actor actor, List<Long> ids) {
		return this.students.pupils(actor, ids).stream().collect(Collectors.toMap(PupilView::id, Function.identity()));
	}

	private PupilView readable(Actor actor, long enrolmentId) {
		if (!HouseholdService.mayRead(actor)) {
			throw new NotFound("visits to " + enrolmentId);
		}
		return this.students.pupil(actor, enrolmentId);
	}

}
