package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.nuanyang.importing.ImportChange;
import org.nuanyang.importing.ImportCommit;
import org.nuanyang.importing.ImportContext;
import org.nuanyang.importing.ImportRow;
import org.nuanyang.importing.Importer.Restored;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.SchoolView;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.student.PupilRegister;
import org.nuanyang.student.PupilRegister.Standing;
import org.nuanyang.student.PupilRegister.Written;

/**
 * Writes a roster that was checked, with the grades and classes it needs, and takes it
 * back.
 */
@Component
class RosterWriter {

	static final String PUPIL = "enrolment";

	private static final String CLASS = "school_class";

	/** So many at once: enough for a batch, and few enough for each flush to look at. */
	private static final int CHUNK = 50;

	private final PupilRegister register;

	private final OrgService org;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final ObjectMapper json;

	RosterWriter(PupilRegister register, OrgService org, JdbcClient jdbc, EntityManager entities, ObjectMapper json) {
		this.register = register;
		this.org = org;
		this.jdbc = jdbc;
		this.entities = entities;
		this.json = json;
	}

	/** A pupil before an import changed it. */
	private record Before(PupilDraft draft, @Nullable String formerName, int version) {

	}

	/** The classes of a school by grade and name. */
	static Map<String, Long> classes(OrgService org, long schoolId) {
		var classes = new HashMap<String, Long>();
		org.classes(schoolId).forEach((found) -> classes.put(found.gradeNumber() + found.name(), found.id()));
		return classes;
	}

	void write(List<ImportRow<RosterRow>> rows, ImportContext context, ImportCommit commit) {
		var target = new Target(this.org.school(context.school()), classes(this.org, context.school()), context,
				commit);
		var pupils = rows.stream().map(RosterWriter::pupil).toList();
		var strangers = pupils.stream().filter((pupil) -> pupil.match().before == null).toList();
		var standings = this.register.standings(context.school(), strangers.stream().map(RosterRow::identity).toList());
		var unknown = new ArrayList<PupilDraft>();
		for (var i = 0; i < strangers.size(); i++) {
			var returning = standings.get(i) == Standing.RETURNING;
			var draft = merge(strangers.get(i), target).fresh(SchoolYear.of(context.today()),
					target.school().stage().firstGrade(), context.today(), returning);
			if (standings.get(i) == Standing.UNKNOWN) {
				unknown.add(draft);
			}
			else {
				wrote(commit, this.register.enrol(context.school(), draft));
			}
		}
		enrol(unknown, target);
		pupils.stream().filter((pupil) -> pupil.match().before != null).forEach((pupil) -> amend(pupil, target));
		this.entities.flush();
	}

	/** Where the rows go. */
	private record Target(SchoolView school, Map<String, Long> classes, ImportContext context, ImportCommit commit) {

	}

	private static RosterRow pupil(ImportRow<RosterRow> row) {
		var pupil = row.value();
		if (pupil == null) {
			throw new NotFound("row " + row.place());
		}
		return pupil;
	}

	private Merge merge(RosterRow pupil, Target target) {
		var classId = target.classes().computeIfAbsent(NewClasses.key(pupil), (name) -> newClass(pupil, target));
		return new Merge(pupil, target.context().columns(), classId);
	}

	private long newClass(RosterRow pupil, Target target) {
		var made = this.org.ensureClass(target.school().id(), pupil.grade(), pupil.schoolClass(),
				SchoolYear.of(target.context().today()));
		target.commit().created(CLASS, made.id(), 0);
		return made.id();
	}

	private void enrol(List<PupilDraft> drafts, Target target) {
		for (var from = 0; from < drafts.size(); from += CHUNK) {
			this.register.enrol(target.school().id(), drafts.subList(from, Math.min(from + CHUNK, drafts.size())))
				.forEach((written) -> wrote(target.commit(), written));
			this.entities.clear();
		}
	}

	private static void wrote(ImportCommit commit, Written written) {
		commit.created(PUPIL, written.enrolmentId(), written.version());
		commit.wroteRow();
	}

	private void amend(RosterRow pupil, Target target) {
		var id = Objects.requireNonNull(pupil.match().enrolmentId);
		var before = Objects.requireNonNull(pupil.match().before);
		var context = target.context();
		var written = this.register.amend(context.actor(), context.importId(), id, merge(pupil, target).onto(before));
		target.commit()
			.changed(PUPIL, id,
					this.json.writeValueAsString(new Before(before, written.formerName(), written.former())),
					written.version());
		if (target.commit().wroteRow() % CHUNK == 0) {
			this.entities.flush();
			this.entities.clear();
		}
	}

	/** The pupils of an import as it left them. */
	private static List<Written> pupils(List<ImportChange> changes, Predicate<ImportChange> wanted) {
		return changes.stream()
			.filter((change) -> change.type().equals(PUPIL) && wanted.test(change))
			.map((change) -> new Written(change.id(), change.version(), change.version(), null))
			.toList();
	}

	Optional<RuleViolation> touched(List<ImportChange> changes) {
		return this.register.touched(pupils(changes, (change) -> true));
	}

	void takeBack(List<ImportChange> changes, ImportContext context, Restored restored) {
		this.register.takeBackHistory(context.importId());
		for (var change : changes) {
			if (change.type().equals(PUPIL) && change.before() != null) {
				var before = this.json.readValue(change.before(), Before.class);
				var now = this.register.restore(
						new Written(change.id(), change.version(), change.version(), before.formerName()),
						before.draft());
				restored.to(change, before.version(), now.version());
			}
		}
		this.entities.flush();
		this.register.takeBack(pupils(changes, ImportChange::isNew));
		changes.stream().filter((change) -> change.type().equals(CLASS)).forEach((change) -> removeUnused(change.id()));
	}

	/** A class that others have filled since, or that has a head teacher, stays. */
	private void removeUnused(long classId) {
		this.jdbc.sql("select 1 from remove_unused_class(?)").param(classId).query((row, number) -> 1).list();
	}

}
