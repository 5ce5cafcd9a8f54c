package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.springframework.stereotype.Component;

/**
 * Writes a pupil as described by a form or a roster row: one person per document, one
 * live enrolment per school. Runs in the transaction of the calling service.
 */
@Component
class Enrolling {

	private final EnrolmentRepository enrolments;

	private final PersonRepository persons;

	private final GuardianRepository guardians;

	private final EnrolmentDates dates;

	private final Fingerprints fingerprints;

	private final EntityManager entities;

	private final Clock clock;

	Enrolling(EnrolmentRepository enrolments, PersonRepository persons, GuardianRepository guardians,
			EnrolmentDates dates, Fingerprints fingerprints, EntityManager entities, Clock clock) {
		this.enrolments = enrolments;
		this.persons = persons;
		this.guardians = guardians;
		this.dates = dates;
		this.fingerprints = fingerprints;
		this.entities = entities;
		this.clock = clock;
	}

	Enrolment enrol(long schoolId, PupilDraft draft, boolean confirmed, Registration registration) {
		requireConsistent(draft);
		this.dates.requireEntry(draft);
		requireFreeRegistry(schoolId, draft, null);
		var known = knownPerson(draft.identity());
		if (known != null && this.enrolments.findLive(schoolId, known).isPresent()) {
			throw RuleViolation.on("idNumber", "student.enrol.already");
		}
		if (known != null) {
			this.dates.requireEntryAfterLeaving(schoolId, known, draft.schooling().enteredOn());
		}
		if (!confirmed) {
			requireUnsuspicious(schoolId, draft.identity(), known);
		}
		var fingerprint = this.fingerprints.of(draft.identity().document());
		var personId = (known != null) ? known : this.persons.save(new Person(draft.identity(), fingerprint)).id();
		var enrolment = this.enrolments.saveAndFlush(new Enrolment(schoolId, personId, draft.schooling(),
				this.fingerprints.of(draft.schooling().registry()), registration));
		if (known != null) {
			recognise(known, draft.identity());
		}
		addGuardians(enrolment, draft.guardians(), 0);
		return enrolment;
	}

	/** V-XJ-4, for all that are to be enrolled before the first of them is. */
	void requireFreeRegistries(long schoolId, List<PupilDraft> drafts) {
		var numbers = drafts.stream()
			.map((draft) -> this.fingerprints.of(draft.schooling().registry()))
			.filter(Objects::nonNull)
			.toArray(byte[][]::new);
		if (this.enrolments.isAnyLive(schoolId, numbers)) {
			throw RuleViolation.on("registryNumber", "student.registry.taken");
		}
	}

	/**
	 * Many children at once of whom nobody knows yet; whoever calls has made sure of it,
	 * and the indexes are there if not.
	 */
	List<Enrolment> enrolUnknown(long schoolId, List<PupilDraft> drafts, Registration registration) {
		drafts.forEach(this::requireConsistent);
		drafts.forEach(this.dates::requireEntry);
		var people = this.persons.saveAll(drafts.stream()
			.map((draft) -> new Person(draft.identity(), this.fingerprints.of(draft.identity().document())))
			.toList());
		var enrolled = new ArrayList<Enrolment>();
		for (var i = 0; i < drafts.size(); i++) {
			var schooling = drafts.get(i).schooling();
			enrolled.add(new Enrolment(schoolId, people.get(i).id(), schooling,
					this.fingerprints.of(schooling.registry()), registration));
		}
		this.enrolments.saveAll(enrolled);
		for (var i = 0; i < drafts.size(); i++) {
			addGuardians(enrolled.get(i), drafts.get(i).guardians(), 0);
		}
		this.enrolments.flush();
		return enrolled;
	}

	/** A pupil as stored: of many, each is read with the others. */
	record Stored(Enrolment enrolment, Person person, List<Guardian> guardians) {

		PupilDraft draft() {
			return new PupilDraft(this.person.identity(), this.enrolment.schooling(),
					this.guardians.stream().map(Guardian::draft).toList());
		}

	}

	/** In the order of the ids, each with a raised version. */
	List<Stored> raised(List<Long> enrolmentIds) {
		this.enrolments.raiseAll(enrolmentIds);
		var found = this.enrolments.findAllById(enrolmentIds)
			.stream()
			.collect(Collectors.toMap(Enrolment::id, (enrolment) -> enrolment));
		var people = this.persons.findAllById(found.values().stream().map(Enrolment::personId).toList())
			.stream()
			.collect(Collectors.toMap(Person::id, (person) -> person));
		var families = this.guardians.findByEnrolmentIdInOrderByPosition(enrolmentIds)
			.stream()
			.collect(Collectors.groupingBy(Guardian::enrolmentId));
		var stored = new ArrayList<Stored>();
		for (var id : enrolmentIds) {
			var enrolment = found.get(id);
			var person = (enrolment != null) ? people.get(enrolment.personId()) : null;
			if (enrolment == null || person == null) {
				throw new NotFound("pupil " + id);
			}
			stored.add(new Stored(enrolment, person, families.getOrDefault(id, List.of())));
		}
		return stored;
	}

	private Stored stored(Enrolment enrolment) {
		return new Stored(enrolment, this.persons.findById(enrolment.personId()).orElseThrow(),
				this.guardians.findByEnrolmentIdOrderByPosition(enrolment.id()));
	}

