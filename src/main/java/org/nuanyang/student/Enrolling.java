package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
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

	private final Clock clock;

	Enrolling(EnrolmentRepository enrolments, PersonRepository persons, GuardianRepository guardians,
			EnrolmentDates dates, Fingerprints fingerprints, Clock clock) {
		this.enrolments = enrolments;
		this.persons = persons;
		this.guardians = guardians;
		this.dates = dates;
		this.fingerprints = fingerprints;
		this.clock = clock;
	}

	Enrolment enrol(long schoolId, PupilDraft draft, boolean confirmed) {
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
				this.fingerprints.of(draft.schooling().registry())));
		if (known != null) {
			recognise(known, draft.identity());
		}
		writeGuardians(enrolment, draft.guardians());
		return enrolment;
	}

	/**
	 * Many children at once of whom nobody knows yet; whoever calls has made sure of it,
	 * and the indexes are there if not.
	 */
	List<Enrolment> enrolUnknown(long schoolId, List<PupilDraft> drafts) {
		drafts.forEach(this::requireConsistent);
		drafts.forEach(this.dates::requireEntry);
		var numbers = drafts.stream()
			.map((draft) -> this.fingerprints.of(draft.schooling().registry()))
			.filter(Objects::nonNull)
			.toList();
		if (this.enrolments.countLiveByRegistries(schoolId, numbers) > 0) {
			throw RuleViolation.on("registryNumber", "student.registry.taken");
		}
		var people = this.persons.saveAll(drafts.stream()
			.map((draft) -> new Person(draft.identity(), this.fingerprints.of(draft.identity().document())))
			.toList());
		var enrolled = new ArrayList<Enrolment>();
		for (var i = 0; i < drafts.size(); i++) {
			var schooling = drafts.get(i).schooling();
			enrolled.add(
					new Enrolment(schoolId, people.get(i).id(), schooling, this.fingerprints.of(schooling.registry())));
		}
		this.enrolments.saveAll(enrolled);
		for (var i = 0; i < drafts.size(); i++) {
			addGuardians(enrolled.get(i), drafts.get(i).guardians(), 0);
		}
		this.enrolments.flush();
		return enrolled;
	}

	void amend(Enrolment enrolment, PupilDraft draft) {
		var person = person(enrolment, draft);
		if (!enrolment.enteredOn().equals(draft.schooling().enteredOn())) {
			this.dates.requireEntry(draft);
			this.dates.requireEntryBeforeChanges(enrolment.id(), draft.schooling().enteredOn());
		}
		if (!person.identity().equals(draft.identity())) {
			person.amend(draft.identity(), this.fingerprints.of(draft.identity().document()));
		}
		describe(enrolment, draft);
	}

	/** Puts back what was known before, the former name included. */
	void restore(Enrolment enrolment, PupilDraft draft, @Nullable String formerName) {
		person(enrolment, draft).restore(draft.identity(), this.fingerprints.of(draft.identity().document()),
				formerName);
		describe(enrolment, draft);
	}

	private Person person(Enrolment enrolment, PupilDraft draft) {
		requireConsistent(draft);
		requireFreeRegistry(enrolment.schoolId(), draft, enrolment);
		var holder = knownPerson(draft.identity());
		if (holder != null && holder != enrolment.personId()) {
			throw RuleViolation.on("idNumber", "student.id.taken");
		}
		return this.persons.findById(enrolment.personId()).orElseThrow();
	}

	private void describe(Enrolment enrolment, PupilDraft draft) {
		enrolment.amend(draft.schooling(), this.fingerprints.of(draft.schooling().registry()));
		writeGuardians(enrolment, draft.guardians());
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

	private void writeGuardians(Enrolment enrolment, List<GuardianDraft> drafts) {
		var present = this.guardians.findByEnrolmentIdOrderByPosition(enrolment.id());
		for (var i = 0; i < Math.min(drafts.size(), present.size()); i++) {
			if (!Objects.equals(present.get(i).draft(), drafts.get(i))) {
				present.get(i).amend(drafts.get(i), this.fingerprints.of(drafts.get(i).document()));
			}
		}
		addGuardians(enrolment, drafts, present.size());
		present.stream().skip(drafts.size()).forEach(this.guardians::delete);
	}

	private void addGuardians(Enrolment enrolment, List<GuardianDraft> drafts, int from) {
		for (var i = from; i < drafts.size(); i++) {
			this.guardians
				.save(new Guardian(enrolment, i + 1, drafts.get(i), this.fingerprints.of(drafts.get(i).document())));
		}
	}

}
