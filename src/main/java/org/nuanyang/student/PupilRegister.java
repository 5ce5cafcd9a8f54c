package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.EnrolmentEvent.Happening;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All pupils of a school at once, for the import of its roster: who is there, and writing
 * many with one audit entry, that of the import.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PupilRegister {

	private final Enrolling enrolling;

	private final EnrolmentRepository enrolments;

	private final PersonRepository persons;

	private final GuardianRepository guardians;

	private final EnrolmentEventRepository events;

	private final Fingerprints fingerprints;

	private final OrgService org;

	private final EntityManager entities;

	private final Clock clock;

	PupilRegister(Enrolling enrolling, EnrolmentRepository enrolments, PersonRepository persons,
			GuardianRepository guardians, EnrolmentEventRepository events, Fingerprints fingerprints, OrgService org,
			EntityManager entities, Clock clock) {
		this.enrolling = enrolling;
		this.enrolments = enrolments;
		this.persons = persons;
		this.guardians = guardians;
		this.events = events;
		this.fingerprints = fingerprints;
		this.org = org;
		this.entities = entities;
		this.clock = clock;
	}

	/** A pupil of the school as the register knows one. */
	public record Registered(long enrolmentId, EnrolmentStatus status, PupilDraft draft) {

	}

	/** Everybody whose enrolment at the school has not ended. */
	public List<Registered> live(long schoolId) {
		var live = this.enrolments.findAllLive(schoolId);
		var people = this.persons.findAllById(live.stream().map(Enrolment::personId).toList())
			.stream()
			.collect(Collectors.toMap(Person::id, (person) -> person));
		var families = this.guardians.findByEnrolmentIdInOrderByPosition(live.stream().map(Enrolment::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Guardian::enrolmentId));
		return live.stream().map((enrolment) -> {
			var person = people.get(enrolment.personId());
			if (person == null) {
				throw new NotFound("person of pupil " + enrolment.id());
			}
			var family = families.getOrDefault(enrolment.id(), List.of()).stream().map(Guardian::draft).toList();
			return new Registered(enrolment.id(), enrolment.status(),
					new PupilDraft(person.identity(), enrolment.schooling(), family));
		}).toList();
	}

	/** What is known beyond the school of a document that none of its pupils has. */
	public enum Standing {

		UNKNOWN,
		/** The document is known with another name or birth date. */
		SOMEBODY_ELSE,
		/** Enrolled at another school now. */
		ELSEWHERE,
		/** Known, enrolled nowhere now. */
		RETURNING

	}

	/** Asks past the own school, and learns no more than this. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public Standing standing(long schoolId, Identity identity) {
		var fingerprint = this.fingerprints.of(identity.document());
		var person = (fingerprint != null) ? this.persons.idByFingerprint(fingerprint) : null;
		if (fingerprint == null || person == null) {
			return Standing.UNKNOWN;
		}
		if (!this.persons.isCalled(fingerprint, identity.name().matching(), identity.bornOn())) {
			return Standing.SOMEBODY_ELSE;
		}
		return (this.persons.isEnrolledElsewhere(person, schoolId)) ? Standing.ELSEWHERE : Standing.RETURNING;
	}

	/**
	 * A pupil as written.
	 *
	 * @param former the version before, the same as the new one for a new pupil
	 * @param version what a later undo expects
	 */
	public record Written(long enrolmentId, int former, int version) {

	}

	/** Enrols a pupil; whoever calls has had doubts confirmed. */
	public Written enrol(long schoolId, PupilDraft draft) {
		var enrolment = this.enrolling.enrol(schoolId, draft, true);
		return new Written(enrolment.id(), enrolment.version(), enrolment.version());
	}

	/** Changes a pupil to what the draft says; the history of the enrolment tells. */
	public Written amend(Actor actor, long enrolmentId, PupilDraft draft) {
		int former = this.enrolments.findById(enrolmentId).map(Enrolment::version).orElse(0);
		// Raised at once, so that the version told here is the one that stays.
		var enrolment = this.entities.find(Enrolment.class, enrolmentId, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
		if (enrolment == null) {
			throw new NotFound("pupil " + enrolmentId);
		}
		this.events.save(new EnrolmentEvent(enrolment, happening(enrolment, draft), actor, this.clock.instant()));
		this.enrolling.amend(enrolment, draft);
		this.enrolments.flush();
		return new Written(enrolmentId, former, enrolment.version());
	}

	private Happening happening(Enrolment enrolment, PupilDraft draft) {
		var today = LocalDate.now(this.clock);
		var to = draft.schooling().classId();
		return (enrolment.classId() == to) ? new Happening(EventKind.AMENDED, today, null)
				: new Happening(EventKind.CLASS_CHANGED, today, null,
						this.org.schoolClass(enrolment.classId()).fullName(), this.org.schoolClass(to).fullName());
	}

	/** Puts a pupil back as before, unless something changed since. */
	public Written restore(Actor actor, Written written, PupilDraft before) {
		requireUntouched(written);
		return amend(actor, written.enrolmentId(), before);
	}

	/** Removes a pupil as if never enrolled, unless something changed since. */
	public void takeBack(Written written) {
		var enrolment = requireUntouched(written);
		this.guardians.deleteAll(this.guardians.findByEnrolmentIdOrderByPosition(enrolment.id()));
		this.enrolments.delete(enrolment);
		this.enrolments.flush();
		this.persons.forget(enrolment.personId());
	}

	private Enrolment requireUntouched(Written written) {
		var enrolment = this.enrolments.findById(written.enrolmentId())
			.orElseThrow(() -> new NotFound("pupil " + written.enrolmentId()));
		if (enrolment.version() != written.version()) {
			var name = this.persons.findById(enrolment.personId()).map(Person::name).orElse("");
			throw new RuleViolation("student.register.changed-since", name);
		}
		return enrolment;
	}

}
