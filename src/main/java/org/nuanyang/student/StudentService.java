package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.EnrolmentEvent.Happening;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pupils as every feature sees them; enrols them and corrects what is known. */
@Service
public class StudentService {

	private final PupilReader reader;

	private final Enrolling enrolling;

	private final EnrolmentRepository enrolments;

	private final PersonRepository persons;

	private final GuardianRepository guardians;

	private final EnrolmentEventRepository events;

	private final PupilFiles files;

	private final PupilHistory history;

	private final OrgService org;

	private final Audit audit;

	private final Clock clock;

	StudentService(PupilReader reader, Enrolling enrolling, EnrolmentRepository enrolments, PersonRepository persons,
			GuardianRepository guardians, EnrolmentEventRepository events, PupilFiles files, PupilHistory history,
			OrgService org, Audit audit, Clock clock) {
		this.reader = reader;
		this.enrolling = enrolling;
		this.enrolments = enrolments;
		this.persons = persons;
		this.guardians = guardians;
		this.events = events;
		this.files = files;
		this.history = history;
		this.org = org;
		this.audit = audit;
		this.clock = clock;
	}

	/** The pupil, if the actor may see this one. */
	@Transactional(readOnly = true)
	public PupilView pupil(Actor actor, long enrolmentId) {
		return this.reader.find(actor, enrolmentId).orElseThrow(() -> new NotFound("pupil " + enrolmentId));
	}

	/** Those of the pupils whom the actor may see, by class and name. */
	@Transactional(readOnly = true)
	public List<PupilView> pupils(Actor actor, Collection<Long> enrolmentIds) {
		return this.reader.find(actor, enrolmentIds);
	}

	/**
	 * The class for a paper about the pupil's time here: today's, and for who is no
	 * longer at the school that of the last day.
	 */
	@Transactional(readOnly = true)
	public String classOnPaper(PupilView pupil) {
		return pupil.status().isLive() ? pupil.fullClass()
				: this.reader.lastClass(pupil.id()).orElseGet(pupil::fullClass);
	}

	/** The pupils who are at the school in this class, by name. */
	@Transactional(readOnly = true)
	public List<PupilView> pupilsOfClass(Actor actor, long classId) {
		return this.reader.ofClass(actor, classId);
	}

	/** What the roster says of the pupil's situation. */
	@Transactional(readOnly = true)
	public Circumstances circumstances(Actor actor, long enrolmentId) {
		return visible(actor, enrolmentId).circumstances();
	}

	/** What the head of a paper form says of the pupil. */
	@Transactional(readOnly = true)
	public PupilParticulars particulars(Actor actor, long enrolmentId) {
		var draft = draft(visible(actor, enrolmentId));
		var contact = contact(draft.schooling(), guardians(actor, enrolmentId));
		return new PupilParticulars(draft.identity().bornOn(), draft.identity().ethnicity(), contact.maskedRegistry(),
				draft.schooling().address(), contact.phone());
	}

	/** What a list on paper says of those of the pupils whom the actor may see. */
	@Transactional(readOnly = true)
	public Map<Long, PupilContact> contacts(Actor actor, Collection<Long> enrolmentIds) {
		var seen = pupils(actor, enrolmentIds).stream().map(PupilView::id).toList();
		var families = this.guardians.findByEnrolmentIdInOrderByPosition(seen)
			.stream()
			.collect(Collectors.groupingBy(Guardian::enrolmentId,
					Collectors.mapping(Guardian::view, Collectors.toList())));
		return this.enrolments.findAllById(seen)
			.stream()
			.collect(Collectors.toMap(Enrolment::id,
					(one) -> contact(one.schooling(), families.getOrDefault(one.id(), List.of()))));
	}

	private static PupilContact contact(Schooling here, List<GuardianView> family) {
		var registry = here.registry();
		var own = here.phone();
		var nearest = family.stream().sorted(Comparator.comparing((guardian) -> !guardian.guardian())).toList();
		var phone = nearest.stream()
			.map(GuardianView::maskedPhone)
			.filter((number) -> !number.isEmpty())
			.findFirst()
			.orElse("");
		return new PupilContact((registry != null) ? registry.masked() : "", here.boarding(),
				nearest.isEmpty() ? "" : nearest.getFirst().name(),
				nearest.isEmpty() ? "" : nearest.getFirst().relation(),
				nearest.isEmpty() ? "" : nearest.getFirst().maskedId(), phone, (own != null) ? own.masked() : "",
				here.town());
	}

	/** The family members in the roster, numbers masked. */
	@Transactional(readOnly = true)
	public List<GuardianView> guardians(Actor actor, long enrolmentId) {
		pupil(actor, enrolmentId);
		return this.guardians.findByEnrolmentIdOrderByPosition(enrolmentId).stream().map(Guardian::view).toList();
	}

	/**
	 * The id document in full, for what cannot do without it (a bank file, a filing). The
	 * reading is recorded.
	 */
	@Transactional
	public IdDocument document(Actor actor, long enrolmentId, String purpose) {
		var enrolment = visible(actor, enrolmentId);
		this.audit.record(actor, enrolment.schoolId(), "student.document-read", "enrolment", enrolmentId,
				Map.of("purpose", purpose));
		return person(enrolment).document();
	}

