package org.nuanyang.student;

import java.io.Serializable;

import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.Sex;

/**
 * A pupil of one school as other features show one; the id is that of the enrolment.
 *
 * @param maskedId the id document, masked; empty without one
 * @param registryTail the last four characters of the registry number; empty without one
 * @param gradeName 五年级, or 2020级 once the class has graduated
 * @param className (2)班
 */
public record PupilView(long id, long personId, long schoolId, String name, Sex sex, String maskedId,
		String registryTail, long classId, String gradeName, String className, int gradeNumber, SchoolStage stage,
		boolean boarding, EnrolmentStatus status) implements Serializable {

	/** 五年级(2)班 */
	public String fullClass() {
		return this.gradeName + this.className;
	}

}
