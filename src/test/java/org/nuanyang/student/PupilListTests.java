package org.nuanyang.student;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.org.ClassView;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Statements;
import org.nuanyang.support.TestSchool;
import org.nuanyang.workbook.Workbook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

@IntegrationTest
class PupilListTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Statements statements;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	List<PupilFilter> filters;

	TestSchool school;

	ClassView five;

	ClassView six;

	@BeforeEach
	void pupilsInTwoClasses() {
		this.school = this.cast.school();
		this.five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		this.six = this.pupils.classOf(this.school, 6, 1, this.school.otherHeadTeacher());
		this.pupils.enrol(this.school, this.five, "林例一");
		this.pupils.enrol(this.school, this.five, "章例晴");
		this.pupils.enrol(this.school, this.six, "欧阳例月");
	}

	@Test
	void theOfficerSeesEverybodyByClassAndPinyinWithMaskedNumbers() {
		var body = body(this.school.officer(), "/students");
		assertThat(body).contains("在校 3 人").containsSubsequence("林例一", "章例晴", "欧阳例月");
		assertThat(body).contains("五年级(2)班", "住校").doesNotContainPattern("[^*\\d]\\d{17}[\\dX]");
	}

	@Test
	void classesAreNamedInTheReadersLanguage() {
		assertThat(this.mvc.get()
			.uri("/students")
			.cookie(new Cookie("language", "en"))
			.with(Cast.as(this.school.officer()))
			.exchange()).bodyText().contains("Grade 5 (2)", "Grade 6 (1)").doesNotContain("五年级");
		for (var path : List.of("/students/new", "/applications")) {
			assertThat(this.mvc.get()
				.uri(path)
				.cookie(new Cookie("language", "en"))
				.with(Cast.as(this.school.officer()))
				.exchange()).as(path).bodyText().doesNotContain("五年级");
		}
	}

	@Test
	void searchFoldsWideLettersAndAMarkAloneFindsNobody() {
		var officer = this.school.officer();
		assertThat(body(officer, "/students?q=ｏｙｌｙ")).contains("欧阳例月").doesNotContain("林例一");
		for (var mark : List.of("'", "''", "＇")) {
			assertThat(body(officer, "/students?q=" + mark)).as(mark)
				.doesNotContain("欧阳例月")
				.doesNotContain("林例一")
				.doesNotContain("章例晴");
		}
	}

	@Test
	void searchFindsNamesPinyinInitialsAndDigits() {
		var officer = this.school.officer();
		assertThat(body(officer, "/students?q=例一")).contains("林例一").doesNotContain("章例晴");
		assertThat(body(officer, "/students?q=zhangliqing")).contains("章例晴").doesNotContain("林例一");
		this.pupils.enrol(this.school, this.five, "阿例·买买提");
		assertThat(body(officer, "/students?q=阿例.买买提")).contains("阿例·买买提").doesNotContain("林例一");
		assertThat(body(officer, "/students?q=oyly")).contains("欧阳例月").doesNotContain("林例一");
		this.pupils.enrol(this.school, this.five, "单例初");
		assertThat(body(officer, "/students?q=shan")).as("a family name has its own reading").contains("单例初");
		var draft = Pupils.draft(this.five, "周例数");
		this.pupils.enrol(officer, draft);
		var registry = java.util.Objects.requireNonNull(draft.schooling().registry());
		assertThat(body(officer, "/students?q=" + registry.tail())).contains("周例数");
		assertThat(body(officer, "/students?q=" + registry.value())).contains("周例数").doesNotContain("林例一");
		assertThat(body(officer, "/students?q=" + draft.identity().document().number())).contains("周例数");
		assertThat(body(officer, "/students?q=查无此人")).contains("没有符合条件的学生", "清空条件");
	}

	@Test
	void filtersNarrowAndCanBeRemoved() {
		var officer = this.school.officer();
		assertThat(body(officer, "/students?at=g6")).contains("欧阳例月", "移除条件：六年级").doesNotContain("林例一");
		assertThat(body(officer, "/students?at=c" + this.five.id())).contains("林例一").doesNotContain("欧阳例月");
		assertThat(body(officer, "/students?boarding=false")).doesNotContain("林例一");
		assertThat(body(officer, "/students?status=GRADUATED")).doesNotContain("林例一");
		assertThat(body(officer, "/students?sort=name-desc")).containsSubsequence("章例晴", "欧阳例月", "林例一");
	}

	@Test
	void whatCannotNarrowTheListIsNamedAndTheRestHolds() {
		for (var wrong : List.of("group=FOO", "sex=X", "tier=FOO", "category=X99", "boarding=maybe", "status=FOO",
				"school=abc", "school=999", "at=g0", "at=c99", "at=x")) {
			var page = this.pages.page(this.school.officer(), "/students?sort=name&q=例&" + wrong);
			assertThat(page.select("tbody th").eachText()).as(wrong).containsExactly("林例一", "欧阳例月", "章例晴");
			assertThat(page.select("main .note").text()).as(wrong)
				.contains("没有用上", "：" + wrong.substring(wrong.indexOf('=') + 1));
			assertThat(page.select(".filters .tag").eachText()).as(wrong).containsExactly("“例”");
		}
		assertThat(this.pages.page(this.school.officer(), "/students?sex=FEMALE").select("main .note")).isEmpty();
	}

	/**
	 * Whatever a filter offers anybody, it narrows nothing and shows nothing for who is
	 * not offered it, on the page and in the file.
	 */
	@Test
	void aFilterNeitherShowsNorWorksForWhoMayNotUseIt() {
		var readers = List.of(this.school.officer(), this.school.headTeacher(), this.school.principal(),
				this.school.counsellor(), this.school.district(), this.school.county(), this.school.auditor());
		var refused = new ArrayList<String>();
		for (var reader : readers) {
			var all = this.pages.page(reader, "/students").select("tbody th").eachText();
			assertThat(all).isNotEmpty();
			for (var filter : this.filters) {
				var own = reader.scope().call(() -> filter.options(reader));
				for (var other : readers) {
					for (var option : other.scope().call(() -> filter.options(other))) {
						var asked = filter.parameter() + "=" + option.value();
						if (!own.contains(option) && refused.add(reader.username() + " " + asked)) {
							var page = this.pages.page(reader, "/students?" + asked);
							assertThat(page.select("tbody th").eachText()).as(asked + reader).isEqualTo(all);
							assertThat(page.select(".filters .tag, [selected][value=" + option.value() + "]"))
								.isEmpty();
							assertThat(page.select("main .note").text()).as(asked + reader).contains("没有用上");
						}
					}
				}
			}
		}
		assertThat(refused).contains(this.school.counsellor().username() + " tier=ONE",
				this.school.county().username() + " category=P07", this.school.county().username() + " group=ORPHAN",
				this.school.officer().username() + " category=G05");
		assertThat(this.pages.page(this.school.counsellor(), "/students").select("select[name=tier]")).isEmpty();
	}

	/** Of several schools, with those who left and nothing else asked: everybody. */
	@Test
	void everyStandingIsFoundByWhoReadsSeveralSchools() {
		for (var reader : List.of(this.school.county(), this.school.district(), this.school.auditor())) {
			assertThat(reader.scope().read()).hasSizeGreaterThan(1);
			for (var status : List.of("", "ALL", "ENROLLED", "ON_LEAVE", "TRANSFERRED_OUT", "GRADUATED", "LEFT")) {
				for (var sort : List.of("", "name", "class", "school")) {
					this.pages.page(reader, "/students?status=" + status + "&sort=" + sort);
				}
			}
		}
		this.pages.page(this.school.county(), "/students/exports/new?status=ALL");
		assertThat(this.pages.page(this.school.county(), "/students?status=ALL&q=linliyi").text()).contains("林例一");
	}

	@Test
	void familyNamesAreSortedByTheirOwnReading() {
		List.of("曾例甲", "陈例乙", "沈例丙", "单例丁", "崔例戊").forEach((name) -> this.pupils.enrol(this.school, this.five, name));
		assertThat(body(this.school.officer(), "/students?sort=name")).containsSubsequence("陈例乙", "崔例戊", "林例一", "单例丁",
				"沈例丙", "曾例甲", "章例晴");
	}

	@Test
	void aHeadTeacherSeesTheOwnClassOnly() {
		assertThat(body(this.school.headTeacher(), "/students")).contains("林例一").doesNotContain("欧阳例月");
		assertThat(body(this.school.headTeacher(), "/students?at=c" + this.six.id())).doesNotContain("欧阳例月");
	}

	@Test
	void anotherSchoolSeesNothingAndFinanceMayNotOpenIt() {
		assertThat(body(this.school.otherOfficer(), "/students?q=林例一")).doesNotContain("/students/" + 1);
		assertThat(body(this.school.otherOfficer(), "/students")).doesNotContain("林例一");
		assertThat(body(this.school.county(), "/students?q=林例一")).contains("林例一", "青石学校");
		assertThat(get(this.school.finance(), "/students")).hasStatus(403);
		assertThat(get(this.school.admin(), "/students")).hasStatus(403);
	}

	@Test
	void theNumberOfStatementsDoesNotGrowWithTheRows() {
		var few = statements(() -> body(this.school.officer(), "/students"));
		IntStream.range(0, 20)
			.forEach((n) -> this.pupils.enrol(this.school, this.five, "吴例" + "甲乙丙丁戊己庚辛壬癸".charAt(n % 10)));
		var many = statements(() -> body(this.school.officer(), "/students"));
		assertThat(many).isEqualTo(few);
	}

	@Test
	void theExportHoldsWhatIsFilteredAndSaysWhoTookItAndWhy() throws Exception {
		assertThat(body(this.school.officer(), "/students/exports/new?at=g6")).contains("将导出 1 行");
		var file = this.mvc.post()
			.uri("/students/exports")
			.param("at", "g6")
			.param("purpose", "SCHOOL_WORK")
			.with(as(this.school.officer()))
			.exchange();
		assertThat(file).hasStatusOk();
		var text = Workbook.read(file.getResponse().getContentAsByteArray()).sheets().getFirst().rows().toString();
		assertThat(text).contains("欧阳例月", "校内工作", "郑例安").doesNotContain("林例一");
		assertThat(this.pupils.trail(this.school.officer()))
			.anyMatch((entry) -> entry.startsWith("student.exported") && entry.contains("SCHOOL_WORK"));
	}

	@Test
	void anExportWithoutAPurposeIsRefused() {
		var refused = this.mvc.post().uri("/students/exports").with(as(this.school.officer())).exchange();
		assertThat(refused).hasStatus(422).bodyText().contains("请选择事由");
		assertThat(this.pupils.trail(this.school.officer())).noneMatch((entry) -> entry.startsWith("student.exported"));
		assertThat(this.mvc.post()
			.uri("/students/exports")
			.param("purpose", "REPORT")
			.with(as(this.school.auditor()))
			.exchange()).hasStatus(403);
	}

	private int statements(Runnable work) {
		return this.statements.during(work);
	}

	private String body(Actor actor, String address) {
		var result = get(actor, address);
		assertThat(result).hasStatusOk();
		return Pages.sent(result);
	}

	private MvcTestResult get(Actor actor, String address) {
		return this.mvc.get().uri(address).with(as(actor)).exchange();
	}

}