	/** What stands above every page of the pupil's file. */
	@Transactional(readOnly = true)
	public PupilFileHead fileHead(Actor actor, long enrolmentId) {
		var pupil = pupil(actor, enrolmentId);
		return this.files.head(actor, pupil, draft(visible(actor, enrolmentId)), guardians(actor, enrolmentId));
	}

	@Transactional(readOnly = true)
	PupilFile file(Actor actor, long enrolmentId) {
		var pupil = pupil(actor, enrolmentId);
		var enrolment = this.enrolments.findById(enrolmentId).orElseThrow();
		var guardians = this.guardians.findByEnrolmentIdOrderByPosition(enrolmentId);
		var views = guardians.stream().map(Guardian::view).toList();
		var person = person(enrolment);
		var draft = draft(enrolment);
		return new PupilFile(this.files.head(actor, pupil, draft, views), facts(person, draft), views,
				this.history.lines(enrolmentId), this.files.timeline(actor, pupil), this.files.cards(actor, pupil),
				EnrolmentAction.open(actor, pupil), enrolment.isLive() && actor.is(Role.OFFICER),
				RevealField.openTo(actor), Circumstances.isWholeFor(actor));
	}

	private static PupilFile.Facts facts(Person person, PupilDraft draft) {
		var here = draft.schooling();
		return new PupilFile.Facts(person.formerName(), person.bornOn(), draft.identity().ethnicity(),
				person.document().type(), (here.phone() != null) ? here.phone().masked() : "", here.address() != null,
				here.enteredOn(), here.schoolNumber(), here.circumstances());
	}

	/** The pupil as the edit form needs it; the version guards against a lost update. */
	@Transactional(readOnly = true)
	Versioned draft(Actor actor, long enrolmentId) {
		var enrolment = visible(actor, enrolmentId);
		return new Versioned(draft(enrolment), enrolment.version());
	}

	record Versioned(PupilDraft draft, int version) {

	}

	/**
	 * Enrols a child at a school; returns the pupil's id.
	 * @param confirmed that a person still enrolled elsewhere, or of the same name and
	 * birth date, is enrolled all the same
	 */
	@Transactional
	public long enrol(Actor actor, long schoolId, PupilDraft draft, boolean confirmed) {
		requireClassOf(schoolId, draft.schooling().classId());
		var enrolment = this.enrolling.enrol(schoolId, draft, confirmed,
				new Registration(actor.name(), null, this::className));
		this.audit.record(actor, schoolId, "student.enrolled", "enrolment", enrolment.id(),
				Map.of("entry", draft.schooling().entry().name(), "class", draft.schooling().classId()));
		return enrolment.id();
	}

	/**
	 * Corrects what is known of a pupil.
	 * @param version the version that was read; a later one refuses with
	 * {@code student.edit.conflict}
	 */
	@Transactional
	void amend(Actor actor, long enrolmentId, int version, PupilDraft draft) {
		var enrolment = visible(actor, enrolmentId);
		enrolment.requireLive();
		if (enrolment.version() != version) {
			throw new RuleViolation("student.edit.conflict");
		}
		requireClassOf(enrolment.schoolId(), draft.schooling().classId());
		var changed = draft.differences(draft(enrolment));
		if (changed.isEmpty()) {
			return;
		}
		this.enrolling.claim(enrolment);
		record(actor, enrolment, amendment(enrolment, draft).of(changed));
		this.enrolling.amend(enrolment, draft);
		this.audit.record(actor, enrolment.schoolId(), "student.amended", "enrolment", enrolmentId,
				Map.of("fields", changed));
	}

	private Happening amendment(Enrolment enrolment, PupilDraft draft) {
		var today = LocalDate.now(this.clock);
		return (enrolment.classId() == draft.schooling().classId()) ? new Happening(EventKind.AMENDED, today, null)
				: new Happening(EventKind.CLASS_CHANGED, today, null, className(enrolment.classId()),
						className(draft.schooling().classId()));
	}

	private void record(Actor actor, Enrolment enrolment, Happening happening) {
		this.events.save(new EnrolmentEvent(enrolment, happening, actor, this.clock.instant()));
	}

	private Enrolment visible(Actor actor, long enrolmentId) {
		pupil(actor, enrolmentId);
		return this.enrolments.findById(enrolmentId).orElseThrow(() -> new NotFound("pupil " + enrolmentId));
	}

	private PupilDraft draft(Enrolment enrolment) {
		var family = this.guardians.findByEnrolmentIdOrderByPosition(enrolment.id());
		return new PupilDraft(person(enrolment).identity(), enrolment.schooling(),
				family.stream().map(Guardian::draft).toList());
	}

	private Person person(Enrolment enrolment) {
		return this.persons.findById(enrolment.personId())
			.orElseThrow(() -> new NotFound("person of pupil " + enrolment.id()));
	}

	void requireClassOf(long schoolId, long classId) {
		if (this.org.classes(schoolId).stream().noneMatch((schoolClass) -> schoolClass.id() == classId)) {
			throw RuleViolation.on("classId", "student.class.unknown");
		}
	}

	private String className(long classId) {
		return this.org.schoolClass(classId).fullName();
	}

}
