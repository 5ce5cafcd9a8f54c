package org.nuanyang.student;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
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
class PupilEditTests {

	private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

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

	PupilDraft draft;

	long lin;

	@BeforeEach
	void lin() {
		this.school = this.cast.school();
		this.five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.draft = Pupils.draft(this.five, "林例一");
		this.lin = this.pupils.enrol(this.school.officer(), this.draft);
	}

	@Test
	void theFormShowsNoNumberAndAnEmptyOneStaysAsItWas() {
		var page = open();
		assertThat(page).contains("value=\"林例一\"", "留空表示不改")
			.doesNotContain(Objects.requireNonNull(this.draft.identity().document().number()));
		var form = typed(version(page));
		form.put("name", "林例壹");
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		var now = known();
		assertThat(now.identity().name().value()).isEqualTo("林例壹");
		assertThat(now.identity().document()).isEqualTo(this.draft.identity().document());
		assertThat(now.schooling().phone()).isEqualTo(this.draft.schooling().phone());
		assertThat(now.schooling().address()).isEqualTo(this.draft.schooling().address());
		assertThat(now.guardians()).isEqualTo(this.draft.guardians());
		assertThat(Pupils.text(get(this.school.officer(), "/students/" + this.lin))).contains("曾用名", "更正资料");
		assertThat(this.pupils.trail(this.school.officer()))
			.anyMatch((entry) -> entry.startsWith("student.amended") && entry.contains("\"name\""));
	}

	@Test
	void everyFormerNameIsShownAndFindsThePupil() {
		for (var name : List.of("林例二", "林例三", "林例二")) {
			var form = typed(version(open()));
			form.put("name", name);
			assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		}
		assertThat(Pupils.text(get(this.school.officer(), "/students/" + this.lin))).contains("林例一、林例三");
		for (var name : List.of("林例一", "林例二", "林例三")) {
			assertThat(Pupils.text(get(this.school.officer(), "/students?q=" + name))).as(name)
				.contains("/students/" + this.lin + "\"");
		}
		assertThat(Pupils.text(get(this.school.officer(), "/students?q=林例三、")))
			.doesNotContain("/students/" + this.lin + "\"");
	}

	@Test
	void theHistoryNamesTheFieldsThatChanged() {
		var form = typed(version(open()));
		form.put("ethnicity", "回族");
		form.put("phone", "19900004321");
		form.put("guardians[0].name", "林样伯");
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		var line = Jsoup.parse(Pupils.text(get(this.school.officer(), "/students/" + this.lin)))
			.select("section[aria-labelledby=history] tbody tr")
			.first();
		assertThat(Objects.requireNonNull(line).text()).contains("更正资料", "民族、联系电话、家庭成员", this.school.officer().name())
			.doesNotContain("4321");
	}

	@Test
	void theHistoryBeginsWithClassAndOfficerOfTheEntry() {
		var lines = Jsoup.parse(Pupils.text(get(this.school.officer(), "/students/" + this.lin)))
			.select("section[aria-labelledby=history] tbody tr");
		assertThat(lines.last()).isNotNull();
		assertThat(Objects.requireNonNull(lines.last()).text()).contains("2022-09-01", "登记时在五年级(2)班",
				this.school.officer().name());
	}

	@Test
	void theWordNoneClearsAndAnotherClassIsHistory() {
		var six = this.pupils.classOf(this.school, 6, 1, this.school.otherHeadTeacher());
		var form = typed(version(open()));
		form.put("phone", "无");
		form.put("classId", String.valueOf(six.id()));
		assertThat(post(this.school.officer(), form)).hasStatus3xxRedirection();
		assertThat(known().schooling().phone()).isNull();
		assertThat(Pupils.text(get(this.school.officer(), "/students/" + this.lin))).contains("调班",
				"五年级(2)班 → 六年级(1)班");
	}

