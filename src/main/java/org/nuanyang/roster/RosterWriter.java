package org.nuanyang.roster;

import java.util.LinkedHashMap;
import org.nuanyang.org.ClassNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.nuanyang.student.PupilRegister.Amendment;
import org.nuanyang.student.PupilRegister.Source;
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
	private static final int CHUNK = 200;

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
		var target = new Target(this.org.school(context.school()), classes(this.org, context.school()), context, commit,
				new Source(context.actor().name(), context.importId()));
		var pupils = rows.stream().map(RosterWriter::pupil).toList();
		var strangers = pupils.stream().filter((pupil) -> pupil.match().before == null).toList();
		makeClasses(pupils, target);
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
				wrote(commit, this.register.enrol(target.source(), context.school(), draft));
			}
		}
		enrol(unknown, target);
		amend(pupils.stream().filter((pupil) -> pupil.match().before != null).toList(), target);
		this.entities.flush();
	}

	/** Where the rows go. */
	private record Target(SchoolView school, Map<String, Long> classes, ImportContext context, ImportCommit commit,
			Source source) {

	}

	private static RosterRow pupil(ImportRow<RosterRow> row) {
		var pupil = row.value();
		if (pupil == null) {
			throw new NotFound("row " + row.place());
		}
		return pupil;
	}

	private Merge merge(RosterRow pupil, Target target) {
		var classId = Objects.requireNonNull(target.classes().get(NewClasses.key(pupil)));
		return new Merge(pupil, target.context().columns(), classId);
	}

	/** Those that the rows name and the school does not have. */
	private void makeClasses(List<RosterRow> pupils, Target target) {
		var wanted = new LinkedHashMap<String, ClassNumber>();
		pupils.stream()
			.filter((pupil) -> !target.classes().containsKey(NewClasses.key(pupil)))
			.forEach((pupil) -> wanted.put(NewClasses.key(pupil), new ClassNumber(pupil.grade(), pupil.schoolClass())));
		if (wanted.isEmpty()) {
			return;
		}
		this.org.ensureClasses(target.school().id(), wanted.values(), SchoolYear.of(target.context().today()));
		var classes = classes(this.org, target.school().id());
		wanted.keySet().forEach((key) -> {
			var made = Objects.requireNonNull(classes.get(key));
			target.classes().put(key, made);
			target.commit().created(CLASS, made, 0);
		});
	}

	private void enrol(List<PupilDraft> drafts, Target target) {
		this.register.requireFreeRegistries(target.school().id(), drafts);
		inChunks(drafts, (chunk) -> this.register.enrol(target.source(), target.school().id(), chunk)
			.forEach((written) -> wrote(target.commit(), written)));
	}

	private static void wrote(ImportCommit commit, Written written) {
		commit.created(PUPIL, written.enrolmentId(), written.version());
		commit.wroteRow();
	}

	private void amend(List<RosterRow> pupils, Target target) {
		var context = target.context();
		inChunks(pupils, (chunk) -> {
			var written = this.register.amend(context.actor(), context.importId(),
					chunk.stream().map((pupil) -> amendment(pupil, target)).toList());
			for (var i = 0; i < chunk.size(); i++) {
				changed(Objects.requireNonNull(chunk.get(i).match().before), written.get(i), target.commit());
			}
		});
	}

	private Amendment amendment(RosterRow pupil, Target target) {
		var before = Objects.requireNonNull(pupil.match().before);
		return new Amendment(Objects.requireNonNull(pupil.match().enrolmentId), merge(pupil, target).onto(before),
				null);
	}

	private void changed(PupilDraft before, Written written, ImportCommit commit) {
		commit.changed(PUPIL, written.enrolmentId(),
				this.json.writeValueAsString(new Before(before, written.formerName(), written.former())),
				written.version());
		commit.wroteRow();
	}

	/** What is written leaves the memory again. */
	private <T> void inChunks(List<T> all, Consumer<List<T>> write) {
		for (var from = 0; from < all.size(); from += CHUNK) {
			write.accept(all.subList(from, Math.min(from + CHUNK, all.size())));
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
		inChunks(changes.stream().filter((change) -> change.type().equals(PUPIL) && change.before() != null).toList(),
				(chunk) -> restore(chunk, restored));
		this.entities.flush();
		this.register.takeBack(pupils(changes, ImportChange::isNew));
		changes.stream().filter((change) -> change.type().equals(CLASS)).forEach((change) -> removeUnused(change.id()));
	}

	private void restore(List<ImportChange> changes, Restored restored) {
		var before = changes.stream()
			.map((change) -> this.json.readValue(Objects.requireNonNull(change.before()), Before.class))
			.toList();
		var amendments = new ArrayList<Amendment>();
		for (var i = 0; i < changes.size(); i++) {
			amendments.add(new Amendment(changes.get(i).id(), before.get(i).draft(), before.get(i).formerName()));
		}
		var now = this.register.restore(amendments);
		for (var i = 0; i < changes.size(); i++) {
			restored.to(changes.get(i), before.get(i).version(), now.get(i).version());
		}
	}

	/** A class that others have filled since, or that has a head teacher, stays. */
	private void removeUnused(long classId) {
		this.jdbc.sql("select 1 from remove_unused_class(?)").param(classId).query((row, number) -> 1).list();
	}

}
