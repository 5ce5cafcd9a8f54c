package org.nuanyang.org;

import java.util.List;

/** The classes of a school, and the head teachers who may take one. */
record ClassesPage(List<ClassView> classes, List<Teacher> teachers, List<Integer> grades, boolean mayEdit) {

	long withoutHeadTeacher() {
		return this.classes.stream().filter((schoolClass) -> schoolClass.headTeacherId() == null).count();
	}

	String gradeName(int number) {
		return GradeNames.grade(number);
	}

	record Teacher(long id, String name) {

	}

}
