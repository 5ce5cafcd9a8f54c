package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.nuanyang.importing.ImportChange;
import org.nuanyang.importing.ImportCommit;
import org.nuanyang.importing.ImportContext;
import org.nuanyang.importing.ImportField;
import org.nuanyang.importing.ImportRow;
import org.nuanyang.importing.Importer;
import org.nuanyang.kernel.NameOrder;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.GradeNames;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.EnrolmentStatus;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.student.PupilRegister;
import org.nuanyang.student.PupilRegister.Registered;

/** The roster of a school: who is new, who changed, who is no longer in it. */
@Component
class RosterImporter implements Importer<RosterRow> {

	static final String KIND = "roster";

	/** A class that the import will make. */
	private static final long NEW_CLASS = -1;

	private final PupilRegister register;

	private final OrgService org;

	private final JdbcClient jdbc;

	private final RosterWriter writer;

	RosterImporter(PupilRegister register, OrgService org, JdbcClient jdbc, RosterWriter writer) {
		this.register = register;
		this.org = org;
		this.jdbc = jdbc;
		this.writer = writer;
	}

	@Override
	public String kind() {
		return KIND;
	}

	@Override
	public String subject() {
		return RosterWriter.PUPIL;
	}

	@Override
	public Set<Role> roles() {
		return Set.of(Role.OFFICER);
	}

	@Override
	public List<ImportField> fields() {
		return RosterFields.ALL;
	}

	@Override
	public boolean speaksOfSheets() {
		return true;
	}

	@Override
	public String saidOfSheet(List<String> texts, Set<String> columns) {
		return SheetClass.said(texts, columns);
	}

	@Override
	public Map<String, String> meaningForSheet(String said) {
		return SheetClass.meaning(said);
	}

	@Override
	public Optional<Map<String, String>> meaningForRowsBelow(String line, Set<String> columns,
			Map<String, String> before) {
		return SheetClass.ofRowsBelow(line, columns, before);
	}

	@Override
	public Reader<RosterRow> reader(ImportContext context) {
		var school = this.org.school(context.school());
		return (row) -> new RosterReader(row, school, context).read();
	}

	@Override
	public List<Missing> compare(List<ImportRow<RosterRow>> rows, ImportContext context) {
		requirePromoted(context);
		new Duplicates().check(rows);
		var known = new Register(this.register.live(context.school()));
		var classes = RosterWriter.classes(this.org, context.school());
		var names = new HashMap<Long, String>();
		this.org.classes(context.school()).forEach((found) -> names.put(found.id(), found.fullName()));
		var covered = new HashSet<Long>();
		var strangers = new ArrayList<ImportRow<RosterRow>>();
		for (var row : rows) {
			var pupil = row.value();
			if (pupil == null) {
				known.meetLoosely(row);
				continue;
			}
			var classId = classes.getOrDefault(NewClasses.key(pupil), NEW_CLASS);
			covered.add(classId);
			if (!compare(row, pupil, known, new Place(classId, names), context)) {
				strangers.add(row);
			}
		}
		checkBeyond(strangers, known, context);
		new NewBoarders(this.org.school(context.school()).boarding()).doubt(rows);
		new NewClasses(classes).doubt(rows);
		return missing(known, covered, context);
	}

	/**
	 * A roster of a new year read against the grades of the old one would put every child
	 * into the class of those a year older.
	 */
	private void requirePromoted(ImportContext context) {
		var school = this.org.school(context.school());
		var year = SchoolYear.of(context.today());
		long behind = this.jdbc
			.sql("""
					select count(*) from grade g where g.school_id = ? and g.number is not null and g.number <> ? - g.entry_year + ?
						and exists (select from school_class c join enrolment e on e.class_id = c.id
							where c.grade_id = g.id and e.school_id = g.school_id and e.left_on is null)""")
			.params(context.school(), year.firstYear(), school.stage().firstGrade())
			.query((row, number) -> row.getLong(1))
			.single();
		if (behind > 0) {
			throw new RuleViolation("roster.promote-first", year.label());
		}
	}

	/** The class of a row, and how those of the school are called. */
	private record Place(long classId, Map<Long, String> names) {

		String name(long id, RosterRow pupil) {
			return this.names.getOrDefault(id,
					GradeNames.grade(pupil.grade()) + GradeNames.ofClass(pupil.schoolClass()));
		}

	}

	/** Whether the row is about somebody whom the school has, or cannot be imported. */
	private static boolean compare(ImportRow<RosterRow> row, RosterRow pupil, Register known, Place place,
			ImportContext context) {
		var found = find(row, pupil, known);
		if (found == null || row.isRejected()) {
			return row.isRejected();
		}
		if (!known.meet(found)) {
			row.reject("name", "roster.duplicate.registered");
			return true;
		}
		var after = new Merge(pupil, context.columns(), place.classId()).onto(found.draft());
		pupil.match().enrolmentId = found.enrolmentId();
		pupil.match().before = found.draft();
		doubtIdentity(row, found.draft(), after);
		rejectLateEntry(row, found, after);
		var changes = PupilChanges.between(found.draft(), after, (id) -> place.name(id, pupil));
		if (changes.isEmpty()) {
			row.isSame();
		}
		else {
			row.differs(changes);
		}
		return true;
	}

