package org.nuanyang.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanyang.support.Cast.as;

/**
 * It is impossible, not merely unusual, that a public page shows more than a name, a
 * grade and a class: hostile data in every field, and the rendered bytes looked through.
 */
@IntegrationTest
class NoticePrivacyTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	private static final NoticeContact OFFICE = new NoticeContact("学校学生资助办公室", "沈样一", "0900-0000000", null, null);

	/**
	 * Any number long enough to be somebody's; addresses and the office's own phone are
	 * cut out before.
	 */
	private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7,}[0-9xX]?");

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Pupils pupils;

	@Autowired
	Published published;

	@Autowired
	NoticeService notices;

	@Autowired
	NoticeBoard board;

	@Autowired
	Trail trail;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long round;

	@BeforeEach
	void openRound() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	/** A pupil whose every field holds something that must not be told. */
	private PupilDraft hostilePupil() {
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		var draft = Pupils.draft(five, "林例一");
		var enrolment = this.pupils.enrol(this.school.officer(), draft);
		var application = this.cases.passed(this.school, this.round, Tier.ONE, enrolment, five.id());
		TestDatabase.asOwner("update aid_application set class_remark = '孤儿，父亲病故，银行卡 6222000000000000001' where id = "
				+ application);
		TestDatabase
			.asOwner("update enrolment set orphan = true, disability = 'SLIGHT', school_number = '20220901001', "
					+ "entry_note = '易地搬迁户' where id = " + enrolment);
		TestDatabase.asOwner(
				"""
						insert into application_event (id, school_id, application_id, action, to_status, reason, actor_id, actor_name, at)
						select nextval('id_seq'), school_id, id, 'PASS', 'PASSED', '建档立卡户，母亲 19900000099', %d, '某评审', now()
						from aid_application where id = %d"""
					.formatted(this.school.principal().userId(), application));
		return draft;
	}

	private List<String> publicPages(long id) throws Exception {
		return Stream
			.of("/public/notices", "/public/notices/" + id, "/public/notices/" + id + "?grade=五年级",
					"/public/notices/" + id + "/print", "/public/notices/" + id + "/objection")
			.map((path) -> this.mvc.get().uri(path).exchange())
			.map((result) -> {
				try {
					assertThat(result).hasStatusOk();
					return result.getResponse().getContentAsString();
				}
				catch (java.io.UnsupportedEncodingException ex) {
					throw new IllegalStateException(ex);
				}
			})
			.toList();
	}

	@Test
	void nothingOfTheFileReachesThePageOrThePrint() throws Exception {
		var draft = hostilePupil();
		var id = this.published.notice(this.school, this.round, MONDAY);
		this.clock.set(MONDAY);
		var identity = draft.identity();
		var here = draft.schooling();
		var father = draft.guardians().getFirst();
		var born = identity.bornOn();
		var secrets = List.of(number(identity.document()), Objects.requireNonNull(here.registry()).value(),
				number(father.document()), father.name().value(), "19900001", "19900000", "北湾村", "某县", born.toString(),
				born.getYear() + "年" + born.getMonthValue() + "月" + born.getDayOfMonth() + "日",
				born.toString().replace("-", ""), "孤儿", "病故", "建档立卡", "易地搬迁", "低保", "残疾", "20220901001",
				"6222000000000000001", "某评审", "一级", "2,000", "汉族", this.school.officer().name(),
				this.school.principal().name());
		for (var page : publicPages(id)) {
			assertThat(page).doesNotContain(secrets);
			var withoutOffice = page.replace("0900-0000000", "").replaceAll(" (href|src|action|value)=\"[^\"]*\"", "");
			assertThat(LONG_NUMBER.matcher(withoutOffice).results().map((found) -> found.group())).isEmpty();
		}
	}

	@Test
	void theEvidenceForTheArchiveHoldsNoMoreThanThePage() {
		var draft = hostilePupil();
		var id = this.published.notice(this.school, this.round, MONDAY);
		var text = this.school.officer().scope().call(() -> this.board.publishedText(this.school.officer(), id));
		assertThat(text).contains("林例一\t五年级\t(2)班")
			.doesNotContain(number(draft.identity().document()), "孤儿", "病故", "建档立卡", "一级", "2016-", "北湾村");
		assertThat(LONG_NUMBER.matcher(text.replace("0900-0000000", "")).find()).isFalse();
	}

	private static String number(IdDocument document) {
		return Objects.requireNonNull(document.number());
	}

	@ParameterizedTest
	@ValueSource(strings = { "林例一100000201603010017", "G100000201603010017", "19900000001", "199 0000 0001",
			"6222000000000000001", "2016年3月1日", "某县某镇北湾村3组", "林例一（低保户）", "孤儿林例一", "父亲重病", "<script>林</script>" })
	void aHostileNameIsNeverPublished(String name) throws Exception {
		var draft = hostilePupil();
		TestDatabase.asOwner(
				"update person set name = '%s' where name_key = '%s' and id in (select person_id from enrolment where school_id = %d)"
					.formatted(name, draft.identity().name().matching(), this.school.schoolId()));
		var id = this.school.officer()
			.scope()
			.call(() -> this.notices.draft(this.school.officer(), this.round, new NoticePlan(MONDAY, 5, OFFICE)));
		var checked = this.mvc.post().uri("/notices/" + id + "/check").with(as(this.school.officer())).exchange();
		assertThat(checked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("第 1 行的姓名")
			.contains("隐私检查发现");
		assertThatThrownBy(
				() -> this.school.officer().scope().run(() -> this.notices.submit(this.school.officer(), id)))
			.isInstanceOf(RuleViolation.class);
		assertThatThrownBy(
				() -> this.school.principal().scope().run(() -> this.notices.approve(this.school.principal(), id)))
			.isInstanceOf(RuleViolation.class);
		this.clock.set(MONDAY);
		assertThat(this.mvc.get().uri("/public/notices/" + id).exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(2)班19900000001", "100000201603010017", "低保班级", "某镇北湾村", "(2)班<b>" })
	void aHostileClassIsNeverPublished(String name) throws Exception {
		hostilePupil();
		TestDatabase
			.asOwner("update aid_application set class_name = '%s' where round_id = %d".formatted(name, this.round));
		var id = this.school.officer()
			.scope()
			.call(() -> this.notices.draft(this.school.officer(), this.round, new NoticePlan(MONDAY, 5, OFFICE)));
		var checked = this.mvc.post().uri("/notices/" + id + "/check").with(as(this.school.officer())).exchange();
		assertThat(checked).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("第 1 行的班级");
		this.clock.set(MONDAY);
		assertThat(this.mvc.get().uri("/public/notices/" + id).exchange()).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatIsGoneIsToldToNobodyAndKeptByNobody() throws Exception {
		hostilePupil();
		var id = this.published.notice(this.school, this.round, MONDAY);
		this.clock.set(MONDAY);
		this.school.officer().scope().run(() -> this.notices.withdraw(this.school.officer(), id, "名单有误"));
		for (var path : List.of("", "/print", "/objection")) {
			var gone = this.mvc.get().uri("/public/notices/" + id + path).exchange();
			assertThat(gone).hasStatus(HttpStatus.GONE).bodyText().doesNotContain("林例一", "名单有误");
			assertThat(gone.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
			assertThat(gone.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
		}
	}

	@Test
	void theOfficesOwnWordsAreLookedThroughToo() {
		hostilePupil();
		var hostile = new NoticeContact("低保办", "沈样一 100000198505050017", "0900-0000000", null, "张某家 19900000001");
		var id = this.school.officer()
			.scope()
			.call(() -> this.notices.draft(this.school.officer(), this.round, new NoticePlan(MONDAY, 5, hostile)));
		var findings = this.school.officer().scope().call(() -> this.notices.check(this.school.officer(), id));
		assertThat(findings).extracting(PrivacyFinding::place).containsOnly("office", "contactName", "letterBox");
	}

	/**
	 * What the walk through the product published: a home, a father, and his telephone.
	 */
	@Test
	void aListedFamilyNeverBecomesTheContact() throws Exception {
		var draft = hostilePupil();
		var home = Objects.requireNonNull(draft.schooling().address());
		var father = draft.guardians().getFirst();
		var phone = Objects.requireNonNull(father.phone()).number();
		var plain = new NoticeContact("教务处", "沈老师", "0900-0000000", null, null);
		var id = draft(plain);
		for (var hostile : Map
			.of(new NoticeContact(home, "沈老师", "0900-0000000", null, null), "受理部门：含名单上学生登记的住址",
					new NoticeContact("北湾村三组资助点", "沈老师", "0900-0000000", null, null), "受理部门：含名单上学生登记的住址",
					new NoticeContact("教务处", father.name().value(), "0900-0000000", null, null), "联系人：含名单上学生或其家长的姓名",
					new NoticeContact("教务处", "林例一的奶奶", "0900-0000000", null, null), "联系人：像学生的家长或亲属",
					new NoticeContact("教务处", "沈老师", phone, null, null), "联系电话：是名单上学生家里登记的电话",
					new NoticeContact("教务处", "沈老师", "0900-0000000", null, "交给林样父"), "书面意见：含名单上学生或其家长的姓名")
			.entrySet()) {
			this.school.officer()
				.scope()
				.run(() -> this.notices.edit(this.school.officer(), id, new NoticePlan(MONDAY, 5, hostile.getKey())));
			assertThat(this.mvc.post().uri("/notices/" + id + "/check").with(as(this.school.officer())).exchange())
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains(hostile.getValue());
		}
		this.school.officer().scope().run(() -> {
			this.notices.edit(this.school.officer(), id, new NoticePlan(MONDAY, 5, plain));
			assertThat(this.notices.check(this.school.officer(), id)).isEmpty();
			this.notices.submit(this.school.officer(), id);
		});
		refusedByTheDatabase(id, "office = '示例县东庄村4组'", "notice_office_is_no_home");
		refusedByTheDatabase(id, "contact_name = '林样父'", "notice_contact_is_no_family");
		TestDatabase.asOwner("update notice set office = '" + home + "' where id = " + id);
		assertThatThrownBy(
				() -> this.school.principal().scope().run(() -> this.notices.approve(this.school.principal(), id)))
			.isInstanceOfSatisfying(RuleViolation.class,
					(violation) -> assertThat(violation.key()).isEqualTo("notice.approve.unclean"));
		TestDatabase.asOwner("update notice set office = '教务处' where id = " + id);
		this.school.principal().scope().run(() -> this.notices.approve(this.school.principal(), id));
		this.clock.set(MONDAY);
		var kept = this.school.officer().scope().call(() -> this.board.publishedText(this.school.officer(), id));
		for (var page : Stream.concat(publicPages(id).stream(), Stream.of(kept)).toList()) {
			assertThat(page).doesNotContain(home, "北湾村", father.name().value(), phone, "奶奶");
		}
	}

	private long draft(NoticeContact contact) {
		return this.school.officer()
			.scope()
			.call(() -> this.notices.draft(this.school.officer(), this.round, new NoticePlan(MONDAY, 5, contact)));
	}

	private static void refusedByTheDatabase(long id, String hostile, String constraint) {
		assertThatThrownBy(
				() -> TestDatabase.asOwner("update notice set status = 'PUBLISHED', number_year = 2026, number = 99, "
						+ "approved_by = drafted_by, published_at = now(), " + hostile + " where id = " + id))
			.hasMessageContaining(constraint);
	}

	@Test
	void theDatabaseRefusesWhatTheCheckWouldHaveMissed() {
		hostilePupil();
		var id = this.school.officer()
			.scope()
			.call(() -> this.notices.draft(this.school.officer(), this.round, new NoticePlan(MONDAY, 5, OFFICE)));
		var row = "insert into notice_row (notice_id, school_id, position, name, grade_name, class_name) values (" + id
				+ ", " + this.school.schoolId() + ", 1, '%s', '%s', '%s')";
		assertThatThrownBy(() -> TestDatabase.asOwner(row.formatted("100000201603010017", "五年级", "(2)班")))
			.hasMessageContaining("notice_row_name_without_digits");
		assertThatThrownBy(() -> TestDatabase.asOwner(row.formatted("林例一", "残疾", "(2)班")))
			.hasMessageContaining("notice_row_grade_is_a_grade");
		assertThatThrownBy(() -> TestDatabase.asOwner(row.formatted("林例一", "五年级", "19900000001")))
			.hasMessageContaining("notice_row_class_is_short");
	}

	@Test
	void notEvenTheOwnerEditsAPublishedLine() {
		hostilePupil();
		var id = this.published.notice(this.school, this.round, MONDAY);
		assertThatThrownBy(() -> TestDatabase.asOwner("update notice_row set name = '别人' where notice_id = " + id))
			.hasMessageContaining("never edited");
		assertThatThrownBy(() -> TestDatabase.asOwner("delete from notice_row where notice_id = " + id))
			.hasMessageContaining("never edited");
		assertThatThrownBy(
				() -> TestDatabase.asOwner("update notice_event set text_sha256 = null where notice_id = " + id))
			.hasMessageContaining("never changed");
	}

	@Test
	void theTierStandsThereOnlyWhereTheProgrammeSwitchesItOn() throws Exception {
		hostilePupil();
		assertThat(rule("true", "3")).hasStatus(HttpStatus.FOUND);
		try {
			var id = this.published.notice(this.school, this.round, MONDAY);
			this.clock.set(MONDAY);
			assertThat(publicPages(id).get(1)).contains("一级").doesNotContain("2,000");
		}
		finally {
			assertThat(rule("false", "5")).hasStatus(HttpStatus.FOUND);
		}
		assertThat(this.trail.entries(this.school.county(), "notice.policy-set")).isEqualTo(2);
	}

	@Test
	void aRoundOfProgrammesThatPayByNoTierShowsNone() throws Exception {
		hostilePupil();
		TestDatabase.asOwner("update aid_round_programme set programme_id = (select id from programme where code = "
				+ "'LIVING_SUBSIDY') where round_id = " + this.round);
		assertThat(rule("true", "3")).hasStatus(HttpStatus.FOUND);
		try {
			var id = this.published.notice(this.school, this.round, MONDAY);
			this.clock.set(MONDAY);
			assertThat(publicPages(id).get(1)).doesNotContain("一级");
		}
		finally {
			assertThat(rule("false", "5")).hasStatus(HttpStatus.FOUND);
		}
	}

	@Test
	void onlyTheCountyRulesAndOnlyWithinReason() {
		for (var days : List.of("0", "31", "", "许多")) {
			assertThat(rule("false", days)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(this.mvc.post()
			.uri("/notices/policy")
			.with(as(this.school.officer()))
			.param("answerDays", "5")
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult rule(String tierShown, String days) {
		return this.mvc.post()
			.uri("/notices/policy")
			.with(as(this.school.county()))
			.param("tierShown", tierShown)
			.param("answerDays", days)
			.exchange();
	}

}
