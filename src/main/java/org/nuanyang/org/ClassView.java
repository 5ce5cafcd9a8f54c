package org.nuanyang.org;

import org.jspecify.annotations.Nullable;

/** A class of a school as people name it: 五年级 and (2)班. */
public record ClassView(long id, long schoolId, int gradeNumber, String gradeName, String name,
		@Nullable Long headTeacherId, @Nullable String headTeacherName) {

	public String fullName() {
		return this.gradeName + this.name;
	}

}
