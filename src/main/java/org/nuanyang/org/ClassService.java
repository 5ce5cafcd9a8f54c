package org.nuanyang.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.ClassesPage.Teacher;

/** Keeps the classes of the actor's own school. */
@Service
@Transactional
class ClassService {

	private final OrgService orgs;

	private final ObjectProvider<ClassHeadcount> headcounts;

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	ClassService(OrgService orgs, ObjectProvider<ClassHeadcount> headcounts, JdbcClient jdbc, Audit audit,
			Clock clock) {
		this.orgs = orgs;
		this.headcounts = headcounts;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	ClassesPage page(Actor actor) {
		var school = this.orgs.school(actor.ownSchool());
		var teachers = this.jdbc.sql("""
				select u.id, u.name from app_user u join user_role r on r.user_id = u.id and r.role = 'HEAD_TEACHER'
				where u.school_id = :school and not u.disabled order by u.sort_key, u.id""")
			.param("school", school.id())
			.query((row, i) -> new Teacher(row.getLong("id"), row.getString("name")))
			.list();
		var grades = IntStream.rangeClosed(school.stage().firstGrade(), school.stage().lastGrade()).boxed().toList();
		var behind = !this.orgs.gradesBehind(school.id(), SchoolYear.of(LocalDate.now(this.clock))).isEmpty();
		return new ClassesPage(this.orgs.classes(school.id()), teachers, grades, pupils(school.id()), behind,
				actor.is(Role.OFFICER));
	}

	private Map<Long, Integer> pupils(long schoolId) {
		var pupils = new HashMap<Long, Integer>();
		this.headcounts.forEach((headcount) -> pupils.putAll(headcount.pupils(schoolId)));
		return pupils;
	}

	/**
	 * Adds a class before its pupils come; the roster import adds what it needs itself.
	 */
	String add(Actor actor, int grade, int number) {
		if (number < 1 || number > 99) {
			throw new RuleViolation("org.class.number");
		}
		var added = this.orgs.ensureClass(actor.ownSchool(), grade, number, SchoolYear.of(LocalDate.now(this.clock)));
		this.audit.record(actor, added.schoolId(), "org.class-added", "class", added.id(),
				Map.of("name", added.fullName()));
		return added.fullName();
	}

	void entrust(Actor actor, long classId, @Nullable Long headTeacherId) {
		if (this.orgs.schoolClass(classId).schoolId() != actor.ownSchool()) {
			throw new NotFound("class " + classId);
		}
		this.orgs.entrust(actor, classId, headTeacherId);
	}

}
