package org.nuanyang.student;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.org.ClassView;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

@IntegrationTest
class EnrolmentChangeTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	StudentService students;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	ClassView five;

	long lin;

	@BeforeEach
	void lin() {
		this.school = this.cast.school();
		this.five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.lin = this.pupils.enrol(this.school, this.five, "林例一");
	}

	@Test
	void eachChangeHasItsPageAndIsKeptWithDayReasonAndAudit() {
		for (var action : EnrolmentAction.values()) {
			assertThat(this.mvc.get()
				.uri("/students/" + this.lin + "/" + action.path())
				.with(as(this.school.officer()))
				.exchange()).as(action.name()).hasStatusOk();
		}
		assertThat(change(this.school.officer(), "transfer", "2026-10-10", "随父母迁居")).hasStatus3xxRedirection();
		assertThat(status()).isEqualTo(EnrolmentStatus.TRANSFERRED_OUT);
		assertThat(file()).contains("已转出", "随父母迁居", "2026-10-10").doesNotContain("修改资料");
		var edit = this.mvc.get().uri("/students/" + this.lin + "/edit").with(as(this.school.officer())).exchange();
		assertThat(edit).hasStatus(422).bodyText().contains("学籍已经结束，资料只能查看").doesNotContain("保存资料");
		assertThat(this.pupils.trail(this.school.officer()))
			.anyMatch((entry) -> entry.startsWith("student.transferred-out"));
	}

	@Test
	void leaveAndReturnIntoAnotherClass() {
		var four = this.pupils.classOf(this.school, 4, 1, this.school.otherHeadTeacher());
		assertThat(change(this.school.officer(), "leave", "2026-10-12", "因病")).hasStatus3xxRedirection();
		assertThat(status()).isEqualTo(EnrolmentStatus.ON_LEAVE);
		assertThat(change(this.school.officer(), "return", "2026-10-14", "病愈")).hasStatus(422)
			.bodyText()
			.contains("请选择班级");
		assertThat(this.mvc.post()
			.uri("/students/" + this.lin + "/return")
			.param("day", "2026-10-14")
			.param("reason", "病愈")
			.param("classId", String.valueOf(four.id()))
			.with(as(this.school.officer()))
			.exchange()).hasStatus3xxRedirection();
		assertThat(file()).contains("四年级(1)班", "五年级(2)班 → 四年级(1)班", "复学");
	}

	@Test
	void whatIsNotPossibleIsSaid() {
		assertThat(change(this.school.officer(), "return", "2026-10-10", "无")).hasStatus(422);
		assertThat(status()).isEqualTo(EnrolmentStatus.ENROLLED);
		assertThat(change(this.school.officer(), "transfer", "2026-12-10", "搬家")).hasStatus(422)
			.bodyText()
			.contains("日期在今天之后");
		assertThat(change(this.school.officer(), "departure", "2020-01-01", "搬家")).hasStatus(422)
			.bodyText()
			.contains("早于入校日期 2022-09-01")
			.contains("id=\"day-error\"");
		assertThat(change(this.school.officer(), "departure", "2026-10-10", "")).hasStatus(422)
			.bodyText()
			.contains("请填写原因");
		assertThat(status()).isEqualTo(EnrolmentStatus.ENROLLED);
	}

	@Test
	void daysFollowEachOther() {
		assertThat(change(this.school.officer(), "leave", "2026-10-12", "因病")).hasStatus3xxRedirection();
		var early = change(this.school.officer(), "departure", "2026-10-11", "搬家去外地");
		assertThat(early).hasStatus(422);
		var page = Pages.page(early);
		assertThat(page.select(".note-risk").text()).contains("早于 2026-10-12 办理的休学");
		assertThat(page.select("#day").hasClass("is-invalid")).isTrue();
		assertThat(page.select("#day").val()).isEqualTo("2026-10-11");
		assertThat(page.select("#reason").val()).isEqualTo("搬家去外地");
		assertThat(this.mvc.post()
			.uri("/students/" + this.lin + "/return")
			.param("day", "2026-10-11")
			.param("reason", "病愈")
			.param("classId", String.valueOf(this.five.id()))
			.with(as(this.school.officer()))
			.exchange()).hasStatus(422).bodyText().contains("早于 2026-10-12 办理的休学");
		assertThat(status()).isEqualTo(EnrolmentStatus.ON_LEAVE);
		assertThat(change(this.school.officer(), "departure", "2026-10-12", "搬家")).hasStatus3xxRedirection();
		assertThat(status()).isEqualTo(EnrolmentStatus.LEFT);
	}

	@Test
	void othersMayNot() {
		assertThat(change(this.school.headTeacher(), "transfer", "2026-10-10", "搬家")).hasStatus(403);
		assertThat(change(this.school.otherOfficer(), "transfer", "2026-10-10", "搬家")).hasStatus(404);
		assertThat(change(this.school.county(), "transfer", "2026-10-10", "搬家")).hasStatus(403);
		assertThat(status()).isEqualTo(EnrolmentStatus.ENROLLED);
	}

	private MvcTestResult change(Actor actor, String change, String day, String reason) {
		return this.mvc.post()
			.uri("/students/" + this.lin + "/" + change)
			.param("day", day)
			.param("reason", reason)
			.with(as(actor))
			.exchange();
	}

	private EnrolmentStatus status() {
		return this.school.officer().scope().call(() -> this.students.pupil(this.school.officer(), this.lin)).status();
	}

	private String file() {
		return Pupils.text(this.mvc.get().uri("/students/" + this.lin).with(as(this.school.officer())).exchange());
	}

}