	/**
	 * Raises the version at once, for a change of the person or of a guardian alone would
	 * not: one edit at a time per pupil.
	 * @throws RuleViolation {@code student.edit.conflict} if another came first
	 */
	void claim(Enrolment enrolment) {
		try {
			this.entities.lock(enrolment, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
		}
		catch (OptimisticLockException ex) {
			throw new RuleViolation("student.edit.conflict");
		}
	}

	void amend(Enrolment enrolment, PupilDraft draft) {
		amend(stored(enrolment), draft);
	}

	void amend(Stored pupil, PupilDraft draft) {
		requireFitting(pupil, draft);
		var enrolment = pupil.enrolment();
		if (!enrolment.enteredOn().equals(draft.schooling().enteredOn())) {
			this.dates.requireEntry(draft);
			this.dates.requireEntryBeforeChanges(enrolment.id(), draft.schooling().enteredOn());
		}
		if (!pupil.person().identity().equals(draft.identity())) {
			pupil.person().amend(draft.identity(), this.fingerprints.of(draft.identity().document()));
		}
		describe(pupil, draft);
	}

	/** Puts back what was known before, the former name included. */
	void restore(Stored pupil, PupilDraft draft, @Nullable String formerName) {
		requireFitting(pupil, draft);
		pupil.person().restore(draft.identity(), this.fingerprints.of(draft.identity().document()), formerName);
		describe(pupil, draft);
	}

	/** What the pupil has already is nobody else's. */
	private void requireFitting(Stored pupil, PupilDraft draft) {
		requireConsistent(draft);
		if (!Objects.equals(pupil.enrolment().registry(), draft.schooling().registry())) {
			requireFreeRegistry(pupil.enrolment().schoolId(), draft, pupil.enrolment());
		}
		if (!pupil.person().identity().document().equals(draft.identity().document())) {
			var holder = knownPerson(draft.identity());
			if (holder != null && holder != pupil.enrolment().personId()) {
				throw RuleViolation.on("idNumber", "student.id.taken");
			}
		}
	}

	private void describe(Stored pupil, PupilDraft draft) {
		pupil.enrolment().amend(draft.schooling(), this.fingerprints.of(draft.schooling().registry()));
		writeGuardians(pupil, draft.guardians());
	}

	/** V-ID-4, V-ID-5, V-ID-10 of the exchange rules. */
	private void requireConsistent(PupilDraft draft) {
		var identity = draft.identity();
		if (identity.bornOn().isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.on("bornOn", "student.born.future");
		}
		identity.document().idNumber().ifPresent((id) -> {
			if (id.sex() != identity.sex()) {
				throw RuleViolation.on("sex", "student.sex.disagrees");
			}
			if (!id.birthDate().equals(identity.bornOn())) {
				throw RuleViolation.on("bornOn", "student.born.disagrees", id.birthDate().toString());
			}
		});
		for (var i = 0; i < draft.guardians().size(); i++) {
			if (isSame(draft.guardians().get(i).document(), identity.document())) {
				throw RuleViolation.on("guardians[" + i + "].idNumber", "student.guardian.same-id");
			}
		}
		if (identity.document().number() == null && draft.guardians().stream().noneMatch(Enrolling::isIdentified)) {
			throw RuleViolation.on("guardians[0].idNumber", "student.guardian.id-needed");
		}
	}

	private static boolean isSame(IdDocument one, IdDocument other) {
		return one.number() != null && one.key().equals(other.key());
	}

	private static boolean isIdentified(GuardianDraft guardian) {
		return guardian.document().number() != null;
	}

	/** V-XJ-4: a registry number is one pupil's in a school. */
	private void requireFreeRegistry(long schoolId, PupilDraft draft, @Nullable Enrolment self) {
		var fingerprint = this.fingerprints.of(draft.schooling().registry());
		if (fingerprint == null) {
			return;
		}
		this.enrolments.findLiveByRegistry(schoolId, fingerprint).ifPresent((holder) -> {
			if (self == null || holder.id() != self.id()) {
				throw RuleViolation.on("registryNumber", "student.registry.taken");
			}
		});
	}

	private @Nullable Long knownPerson(Identity identity) {
		var fingerprint = this.fingerprints.of(identity.document());
		return (fingerprint != null) ? this.persons.idByFingerprint(fingerprint) : null;
	}

	/** What may be right but often is a mistake: the officer confirms it. */
	private void requireUnsuspicious(long schoolId, Identity identity, @Nullable Long known) {
		if (known != null && this.persons.isEnrolledElsewhere(known, schoolId)) {
			throw RuleViolation.on("confirmed", "student.enrol.elsewhere");
		}
		if (known == null && this.persons.existsNamesake(schoolId, identity.name().matching(), identity.bornOn())) {
			throw RuleViolation.on("confirmed", "student.enrol.namesake");
		}
	}

	/**
	 * V-ID-9: one document, two names. The person is read only after the enrolment, for
	 * before it the school may not know anything of the child.
	 */
	private void recognise(long personId, Identity identity) {
		var person = this.persons.findById(personId).orElseThrow();
		if (!person.identity().name().matches(identity.name()) || !person.bornOn().equals(identity.bornOn())) {
			throw RuleViolation.on("idNumber", "student.id.other-name");
		}
	}

	private void writeGuardians(Stored pupil, List<GuardianDraft> drafts) {
		var present = pupil.guardians();
		for (var i = 0; i < Math.min(drafts.size(), present.size()); i++) {
			if (!Objects.equals(present.get(i).draft(), drafts.get(i))) {
				present.get(i).amend(drafts.get(i), this.fingerprints.of(drafts.get(i).document()));
			}
		}
		addGuardians(pupil.enrolment(), drafts, present.size());
		present.stream().skip(drafts.size()).forEach(this.guardians::delete);
	}

	private void addGuardians(Enrolment enrolment, List<GuardianDraft> drafts, int from) {
		for (var i = from; i < drafts.size(); i++) {
			this.guardians
				.save(new Guardian(enrolment, i + 1, drafts.get(i), this.fingerprints.of(drafts.get(i).document())));
		}
	}

}
