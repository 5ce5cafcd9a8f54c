package org.nuanyang.student;

import org.junit.jupiter.api.Test;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PupilEnrolTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	StudentService students;

	@Test
	void anEnrolledChildIsSeenByTheSchoolWithMaskedNumbers() {
		var school = this.cast.school();
		var five = this.pupils.classOf(school, 5, 2, school.headTeacher());
		var id = this.pupils.enrol(school, five, "林例一");
		var pupil = school.officer().scope().call(() -> this.students.pupil(school.officer(), id));
		assertThat(pupil.name()).isEqualTo("林例一");
		assertThat(pupil.fullClass()).isEqualTo("五年级(2)班");
		assertThat(pupil.maskedId()).matches("1000\\*{10}.{4}");
	}

}
