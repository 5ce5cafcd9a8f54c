package org.nuanyang.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import org.nuanyang.demo.DemoStaff.Teachers;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.student.PupilRegister;
import org.nuanyang.student.PupilRegister.Source;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the classes of a school with pupils, and gives each class its head teacher. */
@Component
@ConditionalOnBooleanProperty("nuanyang.demo")
class DemoSchools {

	/** The class whose head teacher visitors sign in as: 五年级(1)班 of the first school. */
	private static final String VISITORS = "ht2022-1";

	private final OrgService orgs;

	private final PupilRegister register;

	private final Audit audit;

	private final DemoStaff staff;

	private final TransactionTemplate transaction;

	private final EntityManager entities;

	DemoSchools(OrgService orgs, PupilRegister register, Audit audit, DemoStaff staff, TransactionTemplate transaction,
			EntityManager entities) {
		this.orgs = orgs;
		this.register = register;
		this.audit = audit;
		this.staff = staff;
		this.transaction = transaction;
		this.entities = entities;
	}

	/** Makes the classes of every grade of the school, all in one go. */
	Teachers fill(DemoStaff.School school, Size size, SchoolYear year, DemoPeople people) {
		var stage = this.orgs.school(school.id()).stage();
		var teachers = new HashMap<Long, Actor>();
		for (int grade = stage.firstGrade(); grade <= stage.lastGrade(); grade++) {
			teachers.putAll(fillGrade(school, grade, size, year, people));
		}
		return new Teachers(Map.copyOf(teachers));
	}

	/** Makes the classes of one grade and enrols its pupils. */
	Map<Long, Actor> fillGrade(DemoStaff.School school, int grade, Size size, SchoolYear year, DemoPeople people) {
		var teachers = new HashMap<Long, Actor>();
		var first = this.orgs.school(school.id()).stage().firstGrade();
		var entered = LocalDate.of(year.firstYear() - (grade - first), 9, 1);
		var pupils = new ArrayList<PupilDraft>();
		school.officer().scope().run(() -> this.transaction.executeWithoutResult((status) -> {
			for (int number = 1; number <= size.classes; number++) {
				var made = this.orgs.ensureClass(school.id(), grade, number, year);
				var teacher = this.staff.headTeacher(school.id(),
						username(size, year.firstYear() - grade + first, number), people.name());
				this.orgs.entrust(school.officer(), made.id(), teacher.userId());
				teachers.put(made.id(), teacher);
				for (int pupil = 0; pupil < size.pupils; pupil++) {
					pupils.add(people.pupil(made.id(), grade, year.firstYear(), entered));
				}
			}
			enrol(school, pupils);
		}));
		return teachers;
	}

	/** Like a roster that is imported: many at once, with one entry in the trail. */
	private void enrol(DemoStaff.School school, List<PupilDraft> pupils) {
		this.register.enrol(new Source(school.officer().name(), null), school.id(), pupils);
		this.audit.record(school.officer(), school.id(), "student.enrolled", "school", school.id(),
				Map.of("count", pupils.size()));
		this.entities.clear();
	}

	private static String username(Size size, int entryYear, int number) {
		var own = size.teachers + entryYear + "-" + number;
		return own.equals(VISITORS) ? "teacher" : own;
	}

	/**
	 * How large a school is.
	 *
	 * @param teachers begins the user names of its head teachers
	 */
	record Size(String teachers, int classes, int pupils) {

	}

}
