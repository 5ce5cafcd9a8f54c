package org.nuanyang.objection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.notice.NoticeRow;
import org.nuanyang.notice.NoticeService;
import org.nuanyang.notice.Published;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.Cases;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** An objection from the public form, or the officer's desk, to its answer. */
@IntegrationTest
class ObjectionActionTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Cast cast;

	@Autowired
	Cases cases;

	@Autowired
	Published published;

	@Autowired
	NoticeService notices;

	@Autowired
	LineMark mark;

	@Autowired
	TransactionTemplate transactions;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	DataSource pool;

	@Autowired
	MutableClock clock;

	TestSchool school;

	long round;

	long theCase;

	long notice;

	@BeforeEach
	void publish() {
		this.clock.reset();
		this.school = this.cast.school();
		this.round = this.cases.round(this.school);
		this.theCase = this.cases.passed(this.school, this.round, Tier.TWO, "林例一").getFirst();
		this.notice = this.published.notice(this.school, this.round, MONDAY);
		this.clock.set(MONDAY);
		TestDatabase.asOwner("delete from objection_attempt");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	private MvcTestResult send(Map<String, String> form) {
		var request = this.mvc.post().uri("/public/notices/" + this.notice + "/objection").with(csrf());
		form.forEach(request::param);
		return request.exchange();
	}

	private Map<String, String> words() {
		var line = this.mark.of(this.notice, new NoticeRow(1, 1, "林例一", "五年级", "2班", null));
		return new HashMap<>(
				Map.of("line", line, "kind", "FACTS", "words", "去年刚买了新车", "name", "某邻居", "contact", "19900000077"));
	}

	@Test
	void whoPressesAnOldButtonDoesNotTakeItFromAColleague() {
		var path = "/objections/" + handedIn();
		assertThat(this.pages.post(this.school.counsellor(), path + "/examination", Map.of()))
			.hasStatus3xxRedirection();
		assertThat(this.pages.post(this.school.finance(), path + "/examination", Map.of()))
			.hasStatus(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("这件异议刚由" + this.school.counsellor().name() + "受理，没有换人");
		var form = this.pages.page(this.school.finance(), path).select("form[action$=/examination]");
		assertThat(form.text()).isEqualTo("接手核查");
		assertThat(this.pages.post(this.school.finance(), path + "/examination",
				Map.of("from", form.select("[name=from]").val())))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.finance(), path).text()).contains(this.school.finance().name());
	}

	@Test
	void whoeverMayNotGoOnRemindsWhoeverMay() {
		var path = "/objections/" + handedIn();
		assertThat(this.pages.post(this.school.counsellor(), path + "/examination", Map.of()))
			.hasStatus3xxRedirection();
		var line = this.pages.page(this.school.officer(), "/")
			.select("section[aria-labelledby=work-others] li:has(a[href=" + path + "])");
		assertThat(line.text()).contains("有一件异议正在核查", "提醒", "打开").doesNotContain("继续核查");
		assertThat(this.pages.page(this.school.counsellor(), "/").select("section[aria-labelledby=work-mine]").text())
			.contains("继续核查");
		assertThat(this.pages.post(this.school.officer(), "/reminders",
				Map.of("key", line.select("[name=key]").val(), "path", path)))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.counsellor(), "/messages").text()).contains("提醒您：有一件异议正在核查");
		assertThat(this.pages.page(this.school.reviewer(), "/messages").text()).doesNotContain("提醒您");
		assertThat(this.pages.page(this.school.officer(), "/objections?mine=true").select("tbody tr")).isEmpty();
		assertThat(this.pages.page(this.school.counsellor(), "/objections?mine=true").select("tbody tr")).hasSize(1);
	}

	/** Handed in by a stranger; returns its number. */
	private long handedIn() {
		assertThat(send(words())).hasStatus(HttpStatus.FOUND);
		return this.trail.count(this.school.officer(), "select max(id) from objection where school_id = ?",
				this.school.schoolId());
	}

	private MvcTestResult post(Actor actor, long id, String step, Map<String, String> form) {
		return this.pages.post(actor, "/objections/" + id + "/" + step, form);
	}

	private long examined() {
		var id = handedIn();
		assertThat(post(this.school.counsellor(), id, "examination", Map.of())).hasStatus(HttpStatus.FOUND);
		return id;
	}

	private MvcTestResult concluded(long id, String outcome) {
		return post(this.school.counsellor(), id, "conclusion",
				Map.of("means", "VISIT", "finding", "家访核实，车是借的", "outcome", outcome, "task", "重新核实家庭收入", "handling",
						Outcome.valueOf(outcome).reopens() ? "ADJUST" : "KEEP"));
	}

	@Test
	void aStrangerObjectsAndReadsTheAnswerByTheCode() {
		var sent = send(words());
		assertThat(sent).hasStatus(HttpStatus.FOUND);
		assertThat(sent.getResponse().getRedirectedUrl()).matches("/public/objections\\?receipt=[0-9a-f-]{36}");
		var code = (String) Objects.requireNonNull(sent.getMvcResult().getFlashMap().get("code"));
		assertThat(sent.getMvcResult().getFlashMap().get("dueOn")).isEqualTo(LocalDate.of(2026, 10, 26));
		assertThat(asked(code)).hasStatusOk().bodyText().contains("等待核查").doesNotContain("新车");
		long id = this.trail.count(this.school.officer(), "select max(id) from objection");
		post(this.school.counsellor(), id, "examination", Map.of());
		concluded(id, "DISMISSED");
		assertThat(asked(code)).hasStatusOk().bodyText().doesNotContain("不成立", "车是借的");
		assertThat(post(this.school.counsellor(), id, "answer",
				Map.of("channel", "ONLINE", "answer", "已核实，维持原结果，户主100000198001010017，电话１９９00000077", "answeredOn",
						"2026-10-19", "satisfaction", "NOT_SAID")))
			.hasStatus(HttpStatus.FOUND);
		assertThat(asked(code)).bodyText()
			.contains("不成立", "已核实，维持原结果，户主100****17，电话１９９****77")
			.doesNotContain("车是借的", "某邻居");
		assertThat(asked("ABCDEFGHJK")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("没有这个查询码");
		for (var action : List.of("examined", "concluded", "answered")) {
			assertThat(this.trail.entries(this.school.counsellor(), "objection." + action)).isOne();
		}
		assertThat(this.trail.count(this.school.auditor(), """
				select count(*) from audit_entry where action = 'objection.registered' and subject_id = ?
				and actor_id is null and address is null""", id)).isOne();
	}

	@Test
	void whoHandlesItHearsOfItAndSeesTheDaysThatAreLeft() {
		var id = handedIn();
		for (var handler : List.of(this.school.officer(), this.school.principal())) {
			assertThat(this.pages.page(handler, "/messages").select(".todo li").eachText())
				.anyMatch((line) -> line.contains("登记了一件异议") && line.contains("网上提交"));
		}
		for (var other : List.of(this.school.headTeacher(), this.school.otherOfficer(), this.school.finance())) {
			assertThat(this.pages.page(other, "/messages").text()).doesNotContain("登记了一件异议");
		}
		for (var may : List.of(this.school.counsellor(), this.school.reviewer(), this.school.finance())) {
			var line = this.pages.page(may, "/").select(".todo li:has(a[href=/objections/" + id + "])");
			assertThat(line.text()).contains("有一件异议等待受理", "还剩 7 天");
		}
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("""
					insert into inbox_message (school_id, recipient_id, kind, subject_type, subject_id, path, at)
					values (?, ?, 'OBJECTION', 'objection', ?, '/objections/1', now())""")
				.params(this.school.schoolId(), this.school.officer().userId(), id)
				.update())
			.havingRootCause()
			.withMessageContaining("row-level security");
	}

	private MvcTestResult asked(String code) {
		return this.mvc.post().uri("/public/objections").with(csrf()).param("code", code).exchange();
	}

	@Test
	void notUpheldTheNoticeGoesOn() {
		var id = examined();
		assertThat(this.cases.status(this.school, this.theCase)).isEqualTo("OBJECTED");
		concluded(id, "DISMISSED");
		assertThat(this.cases.status(this.school, this.theCase)).isEqualTo("ON_NOTICE");
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(filable()).containsExactly(this.theCase);
	}

	@Test
	void upheldTheCaseGoesBackAndLeavesTheList() {
		var id = examined();
		assertThat(concluded(id, "UPHELD")).hasStatus(HttpStatus.FOUND);
		assertThat(this.cases.status(this.school, this.theCase)).isEqualTo("CLASS_APPRAISED");
		assertThat(this.mvc.get().uri("/public/notices/" + this.notice).exchange()).hasStatusOk()
			.bodyText()
			.contains("公示期间有 1 人重新评审")
			.doesNotContain("林例一");
		assertThat(this.trail.entries(this.school.counsellor(), "notice.line-taken-out")).isOne();
		TestDatabase
			.asOwner("update aid_application set status = 'PASSED', decided_tier = 'THREE' where id = " + this.theCase);
		this.cases.passed(this.school, this.round, Tier.TWO, "郑例二");
		var others = this.published.notice(this.school, this.round, MONDAY);
		assertThat(this.mvc.get().uri("/public/notices/" + others).exchange()).bodyText()
			.contains("郑例二")
			.doesNotContain("林例一", "补充公示");
		assertThat(this.pages.get(this.school.officer(), "/notices/new")).hasStatusOk()
			.bodyText()
			.contains("这一份只公示退回重评后再次通过的学生", "supplementary=true");
		var again = this.published.notice(this.school, this.round, MONDAY);
		assertThat(this.mvc.get().uri("/public/notices/" + again).exchange()).bodyText()
			.contains("林例一", "认定结果补充公示")
			.doesNotContain("郑例二", "异议成立");
		assertThat(this.pages.get(this.school.otherOfficer(), "/notices/new")).hasRedirectedUrl("/notices");
		assertThat(this.pages.get(this.school.officer(), "/applications/" + this.theCase)).bodyText()
			.contains("href=\"/objections/" + id + "\"")
			.doesNotContain("某邻居");
		assertThat(this.pages.get(this.school.headTeacher(), "/applications/" + this.theCase)).hasStatusOk()
			.bodyText()
			.doesNotContain("/objections/" + id);
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(filable()).hasSize(2).contains(this.theCase);
	}

	@Test
	void theReceiptIsShownAtItsOwnAddressOnly() {
		@Nullable Cookie session = null;
		var codes = new HashMap<String, String>();
		for (var word : List.of("第一件", "第二件")) {
			var request = this.mvc.post().uri("/public/notices/" + this.notice + "/objection");
			if (session != null) {
				request.cookie(session);
			}
			var form = words();
			form.put("words", word);
			form.forEach(request::param);
			var sent = request.with(csrf()).exchange();
			session = (session != null) ? session : Objects.requireNonNull(sent.getResponse().getCookie("SESSION"));
			codes.put(Objects.requireNonNull(sent.getResponse().getRedirectedUrl()),
					(String) Objects.requireNonNull(sent.getMvcResult().getFlashMap().get("code")));
		}
		assertThat(codes).hasSize(2);
		var browser = Objects.requireNonNull(session);
		assertThat(this.mvc.get().uri("/public/objections").cookie(browser).exchange()).hasStatusOk()
			.bodyText()
			.doesNotContain(codes.values().toArray(String[]::new));
		codes.forEach((address, code) -> assertThat(this.mvc.get().uri(address).cookie(browser).exchange()).bodyText()
			.contains(code));
	}

	@Test
	void factsAreThoseOfSomebodyAndNumbersAreMasked() {
		var form = words();
		form.remove("line");
		assertThat(send(form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请选择名单上是哪一名学生", "去年刚买了新车");
		form.put("kind", "MISSED");
		form.put("words", "证件100000201501010011、100000 20150101 001X，电话19900000077，3口人，车价128000元");
		assertThat(send(form)).hasStatus(HttpStatus.FOUND);
		var id = this.trail.count(this.school.officer(), "select max(id) from objection where school_id = ?",
				this.school.schoolId());
		assertThat(this.pages.get(this.school.officer(), "/objections/" + id)).bodyText()
			.contains("证件100****11、100****1X，电话199****77，3口人，车价128000元")
			.doesNotContain("100000201501010011", "19900000077");
	}

	@Test
	void aStepThatCannotBeTakenShowsWhyInsteadOfItsForm() {
		var id = handedIn();
		for (var step : List.of("conclusion", "answer")) {
			assertThat(this.pages.get(this.school.counsellor(), "/objections/" + id + "/" + step))
				.hasStatus(HttpStatus.CONFLICT)
				.bodyText()
				.contains("这件异议还没有受理", "情况说明")
				.doesNotContain("name=\"finding\"", "name=\"answer\"");
		}
		post(this.school.counsellor(), id, "examination", Map.of());
		assertThat(this.pages.get(this.school.counsellor(), "/objections/" + id + "/conclusion")).hasStatusOk();
		assertThat(this.pages.get(this.school.principal(), "/objections/" + id + "/conclusion"))
			.hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("不能核查");
	}

	@Test
	void aPurposeHasItsLength() {
		assertThat(post(this.school.principal(), handedIn(), "reporter", Map.of("purpose", "核".repeat(201))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("事由超过 200 字");
	}

	@Test
	void noCaseIsFiledBeforeItsObjectionIsDecided() {
		handedIn();
		this.clock.set(LocalDate.of(2026, 10, 24));
		assertThat(filable()).isEmpty();
	}

	private List<Long> filable() {
		return this.school.officer()
			.scope()
			.call(() -> this.notices.concluded(this.school.officer(), this.round))
			.stream()
			.map((aCase) -> aCase.id())
			.toList();
	}

	private void tookStep(Actor actor, String action) {
		TestDatabase.asOwner(
				"""
						insert into application_event (id, school_id, application_id, action, to_status, actor_id, actor_name, at)
						values (nextval('id_seq'), %d, %d, '%s', 'PASSED', %d, '某人', now())"""
					.formatted(this.school.schoolId(), this.theCase, action, actor.userId()));
	}

	/** 核查人≠原评审经办: no hand in the case, none in the notice. */
	@Test
	void whoHadAHandInTheCaseDoesNotExamineIt() {
		var id = handedIn();
		tookStep(this.school.reviewer(), "ASSESS");
		tookStep(this.school.counsellor(), "RECORD_VISIT");
		for (var hand : List.of(this.school.reviewer(), this.school.counsellor())) {
			assertThat(involved(hand, id)).isOne();
		}
		tookStep(this.school.finance(), "OBJECT");
		assertThat(involved(this.school.finance(), id)).isZero();
		assertThat(this.pages.page(this.school.finance(), "/objections").text()).contains("林例一");
		tookStep(this.school.finance(), "ACCEPT");
		assertThat(this.pages.page(this.school.finance(), "/objections").text()).doesNotContain("林例一");
		assertThat(this.pages.get(this.school.finance(), "/objections/" + id)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(this.school.finance(), id, "examination", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.pages.page(this.school.finance(), "/").text()).doesNotContain("有一件异议等待受理");
	}

	private long involved(Actor actor, long id) {
		return this.trail.count(actor, "select objection_involves(?, ?)::int", id, actor.userId());
	}

	/** A name may change, or be borne by two: the account says who sat and voted. */
	@Test
	void whoSatOnTheCommitteeDoesNotExamineItUnderAnotherNameEither() {
		sat(this.school.counsellor(), "从前的名字");
		assertThat(post(this.school.counsellor(), handedIn(), "examination", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whoBearsTheNameOfAMemberExaminesIt() {
		sat(this.school.reviewer(), this.school.counsellor().name());
		assertThat(post(this.school.counsellor(), handedIn(), "examination", Map.of())).hasStatus(HttpStatus.FOUND);
	}

	/** At a meeting that decided on the case, under the name of that day. */
	private void sat(Actor member, String name) {
		var officer = this.school.officer();
		TestDatabase.asOwner(
				"""
						with meeting as (insert into committee_meeting (id, school_id, round_id, number, held_at, place, chair,
								status, opened_by, opened_by_name, opened_at)
							values (nextval('id_seq'), %1$d, %2$d, 1, now(), '会议室', '甲', 'OPEN', %3$d, '甲', now()) returning id),
						ruling as (insert into meeting_decision (id, school_id, meeting_id, application_id, outcome, votes_for,
								votes_against, abstained, reason, decided_by, decided_by_name, decided_at)
							select nextval('id_seq'), %1$d, id, %4$d, 'TWO', 5, 0, 0, '', %3$d, '甲', now() from meeting)
						insert into meeting_attendee (meeting_id, school_id, position, kind, name, present, absence, account_id)
						select id, %1$d, 0, 'TEACHER', '%5$s', true, '', %6$d from meeting"""
					.formatted(this.school.schoolId(), this.round, officer.userId(), this.theCase, name,
							member.userId()));
	}

	@Test
	void whoMadeTheNoticeExaminesNoObjectionToIt() {
		var facts = handedIn();
		var about = procedure();
		for (var maker : List.of(this.school.officer(), this.school.principal())) {
			assertThat(maker.scope().call(() -> waiting(maker))).isZero();
			for (var id : List.of(facts, about)) {
				assertThat(post(maker, id, "examination", Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
					.bodyText()
					.contains("审批公示", "请由没有经手的同事受理");
				assertThat(this.pages.page(maker, "/objections/" + id).select("form[action$=examination]")).isEmpty();
			}
		}
		assertThat(this.school.reviewer().scope().call(() -> waiting(this.school.reviewer()))).isEqualTo(2);
		assertThat(post(this.school.reviewer(), about, "examination", Map.of())).hasStatus(HttpStatus.FOUND)
			.flash()
			.extractingByKey("done")
			.hasFieldOrPropertyWithValue("key", "objection.done.examining.list");
		assertThat(post(this.school.headTeacher(), facts, "examination", Map.of())).hasStatus(HttpStatus.FORBIDDEN);
	}

	/** Handed in by a stranger, about how the list came about. */
	private long procedure() {
		var procedure = words();
		procedure.remove("line");
		procedure.put("kind", "PROCEDURE");
		assertThat(send(procedure)).hasStatus(HttpStatus.FOUND);
		return this.trail.count(this.school.officer(), "select max(id) from objection where school_id = ?",
				this.school.schoolId());
	}

	/** The principal and the administrator hear of it; nobody waits in vain. */
	@Test
	void aSchoolWhereEverybodyHadAHandNeedsAnotherAccount() {
		var id = handedIn();
		var admin = this.school.admin();
		assertThat(this.pages.page(admin, "/accounts").text()).doesNotContain("没有账号可以受理");
		for (var staff : List.of(this.school.counsellor(), this.school.reviewer(), this.school.finance())) {
			tookStep(staff, "ACCEPT");
		}
		assertThat(this.pages.page(this.school.principal(), "/").text()).contains("有一件异议本校没有账号可以受理");
		assertThat(this.pages.page(this.school.principal(), "/objections/" + id).text()).contains("本校没有账号可以受理这件异议",
				"请系统管理员");
		assertThat(this.pages.page(admin, "/accounts").text()).contains("有 1 件异议没有账号可以受理").doesNotContain("林例一", "新车");
		assertThat(this.pages.get(admin, "/objections/" + id)).hasStatus(HttpStatus.FORBIDDEN);
		TestDatabase
			.asOwner("delete from user_role where role = 'HEAD_TEACHER' and user_id = %1$d; insert into user_role "
				.formatted(this.school.otherHeadTeacher().userId())
					+ "(user_id, role) values (%d, 'COUNSELLOR')".formatted(this.school.otherHeadTeacher().userId()));
		assertThat(this.pages.page(this.school.principal(), "/objections/" + id).text()).doesNotContain("本校没有账号可以受理");
		assertThat(this.pages.page(admin, "/accounts").text()).doesNotContain("没有账号可以受理");
	}

	private long waiting(Actor actor) {
		var waiting = Examiners.waiting(actor);
		return this.transactions
			.execute((status) -> this.jdbc.sql(waiting.sql()).params(waiting.parameters()).query(Long.class).single());
	}

	@Test
	void whoObjectedIsToldToFewAndEachTimeRecorded() {
		var id = handedIn();
		assertThat(this.pages.get(this.school.officer(), "/objections/" + id)).hasStatusOk()
			.bodyText()
			.contains("去年刚买了新车")
			.doesNotContain("某邻居", "19900000077");
		var why = Map.of("purpose", "电话核实");
		assertThat(post(this.school.officer(), id, "reporter", why)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(this.school.headTeacher(), id, "reporter", why)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(post(this.school.principal(), id, "reporter", Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(post(this.school.principal(), id, "reporter", why)).hasStatusOk()
			.bodyText()
			.contains("某邻居", "19900000077");
		assertThat(post(this.school.auditor(), id, "reporter", why)).hasStatusOk();
		assertThat(this.trail.entries(this.school.principal(), "objection.reporter-read")).isOne();
		assertThat(this.pages.get(this.school.headTeacher(), "/applications/" + this.theCase)).hasStatusOk()
			.bodyText()
			.doesNotContain("某邻居", "新车");
		assertThat(this.pages.get(this.school.otherOfficer(), "/objections/" + id)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void refusesWhatCannotBeExaminedAndKeepsWhatWasTyped() {
		var form = words();
		form.put("words", " ");
		assertThat(send(form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("请写明情况", "某邻居");
		form = words();
		form.put("line", "1");
		assertThat(send(form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("没有这个序号", "新车");
		form.put("line", "x'");
		assertThat(send(form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		var id = examined();
		assertThat(post(this.school.counsellor(), id, "conclusion",
				Map.of("means", "VISIT", "finding", "属实", "outcome", "UPHELD", "handling", "ADJUST")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("请评审会重新核实什么", "属实");
		assertThat(post(this.school.counsellor(), id, "conclusion", Map.of("outcome", "UPHELD"))).bodyText()
			.contains("请选择核查方式", "请写明核查经过", "请选择拟怎样处理", "请评审会重新核实什么");
		assertThat(this.cases.status(this.school, this.theCase)).isEqualTo("OBJECTED");
		assertThat(post(this.school.principal(), id, "conclusion",
				Map.of("means", "VISIT", "finding", "属实", "outcome", "DISMISSED")))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void oneAddressCannotFloodASchool() {
		for (int i = 0; i < ObjectionGuard.OBJECTIONS_PER_HOUR; i++) {
			assertThat(send(words())).hasStatus(HttpStatus.FOUND);
		}
		assertThat(send(words())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("太频繁", "新车");
	}

	/** Or as many strangers as there are connections would stop the app for everybody. */
	@Test
	void aStrangerNeedsNoSecondConnection() throws SQLException {
		var taken = new ArrayList<Connection>();
		try {
			for (int i = 1; i < this.pool.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
				taken.add(this.pool.getConnection());
			}
			assertThat(send(words())).hasStatus(HttpStatus.FOUND);
			assertThat(asked("ABCDEFGHJK")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("没有这个查询码");
		}
		finally {
			for (var connection : taken) {
				connection.close();
			}
		}
	}

	@Test
	void afterTheLastDayThePublicFormIsGone() {
		this.clock.set(LocalDate.of(2026, 10, 24));
		var form = words();
		form.put("words", "去年刚买了<b>新车</b>");
		assertThat(send(form)).hasStatus(HttpStatus.GONE)
			.bodyText()
			.contains("异议没有提交", "去年刚买了&lt;b&gt;新车&lt;/b&gt;", "某邻居", "19900000077", "0900-0000000")
			.doesNotContain("林例一");
		assertThat(this.trail.count(this.school.officer(), "select count(*) from objection where school_id = ?",
				this.school.schoolId()))
			.isZero();
	}

	/** Its contact may be why it was taken down: then only the school is named. */
	@Test
	void whatWasTypedWhileTheNoticeWasTakenDownIsShownBack() {
		this.school.officer().scope().run(() -> this.notices.withdraw(this.school.officer(), this.notice, "联系人有误"));
		var form = words();
		form.remove("kind");
		assertThat(send(form)).hasStatus(HttpStatus.GONE)
			.bodyText()
			.contains("异议没有提交", "去年刚买了新车", "县学生资助管理中心")
			.doesNotContain("0900-0000000", "沈样一", "联系人有误");
	}

	@Test
	void staffEnterWhatCameByLetter() {
		var form = new HashMap<>(Map.of("notice", "" + this.notice, "channel", "LETTER", "receivedOn", "2026-10-19",
				"line", "1", "kind", "PROCEDURE", "words", "没有开评议会"));
		form.put("receivedOn", "2026-10-20");
		assertThat(this.pages.post(this.school.officer(), "/objections", form))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("还没有到", "没有开评议会");
		form.put("receivedOn", "2026-10-19");
		assertThat(this.pages.post(this.school.officer(), "/objections", form)).hasStatus(HttpStatus.FOUND);
		assertThat(this.trail.entries(this.school.officer(), "objection.registered")).isOne();
		assertThat(this.pages.post(this.school.headTeacher(), "/objections", form)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.pages.post(this.school.otherOfficer(), "/objections", form)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatStaffTypedWhileTheNoticeWasTakenDownIsShownBack() {
		this.school.officer().scope().run(() -> this.notices.withdraw(this.school.officer(), this.notice, "联系人有误"));
		var form = new HashMap<>(Map.of("notice", "" + this.notice, "channel", "LETTER", "receivedOn", "2026-10-19",
				"line", "1", "kind", "PROCEDURE", "words", "没有开<b>评议会</b>", "name", "某家长", "contact", "19900000066"));
		assertThat(this.pages.post(this.school.officer(), "/objections", form)).hasStatus(HttpStatus.GONE)
			.bodyText()
			.contains("异议没有登记", "没有开&lt;b&gt;评议会&lt;/b&gt;", "某家长", "19900000066", "/notices/" + this.notice)
			.doesNotContain("??");
		form.remove("kind");
		assertThat(this.pages.post(this.school.officer(), "/objections", form)).hasStatus(HttpStatus.GONE);
		assertThat(this.pages.post(this.school.headTeacher(), "/objections", form)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.pages.post(this.school.otherOfficer(), "/objections", form)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.trail.entries(this.school.officer(), "objection.registered")).isZero();
	}

	@Test
	void theDatabaseLetsAnybodyAddAndNobodyReadOrHangOn() {
		var id = handedIn();
		assertThat(this.jdbc.sql("select count(*) from objection").query(Long.class).single()).isZero();
		assertThat(this.jdbc.sql("select count(*) from objection_reporter").query(Long.class).single()).isZero();
		for (var sql : List.of(
				"insert into objection_event (id, objection_id, school_id, action, at) values (nextval('id_seq'), %d, %d, 'ANSWER', now())",
				"insert into objection_reporter (objection_id, school_id, name) values (%d, %d, 'x')")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.jdbc.sql(sql.formatted(id, this.school.schoolId())).update())
				.havingRootCause()
				.withMessageContaining("row-level security");
		}
	}

}
