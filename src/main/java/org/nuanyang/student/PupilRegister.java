package org.nuanyang.student;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.EnrolmentEvent.Happening;
import org.springframework.jdbc.core.simple.JdbcClient;
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

	/** So many are named in a refusal; the others are counted. */
	private static final int NAMED = 5;

	private final Enrolling enrolling;

	private final EnrolmentRepository enrolments;

	private final PersonRepository persons;

	private final GuardianRepository guardians;

	private final EnrolmentEventRepository events;

	private final EnrolmentDates dates;

	private final Fingerprints fingerprints;

	private final OrgService org;

	private final EntityManager entities;

	private final JdbcClient jdbc;

	private final Clock clock;

	PupilRegister(Enrolling enrolling, EnrolmentRepository enrolments, PersonRepository persons,
			GuardianRepository guardians, EnrolmentEventRepository events, EnrolmentDates dates,
			Fingerprints fingerprints, OrgService org, EntityManager entities, JdbcClient jdbc, Clock clock) {
		this.enrolling = enrolling;
		this.enrolments = enrolments;
		this.persons = persons;
		this.guardians = guardians;
		this.events = events;
		this.dates = dates;
		this.fingerprints = fingerprints;
		this.org = org;
		this.entities = entities;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * A pupil of the school as the register knows one.
	 *
	 * @param firstChange the day of the first leave, before which the pupil must have
	 * come
	 */
	public record Registered(long enrolmentId, EnrolmentStatus status, PupilDraft draft,
			@Nullable LocalDate firstChange) {

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
		var changes = this.dates.firstChanges(schoolId);
		// Only read here: each later query would look through all of them for changes.
		live.forEach(this.entities::detach);
		people.values().forEach(this.entities::detach);
		families.values().forEach((family) -> family.forEach(this.entities::detach));
		return live.stream().map((enrolment) -> {
			var person = people.get(enrolment.personId());
			if (person == null) {
				throw new NotFound("person of pupil " + enrolment.id());
			}
			var family = families.getOrDefault(enrolment.id(), List.of()).stream().map(Guardian::draft).toList();
			return new Registered(enrolment.id(), enrolment.status(),
					new PupilDraft(person.identity(), enrolment.schooling(), family), changes.get(enrolment.id()));
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

	/** Asks past the own school for each of them, and learns no more than this. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Standing> standings(long schoolId, List<Identity> identities) {
		var standings = new ArrayList<>(Collections.nCopies(identities.size(), Standing.UNKNOWN));
		var fingerprints = identities.stream()
			.map((one) -> this.fingerprints.of(one.document()))
			.toArray(byte[][]::new);
		var names = identities.stream().map((one) -> one.name().matching()).toArray(String[]::new);
		var births = identities.stream().map((one) -> Date.valueOf(one.bornOn())).toArray(Date[]::new);
		this.jdbc.sql("select * from standings(?, ?, ?, ?)")
			.params(schoolId, fingerprints, names, births)
			.query((row) -> {
				standings.set(row.getInt("place") - 1, !row.getBoolean("same") ? Standing.SOMEBODY_ELSE
						: row.getBoolean("elsewhere") ? Standing.ELSEWHERE : Standing.RETURNING);
			});
		return standings;
	}

	/**
	 * A pupil as written.
	 *
	 * @param former the version before, the same as the new one for a new pupil
	 * @param version what a later undo expects
	 * @param formerName the one known before, if any
	 */
	public record Written(long enrolmentId, int former, int version, @Nullable String formerName) {

	}

	/** Enrols a pupil; whoever calls has had doubts confirmed. */
	public Written enrol(Source source, long schoolId, PupilDraft draft) {
		return created(this.enrolling.enrol(schoolId, draft, true, registration(source)));
	}

	/**
	 * Before many are enrolled.
	 * @throws RuleViolation {@code student.registry.taken} if a pupil of the school has
	 * the registry number of one of them
	 */
	public void requireFreeRegistries(long schoolId, List<PupilDraft> drafts) {
		this.enrolling.requireFreeRegistries(schoolId, drafts);
	}

	/**
	 * Enrols pupils whose {@link #standings} are unknown and whose registry numbers
	 * nobody has, many at once.
	 */
	public List<Written> enrol(Source source, long schoolId, List<PupilDraft> drafts) {
		return this.enrolling.enrolUnknown(schoolId, drafts, registration(source))
			.stream()
			.map(PupilRegister::created)
			.toList();
	}

	/**
	 * Where pupils come from.
	 *
	 * @param importId null if no import brings them
	 * @param classes names of classes, read when the first pupil enters one
	 */
	public record Source(String by, @Nullable Long importId, Map<Long, String> classes) {

		public Source(String by, @Nullable Long importId) {
			this(by, importId, new HashMap<>());
		}

	}

	private Registration registration(Source source) {
		return new Registration(source.by(), source.importId(), (id) -> className(id, source.classes()));
	}

	private static Written created(Enrolment enrolment) {
		return new Written(enrolment.id(), enrolment.version(), enrolment.version(), null);
	}

	/**
	 * What an import makes of a pupil.
	 *
	 * @param formerName only when taken back: the one known before the import
	 */
	public record Amendment(long enrolmentId, PupilDraft draft, @Nullable String formerName) {

	}

	/**
	 * Changes pupils to what the drafts say, all of them at once; the histories tell. The
	 * caller has read none of them before.
	 */
	public List<Written> amend(Actor actor, long importId, List<Amendment> amendments) {
		var classes = new HashMap<Long, String>();
		return write(amendments, (pupil, amendment) -> {
			var happening = happening(pupil.enrolment(), amendment.draft(), classes)
				.of(amendment.draft().differences(pupil.draft()));
			this.events.save(new EnrolmentEvent(pupil.enrolment(), happening, actor, this.clock.instant(), importId));
			this.enrolling.amend(pupil, amendment.draft());
		});
	}

	/** Puts pupils back as before, as if never changed. */
	public List<Written> restore(List<Amendment> before) {
		return write(before,
				(pupil, amendment) -> this.enrolling.restore(pupil, amendment.draft(), amendment.formerName()));
	}

	/** The version is told after writing: one that was raised stays raised. */
	private List<Written> write(List<Amendment> amendments, BiConsumer<Enrolling.Stored, Amendment> change) {
		var pupils = this.enrolling.raised(amendments.stream().map(Amendment::enrolmentId).toList());
		var former = new ArrayList<Written>();
		for (var i = 0; i < pupils.size(); i++) {
			var pupil = pupils.get(i);
			var version = pupil.enrolment().version() - 1;
			former.add(new Written(pupil.enrolment().id(), version, version, pupil.person().formerName()));
			change.accept(pupil, amendments.get(i));
		}
		this.enrolments.flush();
		var written = new ArrayList<Written>();
		for (var i = 0; i < pupils.size(); i++) {
			var before = former.get(i);
			written.add(new Written(before.enrolmentId(), before.former(), pupils.get(i).enrolment().version(),
					before.formerName()));
		}
		return written;
	}

	private Happening happening(Enrolment enrolment, PupilDraft draft, Map<Long, String> classes) {
		var today = LocalDate.now(this.clock);
		var to = draft.schooling().classId();
		return (enrolment.classId() == to) ? new Happening(EventKind.AMENDED, today, null) : new Happening(
				EventKind.CLASS_CHANGED, today, null, className(enrolment.classId(), classes), className(to, classes));
	}

	private String className(long classId, Map<Long, String> classes) {
		return classes.computeIfAbsent(classId, (id) -> this.org.schoolClass(id).fullName());
	}

	/** Who was changed since, by number and names: such pupils are not taken back. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public Optional<RuleViolation> touched(List<Written> written) {
		var versions = written.stream().collect(Collectors.toMap(Written::enrolmentId, Written::version));
		var touched = this.jdbc.sql("""
				select e.id, e.version, p.name from enrolment e join person p on p.id = e.person_id
				where e.id = any (?) order by e.id""")
			.param(versions.keySet().toArray(Long[]::new))
			.query((row, number) -> Objects.equals(versions.get(row.getLong("id")), row.getInt("version")) ? ""
					: row.getString("name"))
			.list()
			.stream()
			.filter((name) -> !name.isEmpty())
			.toList();
		return (touched.isEmpty()) ? Optional.empty() : Optional.of(new RuleViolation("student.register.changed-since",
				touched.size(), String.join("、", touched.subList(0, Math.min(NAMED, touched.size())))));
	}

	/** Takes out of their histories what an import wrote there. */
	public void takeBackHistory(long importId) {
		this.jdbc.sql("select 1 from take_back_enrolment_events(?)").param(importId).query((row, number) -> 1).list();
	}

	/** Removes pupils as if never enrolled. */
	public void takeBack(List<Written> written) {
		var ids = written.stream().map(Written::enrolmentId).toArray(Long[]::new);
		this.jdbc.sql("delete from guardian where enrolment_id = any (?)").param(ids).update();
		var persons = this.jdbc.sql("delete from enrolment where id = any (?) returning person_id")
			.param(ids)
			.query((row, number) -> row.getLong(1))
			.list();
		this.jdbc.sql("select 1 from forget_persons(?)")
			.param(persons.toArray(Long[]::new))
			.query((row, number) -> 1)
			.list();
	}

}
