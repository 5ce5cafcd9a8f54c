package org.nuanyang.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.EntityManager;
import tools.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.nuanyang.importing.ImportChange;
import org.nuanyang.importing.ImportCommit;
import org.nuanyang.importing.ImportContext;
import org.nuanyang.importing.ImportRow;
import org.nuanyang.importing.Importer.Restored;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.GradeNames;
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

	/** After so many rows the session forgets them: each flush looks at all it knows. */
	private static final int CHUNK = 40;

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
	private record Before(PupilDraft draft, int version) {

	}

	/** The classes of a school by grade and name. */
	static Map<String, Long> classes(OrgService org, long schoolId) {
		var classes = new HashMap<String, Long>();
		org.classes(schoolId).forEach((found) -> classes.put(found.gradeNumber() + found.name(), found.id()));
		return classes;
	}

	void write(List<ImportRow<RosterRow>> rows, ImportContext context, ImportCommit commit) {
		var school = this.org.school(context.school());
		var classes = classes(this.org, school.id());
		var done = 0;
		for (var row : rows) {
			var pupil = row.value();
			if (pupil == null) {
				throw new NotFound("row " + row.number());
			}
			var classId = classes.computeIfAbsent(pupil.grade() + GradeNames.ofClass(pupil.schoolClass()),
					(name) -> newClass(pupil, context, commit));
			write(new Merge(pupil, context.columns(), classId), school, context, commit);
			if (++done % CHUNK == 0) {
				this.entities.flush();
				this.entities.clear();
			}
			commit.progress(done);
		}
		this.entities.flush();
	}

	private long newClass(RosterRow pupil, ImportContext context, ImportCommit commit) {
		var made = this.org.ensureClass(context.school(), pupil.grade(), pupil.schoolClass(),
				SchoolYear.of(context.today()));
		commit.created(CLASS, made.id(), 0);
		return made.id();
	}

	private void write(Merge merge, SchoolView school, ImportContext context, ImportCommit commit) {
		var match = merge.row().match();
		if (match.enrolmentId == null || match.before == null) {
			var returning = this.register.standing(school.id(), merge.row().identity()) == Standing.RETURNING;
			var draft = merge.fresh(SchoolYear.of(context.today()), school.stage().firstGrade(), context.today(),
					returning);
			var written = this.register.enrol(school.id(), draft);
			commit.created(PUPIL, written.enrolmentId(), written.version());
			return;
		}
		var written = this.register.amend(context.actor(), match.enrolmentId, merge.onto(match.before));
		commit.changed(PUPIL, match.enrolmentId,
				this.json.writeValueAsString(new Before(match.before, written.former())), written.version());
	}

	void takeBack(List<ImportChange> changes, ImportContext context, Restored restored) {
		for (var change : changes.reversed()) {
			if (change.type().equals(PUPIL)) {
				takeBack(change, context, restored);
			}
		}
		this.entities.flush();
		changes.stream().filter((change) -> change.type().equals(CLASS)).forEach((change) -> removeEmpty(change.id()));
	}

	private void takeBack(ImportChange change, ImportContext context, Restored restored) {
		var written = new Written(change.id(), change.version(), change.version());
		if (change.before() == null) {
			this.register.takeBack(written);
		}
		else {
			var before = this.json.readValue(change.before(), Before.class);
			var now = this.register.restore(context.actor(), written, before.draft());
			restored.to(change, before.version(), now.version());
		}
	}

	/** A class that others have filled since, or that has a head teacher, stays. */
	private void removeEmpty(long classId) {
		Optional<Long> grade = this.jdbc.sql("""
				delete from school_class c where c.id = ? and c.head_teacher_id is null
					and not exists (select from enrolment e where e.class_id = c.id)
				returning c.grade_id""").param(classId).query((row, number) -> row.getLong(1)).optional();
		grade.ifPresent((id) -> this.jdbc.sql("""
				delete from grade g where g.id = ?
					and not exists (select from school_class c where c.grade_id = g.id)""").param(id).update());
	}

}
