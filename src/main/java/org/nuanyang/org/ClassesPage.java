package org.nuanyang.org;

import java.util.List;
import java.util.Map;

/**
 * The classes of a school, and the head teachers who may take one.
 *
 * @param pupils by class id; a class without pupils may be missing
 * @param behind the school year has begun and the grades have not moved up
 */
record ClassesPage(List<ClassView> classes, List<Teacher> teachers, List<Integer> grades, Map<Long, Integer> pupils,
		boolean behind, boolean mayEdit) {

	public long withoutHeadTeacher() {
		return this.classes.stream().filter((schoolClass) -> schoolClass.headTeacherId() == null).count();
	}

	public String gradeName(int number) {
		return GradeNames.grade(number);
	}

	public int pupilsOf(ClassView schoolClass) {
		return this.pupils.getOrDefault(schoolClass.id(), 0);
	}

	record Teacher(long id, String name) {

	}

}