	@Test
	void theLaterEditorIsToldAndLosesNothingTyped() {
		var version = version(open());
		var first = typed(version);
		var second = typed(version);
		first.put("schoolNumber", "20220101");
		second.put("entryNote", "补充说明");
		assertThat(post(this.school.officer(), first)).hasStatus3xxRedirection();
		var told = post(this.school.officer(), second);
		assertThat(told).hasStatus(422);
		var page = Pupils.text(told);
		assertThat(page).contains("别人已经修改过这份资料", "value=\"补充说明\"", "校内学号");
		assertThat(known().schooling().schoolNumber()).isEqualTo("20220101");
		second.put("version", version(page));
		second.put("schoolNumber", "20220101");
		assertThat(post(this.school.officer(), second)).hasStatus3xxRedirection();
		assertThat(known().schooling().entryNote()).isEqualTo("补充说明");
		assertThat(known().schooling().schoolNumber()).isEqualTo("20220101");
	}

	@Test
	void whoChangesOnlyThePersonOrTheFamilyIsNotOverwrittenEither() {
		var another = Pupils.id(LocalDate.of(2016, 5, 5), Sex.MALE).value();
		var edits = List.of(Map.of("name", "林例壹"), Map.of("ethnicity", "回族"), Map.of("guardians[0].name", "林样伯"),
				Map.of("idNumber", another, "bornOn", "2016-05-05"));
		for (var edit : edits) {
			var page = open();
			var first = typed(version(page));
			first.put("name", known().identity().name().value());
			first.put("ethnicity", Objects.requireNonNull(known().identity().ethnicity()));
			first.put("guardians[0].name", known().guardians().getFirst().name().value());
			var second = new LinkedHashMap<>(first);
			first.putAll(edit);
			second.put("phone", "19900004321");
			assertThat(post(this.school.officer(), first)).as("%s", edit).hasStatus3xxRedirection();
			var after = known();
			var told = post(this.school.officer(), second);
			assertThat(told).as("%s", edit).hasStatus(422).bodyText().contains("别人已经修改过这份资料");
			assertThat(known()).isEqualTo(after);
		}
	}

	@Test
	void aNumberOfAnotherPupilIsRefused() {
		var other = Pupils.draft(this.five, "王例二");
		this.pupils.enrol(this.school.officer(), other);
		var form = typed(version(open()));
		form.put("idNumber", Objects.requireNonNull(other.identity().document().number()));
		form.put("bornOn", other.identity().bornOn().toString());
		assertThat(post(this.school.officer(), form)).hasStatus(422).bodyText().contains("已登记在另一名学生名下");
	}

	@Test
	void othersMayNotEdit() {
		var form = typed(version(open()));
		assertThat(post(this.school.otherOfficer(), form)).hasStatus(404);
		assertThat(post(this.school.headTeacher(), form)).hasStatus(403);
		assertThat(get(this.school.headTeacher(), "/students/" + this.lin + "/edit")).hasStatus(403);
	}

	private String open() {
		return Pupils.text(get(this.school.officer(), "/students/" + this.lin + "/edit"));
	}

	private static String version(String page) {
		var found = VERSION.matcher(page);
		assertThat(found.find()).isTrue();
		return found.group(1);
	}

	private PupilDraft known() {
		return this.school.officer().scope().call(() -> this.students.draft(this.school.officer(), this.lin)).draft();
	}

	private Map<String, String> typed(String version) {
		var form = new LinkedHashMap<String, String>();
		form.put("version", version);
		form.put("name", "林例一");
		form.put("sex", "MALE");
		form.put("bornOn", this.draft.identity().bornOn().toString());
		form.put("ethnicity", "汉族");
		form.put("idType", "RESIDENT_ID");
		form.put("idNumber", "");
		form.put("registryNumber", "");
		form.put("classId", String.valueOf(this.five.id()));
		form.put("boarding", "true");
		form.put("enteredOn", "2022-09-01");
		form.put("entry", "REGULAR");
		form.put("phone", "");
		form.put("address", "");
		form.put("leftBehind", "NONE");
		form.put("disability", "NONE");
		form.put("guardians[0].name", "林样父");
		form.put("guardians[0].relation", "父亲");
		form.put("guardians[0].idType", "RESIDENT_ID");
		form.put("guardians[0].guardian", "true");
		return form;
	}

	private MvcTestResult post(Actor actor, Map<String, String> form) {
		var request = this.mvc.post().uri("/students/" + this.lin).with(as(actor));
		form.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(address).with(as(actor)).exchange();
	}

}
