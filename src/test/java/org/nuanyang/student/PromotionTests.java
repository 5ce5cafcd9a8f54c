package org.nuanyang.student;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

@IntegrationTest
class PromotionTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	StudentService students;

	@Autowired
	EnrolmentChangeService changes;

	@Autowired
	MutableClock clock;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	long five;

	long six;

	long away;

	@BeforeEach
	void lastYearsClasses() {
		// A password of last autumn would have to be changed first.
		this.clock.set(LocalDate.of(2027, 8, 25));
		this.school = this.cast.school();
		var fifth = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		var sixth = this.pupils.classOf(this.school, 6, 1, this.school.otherHeadTeacher());
		this.five = this.pupils.enrol(this.school, fifth, "林例一");
		this.six = this.pupils.enrol(this.school, sixth, "王例二");
		this.away = this.pupils.enrol(this.school, sixth, "周例三");
		this.school.officer()
			.scope()
			.run(() -> this.changes.change(this.school.officer(), this.away, EnrolmentAction.TAKE_LEAVE,
					new EnrolmentChangeService.Change(LocalDate.of(2026, 10, 10), "因病", null)));
	}

	@AfterEach
	void now() {
		this.clock.reset();
	}

	@Test
	void theBareAddressShowsThePlanToo() {
		assertThat(this.mvc.get().uri("/promotions").with(as(this.school.officer())).exchange()).hasStatusOk()
			.hasViewName("student/promotion");
	}

	@Test
	void beforeTheYearChangesThereIsNothingToDo() {
		this.clock.reset();
		assertThat(preview()).contains("不需要再升级");
		assertThat(post(this.school.officer(), 2026)).hasStatus(422).bodyText().contains("不会再升一次");
	}

	@Test
	void aWholeSchoolMovesUpOnceAfterAPreview() {
		assertThat(preview()).contains("五年级(2)班", "六年级(2)班", "升级 1 人，毕业 1 人", "休学的 1 人");
		assertThat(post(this.school.officer(), 2027)).hasStatus3xxRedirection();
		assertThat(pupil(this.five).fullClass()).isEqualTo("六年级(2)班");
		assertThat(pupil(this.six).status()).isEqualTo(EnrolmentStatus.GRADUATED);
		assertThat(pupil(this.six).fullClass()).isEqualTo("2021级(1)班");
		assertThat(pupil(this.away).status()).isEqualTo(EnrolmentStatus.ON_LEAVE);
		assertThat(pupil(this.away).fullClass()).isEqualTo("六年级(2)班");
		assertThat(Pupils.text(this.mvc.get().uri("/students/" + this.away).with(as(this.school.officer())).exchange()))
			.contains("休学，留在原年级", "六年级(2)班");
		assertThat(Pupils
			.text(this.mvc.get().uri("/students/" + this.five).with(as(this.school.headTeacher())).exchange()))
			.contains("五年级(2)班 → 六年级(2)班");
		assertThat(Pupils.text(this.mvc.get().uri("/students/" + this.six).with(as(this.school.officer())).exchange()))
			.contains("毕业", "2021级(1)班");
		assertThat(post(this.school.officer(), 2027)).hasStatus(422);
		assertThat(pupil(this.five).fullClass()).isEqualTo("六年级(2)班");
		assertThat(this.pupils.trail(this.school.officer())).filteredOn((entry) -> entry.startsWith("student.promoted"))
			.hasSize(1);
	}

	@Test
	void whoIsOnLeaveStaysInTheGradeWithTheClassOfThatNumber() {
		var first = this.pupils.classOf(this.school, 1, 1, this.school.headTeacher());
		var another = this.pupils.classOf(this.school, 5, 1, this.school.headTeacher());
		var little = onLeave(this.pupils.enrol(this.school, first, "郑例四"));
		this.pupils.enrol(this.school, another, "郑例五");
		assertThat(preview()).contains("休学的 2 人不升级也不毕业，留在原年级");
		assertThat(post(this.school.officer(), 2027)).hasStatus3xxRedirection();
		assertThat(pupil(this.away).fullClass()).isEqualTo("六年级(1)班");
		assertThat(pupil(little).fullClass()).isEqualTo("一年级(1)班");
		assertThat(pupil(little).classId()).isNotEqualTo(first);
	}

	@Test
	void theNumbersAreCheckedByAPerson() {
		assertThat(this.mvc.post().uri("/promotions").param("year", "2027").with(as(this.school.officer())).exchange())
			.hasStatus(422)
			.bodyText()
			.contains("还没有勾选");
		assertThat(pupil(this.five).fullClass()).isEqualTo("五年级(2)班");
	}

	@Test
	void onlyTheLastGradeGraduates() {
		var early = this.mvc.post()
			.uri("/students/" + this.five + "/graduation")
			.param("day", "2027-07-10")
			.param("reason", "提前毕业")
			.with(as(this.school.officer()))
			.exchange();
		assertThat(early).hasStatus(422).bodyText().contains("五年级(2)班不是毕业年级", "六年级才毕业");
		assertThat(pupil(this.five).status()).isEqualTo(EnrolmentStatus.ENROLLED);
		assertThat(Pupils.text(this.mvc.get().uri("/students/" + this.five).with(as(this.school.officer())).exchange()))
			.doesNotContain("办理毕业");
		assertThat(Pupils.text(this.mvc.get().uri("/students/" + this.six).with(as(this.school.officer())).exchange()))
			.contains("办理毕业");
	}

	private long onLeave(long id) {
		this.school.officer()
			.scope()
			.run(() -> this.changes.change(this.school.officer(), id, EnrolmentAction.TAKE_LEAVE,
					new EnrolmentChangeService.Change(LocalDate.of(2026, 10, 10), "因病", null)));
		return id;
	}

	@Test
	void onlyTheOfficerOfTheSchool() {
		this.clock.set(LocalDate.of(2027, 9, 3));
		assertThat(post(this.school.principal(), 2027)).hasStatus(403);
		assertThat(post(this.school.otherOfficer(), 2027)).hasStatus(422);
		assertThat(pupil(this.five).fullClass()).isEqualTo("五年级(2)班");
	}

	@Test
	void theYearThatWasConfirmedIsTheOneThatIsMeant() {
		this.clock.set(LocalDate.of(2027, 9, 3));
		assertThat(post(this.school.officer(), 2026)).hasStatus(422).bodyText().contains("现在应升入 2027—2028 学年");
	}

	private String preview() {
		return Pupils.text(this.mvc.get().uri("/promotions/new").with(as(this.school.officer())).exchange());
	}

	private MvcTestResult post(Actor actor, int year) {
		return this.mvc.post()
			.uri("/promotions")
			.param("year", String.valueOf(year))
			.param("checked", "true")
			.with(as(actor))
			.exchange();
	}

	private PupilView pupil(long id) {
		return this.school.officer().scope().call(() -> this.students.pupil(this.school.officer(), id));
	}

}
