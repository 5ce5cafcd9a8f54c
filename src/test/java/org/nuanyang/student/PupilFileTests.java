package org.nuanyang.student;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

@IntegrationTest
class PupilFileTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	PupilDraft draft;

	long lin;

	@BeforeEach
	void lin() {
		this.school = this.cast.school();
		this.draft = Pupils.draft(this.pupils.classOf(this.school, 5, 2, this.school.headTeacher()), "林例一");
		this.lin = this.pupils.enrol(this.school.officer(), this.draft);
	}

	@Test
	void theFileShowsThePupilWithEveryNumberMasked() {
		var page = get(this.school.headTeacher(), "/students/" + this.lin);
		assertThat(page).hasStatusOk();
		assertThat(Pupils.text(page)).contains("林例一", "五年级(2)班", "10 岁", "林样父（父亲）", "新生入学", "2022-09-01")
			.doesNotContain(number(), "某省某县", phone())
			.doesNotContain("修改资料");
		assertThat(Pupils.text(get(this.school.officer(), "/students/" + this.lin))).contains("修改资料", "办理转出")
			.doesNotContain("办理复学");
	}

	@Test
	void whoNeitherCaresNorDecidesDoesNotReadThatAChildIsAnOrphan() {
		for (var reader : List.of(this.school.officer(), this.school.headTeacher(), this.school.principal())) {
			assertThat(Pupils.text(get(reader, "/students/" + this.lin))).contains("孤儿", "残疾类型");
		}
		for (var reader : List.of(this.school.auditor(), this.school.district(), this.school.county())) {
			assertThat(Pupils.text(get(reader, "/students/" + this.lin))).contains("林例一", "留守情况")
				.doesNotContain("孤儿", "残疾类型");
		}
	}

	@Test
	void othersDoNotFindTheFile() {
		assertThat(get(this.school.otherHeadTeacher(), "/students/" + this.lin)).hasStatus(404);
		assertThat(get(this.school.otherOfficer(), "/students/" + this.lin)).hasStatus(404);
		assertThat(get(this.school.officer(), "/students/999999999")).hasStatus(404);
		assertThat(get(this.school.finance(), "/students/" + this.lin)).hasStatus(403);
		assertThat(get(this.school.county(), "/students/" + this.lin)).hasStatusOk();
	}

	@Test
	void aNumberIsShownOnceForAPurposeAndRecorded() {
		assertThat(get(this.school.officer(), "/students/" + this.lin + "/reveals/new?field=ID")).hasStatusOk();
		var shown = reveal(this.school.officer(), "ID", "CHECK_DOCUMENT", "");
		assertThat(shown).hasStatusOk().hasHeader("Cache-Control", "no-store");
		assertThat(Pupils.text(shown)).contains(number());
		assertThat(this.pupils.trail(this.school.officer())).anyMatch((entry) -> entry.startsWith("student.revealed")
				&& entry.contains("CHECK_DOCUMENT") && !entry.contains(number()));
		assertThat(Pupils.text(reveal(this.school.headTeacher(), "PHONE", "CONTACT_FAMILY", ""))).contains(phone());
	}

	@Test
	void noNumberIsShownWithoutAPurposeOrToAnotherRole() {
		assertThat(reveal(this.school.officer(), "ID", "", "")).hasStatus(422).bodyText().contains("请选择事由");
		assertThat(reveal(this.school.officer(), "ID", "OTHER", "")).hasStatus(422).bodyText().contains("请写明事由");
		assertThat(reveal(this.school.officer(), "ID", "OTHER", "核对 19900001234")).hasStatus(422)
			.bodyText()
			.contains("连续 7 位");
		assertThat(reveal(this.school.headTeacher(), "ID", "CHECK_DOCUMENT", "")).hasStatus(404);
		assertThat(reveal(this.school.otherHeadTeacher(), "PHONE", "CONTACT_FAMILY", "")).hasStatus(404);
		assertThat(reveal(this.school.auditor(), "ID", "CHECK_DOCUMENT", "")).hasStatus(403);
		assertThat(this.pupils.trail(this.school.officer())).noneMatch((entry) -> entry.startsWith("student.revealed"));
	}

	private MvcTestResult reveal(Actor actor, String field, String purpose, String note) {
		return this.mvc.post()
			.uri("/students/" + this.lin + "/reveals")
			.param("field", field)
			.param("purpose", purpose)
			.param("note", note)
			.with(as(actor))
			.exchange();
	}

	private String number() {
		return java.util.Objects.requireNonNull(this.draft.identity().document().number());
	}

	private String phone() {
		return java.util.Objects.requireNonNull(this.draft.schooling().phone()).number();
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(address).with(as(actor)).exchange();
	}

}