	/**
	 * By document, else by registry number, else by name and birth date if one of the two
	 * has no document.
	 */
	private static @Nullable Registered find(ImportRow<RosterRow> row, RosterRow pupil, Register known) {
		var byDocument = known.byDocument(pupil);
		var byRegistry = known.byRegistry(pupil);
		if (byDocument != null && byRegistry != null && byDocument.enrolmentId() != byRegistry.enrolmentId()) {
			row.reject("registryNumber", "roster.registry.taken", byRegistry.draft().identity().name().value());
		}
		if (byDocument != null) {
			return byDocument;
		}
		if (byRegistry != null) {
			return byRegistry;
		}
		var namesake = known.namesake(pupil);
		var isOne = namesake != null && (pupil.identity().document().number() == null
				|| namesake.draft().identity().document().number() == null);
		return isOne ? namesake : null;
	}

	/** Who the child is does not change without a person's word. */
	private static void doubtIdentity(ImportRow<RosterRow> row, PupilDraft before, PupilDraft after) {
		var was = before.identity();
		if (!was.name().matches(after.identity().name())) {
			row.doubt("name", "roster.name.changed", was.name().value());
		}
		if (!was.document().equals(after.identity().document())) {
			row.doubt("idNumber", (was.document().number() != null) ? "roster.id.changed" : "roster.id.added",
					was.document().masked());
		}
		else if (!was.bornOn().equals(after.identity().bornOn()) || was.sex() != after.identity().sex()) {
			row.doubt("bornOn", "roster.identity.changed");
		}
		var registry = before.schooling().registry();
		if (registry != null && !registry.isTemporary() && !registry.equals(after.schooling().registry())) {
			row.doubt("registryNumber", "roster.registry.changed", registry.masked());
		}
	}

	private static void rejectLateEntry(ImportRow<RosterRow> row, Registered found, PupilDraft after) {
		var entered = after.schooling().enteredOn();
		var changed = found.firstChange();
		if (changed != null && entered.isAfter(changed) && !entered.equals(found.draft().schooling().enteredOn())) {
			row.reject("enteredOn", "roster.entered.after-change", changed);
		}
	}

	private void checkBeyond(List<ImportRow<RosterRow>> rows, Register known, ImportContext context) {
		var pupils = rows.stream().map(ImportRow::value).filter(Objects::nonNull).toList();
		var standings = this.register.standings(context.school(), pupils.stream().map(RosterRow::identity).toList());
		for (var i = 0; i < rows.size(); i++) {
			var row = rows.get(i);
			if (known.namesake(pupils.get(i)) != null) {
				row.doubt("name", "roster.namesake");
			}
			switch (standings.get(i)) {
				case SOMEBODY_ELSE -> row.reject("idNumber", "roster.id.somebody-else");
				case ELSEWHERE -> row.doubt("idNumber", "roster.elsewhere");
				case RETURNING -> row.doubt("idNumber", "roster.returning");
				case UNKNOWN -> {
				}
			}
		}
	}

	/**
	 * Only of classes that the file is about: the list of one class says nothing of the
	 * others.
	 */
	private List<Missing> missing(Register known, Set<Long> covered, ImportContext context) {
		var names = new LinkedHashMap<Long, String>();
		this.org.classes(context.school())
			.stream()
			.filter((found) -> covered.contains(found.id()))
			.forEach((found) -> names.put(found.id(), found.fullName()));
		var gone = known.missing()
			.stream()
			.filter((pupil) -> pupil.status() == EnrolmentStatus.ENROLLED)
			.collect(Collectors.groupingBy((pupil) -> pupil.draft().schooling().classId(),
					Collectors.mapping((pupil) -> pupil.draft().identity().name().value(), Collectors.toList())));
		var missing = new ArrayList<Missing>();
		names.forEach((id, place) -> gone.getOrDefault(id, List.of())
			.stream()
			.sorted(Comparator.comparing((String name) -> NameOrder.key(name)))
			.forEach((name) -> missing.add(new Missing(name, place))));
		return missing;
	}

	@Override
	public void commit(List<ImportRow<RosterRow>> rows, ImportContext context, ImportCommit commit) {
		this.writer.write(rows, context, commit);
	}

	@Override
	public Optional<RuleViolation> touched(List<ImportChange> changes) {
		return this.writer.touched(changes);
	}

	@Override
	public void undo(List<ImportChange> changes, ImportContext context, Restored restored) {
		this.writer.takeBack(changes, context, restored);
	}

}
