package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.StudentService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Households: declared by the family, verified by the school, never mixed. Whoever may
 * not see the pupil, or no hardship material at all (finance, administration), gets
 * {@link NotFound}.
 */
@Service
@Transactional(readOnly = true)
public class HouseholdService {

	/** Certified by an authority, and enough by itself. */
	private static final Set<String> AUTOMATIC = Set.of("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P08", "P09",
			"P11");

	private final HouseholdRepository households;

	private final VerifiedFactRepository verified;

	private final CategoryRepository categories;

	private final StudentService students;

	private final Audit audit;

	private final Clock clock;

	HouseholdService(HouseholdRepository households, VerifiedFactRepository verified, CategoryRepository categories,
			StudentService students, Audit audit, Clock clock) {
		this.households = households;
		this.verified = verified;
		this.categories = categories;
		this.students = students;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether hardship material is open to the role at all; which pupils is another
	 * question.
	 */
	public static boolean mayRead(Actor actor) {
		return actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER, Role.AUDITOR);
	}

	public static boolean mayWrite(Actor actor) {
		return actor.is(Role.OFFICER, Role.HEAD_TEACHER);
	}

	/** What the family declared for that year. */
	public Optional<DeclaredHousehold> declared(Actor actor, long enrolmentId, SchoolYear year) {
		return this.households.find(readable(actor, enrolmentId), year);
	}

	/** The declaration of the latest earlier year, to start from. */
	Optional<DeclaredHousehold> lastDeclared(Actor actor, long enrolmentId, SchoolYear year) {
		return this.households.find(readable(actor, enrolmentId), year.previous());
	}

	/** Stores the declaration of the year, in place of an earlier one. */
	@Transactional
	public DeclaredHousehold declare(Actor actor, long enrolmentId, SchoolYear year, HouseholdDeclaration declaration) {
		return declare(actor, enrolmentId, year, declaration, null);
	}

	/**
	 * As above, from a form.
	 * @param version the version that the form showed, -1 when there was none; a later
	 * one refuses with {@code household.conflict}; null asks for no check
	 */
	@Transactional
	DeclaredHousehold declare(Actor actor, long enrolmentId, SchoolYear year, HouseholdDeclaration declaration,
			@Nullable Integer version) {
		var pupil = writable(actor, enrolmentId);
		var before = this.households.find(pupil, year);
		if (version != null && version != before.map(DeclaredHousehold::version).orElse(-1)) {
			throw new RuleViolation("household.conflict", before.map(DeclaredHousehold::declaredBy).orElse(""));
		}
		var checked = declaration.saying(same(actor, enrolmentId, year, declaration, before.orElse(null)));
		if (before.isEmpty()) {
			this.households.insert(pupil, year, checked, actor.userId(), this.clock.instant());
		}
		else if (!this.households.update(before.get(), pupil, checked, actor.userId(), this.clock.instant())) {
			throw new RuleViolation("household.conflict", before.get().declaredBy());
		}
		this.audit.record(actor, pupil.schoolId(), "household.declared", "enrolment", enrolmentId,
				Map.of("year", year.firstYear(), "members", declaration.members().size()));
		return this.households.find(pupil, year).orElseThrow();
	}

	/**
	 * The ticks of 无变化 that hold: those made beside last year's answers, until their
	 * section changes.
	 */
	private Set<FormSection> same(Actor actor, long enrolmentId, SchoolYear year, HouseholdDeclaration declaration,
			@Nullable DeclaredHousehold before) {
		if (before == null) {
			return lastDeclared(actor, enrolmentId, year).isPresent() ? declaration.same() : Set.of();
		}
		return before.same()
			.stream()
			.filter(declaration.unchanged(before)::contains)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Adds verified values; an earlier value of a fact stays on record but is no longer
	 * in force. Values are checked and stored as {@link FactCode#canonical}.
	 */
	@Transactional
	public void verify(Actor actor, long enrolmentId, SchoolYear year, Map<FactCode, String> facts, FactSource source) {
		var pupil = writable(actor, enrolmentId);
		var values = new EnumMap<FactCode, String>(FactCode.class);
		facts.forEach((code, value) -> values.put(code, code.canonical(value)));
		if (values.isEmpty()) {
			throw new RuleViolation("household.facts.none");
		}
		this.verified.add(pupil, year, values, source, actor.userId(), this.clock.instant());
		this.audit.record(actor, pupil.schoolId(), "household.verified", "enrolment", enrolmentId, Map.of("year",
				year.firstYear(), "source", source.name(), "facts", new TreeSet<>(values.keySet()).toString()));
	}

	public VerifiedFacts facts(Actor actor, long enrolmentId, SchoolYear year) {
		return this.verified.inForce(readable(actor, enrolmentId), year);
	}

	/** Categories valid on that day which the actor may see. */
	public List<CategoryView> categories(Actor actor, long enrolmentId, LocalDate day) {
		return categories(actor, enrolmentId).stream().filter((category) -> category.isValidOn(day)).toList();
	}

	/** All categories, ended ones too, which the actor may see; the latest first. */
	public List<CategoryView> categories(Actor actor, long enrolmentId) {
		return this.categories.ofPupil(this.students.pupil(actor, enrolmentId))
			.stream()
			.filter((category) -> category.sensitivity().isVisibleTo(actor))
			.toList();
	}

	/**
	 * Codes of the categories valid on that day, whoever asks: entitlement must not
	 * depend on what the person at the keyboard may see.
	 */
	public Set<String> categoryCodes(Actor actor, long enrolmentId, LocalDate day) {
		return this.categories.codesValidOn(readable(actor, enrolmentId).id(), day);
	}

	/**
	 * Pupils of the own school whose category entitles them without an application of the
	 * parents (categories.md 2.1, “automatic”).
	 */
	public List<Long> entitled(Actor actor, LocalDate day) {
		return mayWrite(actor) ? this.categories.holders(actor.ownSchool(), AUTOMATIC, day) : List.of();
	}

	/**
	 * Those of the pupils whom such a category entitled on that day, for the whole
	 * school.
	 */
	public Set<Long> listed(Actor actor, Collection<Long> enrolmentIds, LocalDate day) {
		if (!mayRead(actor) || actor.seesOwnClassesOnly()) {
			throw new NotFound("households of the school for " + actor.userId());
		}
		return this.categories.codesValidOn(enrolmentIds, day)
			.entrySet()
			.stream()
			.filter((pupil) -> !Collections.disjoint(pupil.getValue(), AUTOMATIC))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Refuses like the reading methods: hardship material is not for everybody. */
	void requireReader(Actor actor, long enrolmentId) {
		readable(actor, enrolmentId);
	}

	private PupilView readable(Actor actor, long enrolmentId) {
		if (!mayRead(actor)) {
			throw new NotFound("household of " + enrolmentId);
		}
		return this.students.pupil(actor, enrolmentId);
	}

	private PupilView writable(Actor actor, long enrolmentId) {
		if (!mayWrite(actor)) {
			throw new NotFound("household of " + enrolmentId);
		}
		return this.students.pupil(actor, enrolmentId);
	}

}
