package org.nuanyang.student;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Sex;
import org.nuanyang.org.ClassView;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

@IntegrationTest
class PupilEnrolTests {

	private static final LocalDate BORN = LocalDate.of(2016, 2, 29);

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	ClassView four;

	@BeforeEach
	void aClass() {
		this.school = this.cast.school();
		this.four = this.pupils.classOf(this.school, 4, 1, this.school.headTeacher());
	}

	@Test
	void aChildWhoTransfersInIsEnrolledAndRecorded() {
		assertThat(this.mvc.get().uri("/students/new").with(as(this.school.officer())).exchange()).hasStatusOk();
		var saved = post(this.school.officer(), typed());
		assertThat(saved).hasStatus3xxRedirection();
		var page = Pupils.text(this.mvc.get()
			.uri(Objects.requireNonNull(saved.getResponse().getRedirectedUrl()))
			.with(as(this.school.officer()))
			.exchange());
		assertThat(page).contains("郑例新", "四年级(1)班", "转入本校", "原例小学", "郑样母（母亲）");
		assertThat(this.pupils.trail(this.school.officer()))
			.anyMatch((entry) -> entry.startsWith("student.enrolled") && entry.contains("TRANSFER_IN"));
	}

	@Test
	void whatDoesNotAgreeIsSaidAtItsFieldAndEverythingTypedStays() {
		var form = typed();
		form.put("sex", "MALE");
		assertThat(Pupils.text(refused(form))).contains("性别与身份证号不一致", "value=\"郑例新\"", "value=\"郑样母\"",
				"href=\"#sex\"");
		form = typed();
		form.put("bornOn", "2016-03-01");
		assertThat(Pupils.text(refused(form))).contains("号码里是 2016-02-29");
		form = typed();
		form.computeIfPresent("idNumber", (field, number) -> number.substring(0, 17) + "?");
		form.put("guardians[0].relation", "");
		assertThat(Pupils.text(refused(form))).contains("href=\"#idNumber\"", "请填写与学生的关系");
		form = typed();
		form.put("guardians[0].idNumber", String.valueOf(form.get("idNumber")));
		assertThat(Pupils.text(refused(form))).contains("与学生本人相同");
		form = typed();
		form.put("name", "");
		form.put("classId", "");
		form.put("phone", "123");
		assertThat(Pupils.text(refused(form))).contains("请填写姓名", "请选择班级");
	}

	@Test
	void nobodyEntersTomorrowOrBeforeBirthOrBeforeHavingLeft() {
		var form = typed();
		form.put("enteredOn", "2027-03-01");
		assertThat(Pupils.text(refused(form))).contains("入校日期不能晚于今天", "href=\"#enteredOn\"", "value=\"2027-03-01\"",
				"value=\"郑例新\"");
		form.put("enteredOn", "2015-09-01");
		assertThat(Pupils.text(refused(form))).contains("入校日期早于出生日期 2016-02-29");
		form.put("enteredOn", "2026-09-01");
		var saved = Objects.requireNonNull(post(this.school.officer(), form).getResponse().getRedirectedUrl());
		assertThat(this.mvc.post()
			.uri(saved + "/departure")
			.param("day", "2026-10-12")
			.param("reason", "搬家")
			.with(as(this.school.officer()))
			.exchange()).hasStatus3xxRedirection();
		assertThat(Pupils.text(refused(form))).contains("早于上次离开本校的日期 2026-10-12");
		form.put("enteredOn", "2026-10-13");
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
	}

	@Test
	void aChildIsNotEnrolledTwice() {
		var form = typed();
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		assertThat(Pupils.text(refused(form))).containsAnyOf("已经在本校在籍", "已有学生使用这个学籍号");
		form.put("registryNumber", "");
		assertThat(Pupils.text(refused(form))).contains("已经在本校在籍");
	}

	@Test
	void aChildStillEnrolledElsewhereIsEnrolledOnlyWhenConfirmed() {
		var form = typed();
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		var other = this.pupils.ensureClass(this.school.otherOfficer(), 4, 1);
		form.put("classId", String.valueOf(other.id()));
		var asked = post(this.school.otherOfficer(), form);
		assertThat(asked).hasStatus(422);
		assertThat(Pupils.text(asked)).contains("在另一所学校仍是在籍", "我已核实，仍然登记").doesNotContain("青石学校");
		form.put("confirmed", "true");
		assertThat(post(this.school.otherOfficer(), form)).hasStatus3xxRedirection();
	}

	@Test
	void anotherNameUnderTheSameNumberIsAConflict() {
		var form = typed();
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		var there = this.school.otherOfficer();
		var other = this.pupils.ensureClass(there, 4, 1);
		form.put("classId", String.valueOf(other.id()));
		form.put("name", "王例旧");
		form.put("confirmed", "true");
		var refused = post(there, form);
		assertThat(refused).hasStatus(422);
		assertThat(Pupils.text(refused)).contains("姓名或出生日期与您填的不同").doesNotContain("郑例新");
		assertThat(Pupils.text(this.mvc.get().uri("/students").with(as(there)).exchange())).doesNotContain("王例旧");
	}

	@Test
	void onlyTheOfficerMayAdd() {
		assertThat(post(this.school.headTeacher(), typed())).hasStatus(403);
		assertThat(post(this.school.principal(), typed())).hasStatus(403);
		var form = typed();
		assertThat(post(this.school.otherOfficer(), form)).hasStatus(422).bodyText().contains("不在本校的现有班级里");
	}

	private MvcTestResult refused(Map<String, String> form) {
		var result = post(this.school.officer(), form);
		assertThat(result).hasStatus(422);
		return result;
	}

	private MvcTestResult post(Actor actor, Map<String, String> form) {
		var request = this.mvc.post().uri("/students").with(as(actor));
		form.forEach(request::param);
		return request.exchange();
	}

	private Map<String, String> typed() {
		var id = Pupils.id(BORN, Sex.FEMALE).value();
		var form = new LinkedHashMap<String, String>();
		form.put("name", "郑例新");
		form.put("sex", "FEMALE");
		form.put("bornOn", BORN.toString());
		form.put("idType", "RESIDENT_ID");
		form.put("idNumber", id);
		form.put("registryNumber", "G" + id);
		form.put("classId", String.valueOf(this.four.id()));
		form.put("boarding", "false");
		form.put("enteredOn", "2026-09-01");
		form.put("entry", "TRANSFER_IN");
		form.put("entryNote", "原例小学");
		form.put("phone", "19900002222");
		form.put("guardians[0].name", "郑样母");
		form.put("guardians[0].relation", "母亲");
		form.put("guardians[0].guardian", "true");
		form.put("guardians[0].idType", "RESIDENT_ID");
		return form;
	}

}
