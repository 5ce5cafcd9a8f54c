package org.nuanyang.watch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.nuanyang.workbook.Workbook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each check, over a school that paid everybody. What the guards of the database make
 * impossible is done behind their back, as its owner.
 */
@IntegrationTest
@Import(Payday.class)
class FlagTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private FlagService flags;

	@Autowired
	private FlagWork work;

	@Autowired
	private MutableClock clock;

	private TestSchool school;

	private Payday.Ready ready;

	private long batch;

	@BeforeEach
	void everybodyIsPaid() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		this.school = this.ready.school();
		this.batch = this.payday.paid(this.ready);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void onlyTheMissingStepsOfTheFixtureAreFound() {
		var county = found(this.school.county());
		assertThat(found(this.school.officer())).isEqualTo(county)
			.isEqualTo(Map.of("R06.APPRAISAL", 3L, "R06.MEETING", 3L));
		assertThat(this.pages.page(this.school.auditor(), "/flags").select("tbody tr")).hasSize(Check.values().length)
			.filteredOn((row) -> !row.text().contains("无发现"))
			.singleElement()
			.satisfies((row) -> assertThat(row.text()).contains("R06", "须立即核实", "6", "调出认定材料"));
		assertThat(this.pages.page(this.school.finance(), "/flags/R01").text()).contains("没有发现疑点");
		assertThat(found(this.school.otherOfficer())).isEmpty();
		assertThat(this.pages.page(this.school.otherOfficer(), "/flags").text()).contains("没有发现疑点。");
		assertThat(this.work.items(this.school.counsellor())).isEmpty();
		assertThat(items(this.school.otherOfficer())).isEmpty();
		assertThat(items(this.school.principal())).singleElement()
			.satisfies((item) -> assertThat(item.count()).isEqualTo(6));
	}

	@Test
	void aRowLeadsToPupilCaseAwardAndBatchAsFarAsItsReaderMayGo() {
		var links = this.pages.page(this.school.officer(), "/flags/R06")
			.select("tbody tr:first-child a")
			.eachAttr("href");
		assertThat(links).anyMatch((link) -> link.startsWith("/students/"))
			.anyMatch((link) -> link.startsWith("/awards/"))
			.anyMatch((link) -> link.startsWith("/applications/"))
			.contains("/batches/" + this.batch);
		for (var link : links) {
			assertThat(this.pages.get(this.school.officer(), link)).as(link).hasStatusOk();
		}
		assertThat(this.pages.page(this.school.finance(), "/flags/R06").select("tbody a").eachAttr("href"))
			.contains("/batches/" + this.batch)
			.noneMatch((link) -> link.startsWith("/students/") || link.startsWith("/applications/"));
		var ofCounty = this.pages.page(this.school.county(), "/flags/R06");
		assertThat(ofCounty.select("tbody tr")).isNotEmpty();
		assertThat(ofCounty.select("tbody a").eachAttr("href"))
			.noneMatch((link) -> link.startsWith("/batches/") || link.startsWith("/applications/"));
		assertThat(this.pages.get(this.school.officer(), "/flags/R99")).hasStatus(404);
	}

	@Test
	void theWorkbookIsTakenOnRecord() {
		assertThat(this.pages.page(this.school.auditor(), "/flags/R06/export").text()).contains("导出R06", "上级检查或报送");
		assertThat(this.pages.post(this.school.auditor(), "/flags/R06/export", Map.of())).hasStatus(422);
		assertThat(this.trail.entries(this.school.auditor(), "watch.exported")).isZero();
		var file = this.pages.post(this.school.auditor(), "/flags/R06/export", Map.of("purpose", "REPORT"));
		assertThat(file).hasStatusOk()
			.headers()
			.hasHeaderSatisfying("Content-Disposition",
					(value) -> assertThat(value.getFirst()).contains("R06-2026-10-26"));
		assertThat(Workbook.read(file.getResponse().getContentAsByteArray())
			.sheets()
			.getFirst()
			.rows()
			.getLast()
			.cell(0)
			.text()).contains("导出人：" + this.school.auditor().name(), "上级检查或报送");
		assertThat(this.trail.entries(this.school.auditor(), "watch.exported")).isOne();
		assertThat(this.pages.get(this.school.headTeacher(), "/flags/R06/export")).hasStatus(403);
	}

	@Test
	void paidTwiceInOneTerm() {
		TestDatabase.asOwner(
				"""
						alter table payment_row disable trigger payment_row_frozen;
						insert into payment_batch (id, school_id, number, programme_id, school_year, term, fund_id, status, row_count,
								total, prepared_by, checked_by, approved_by, request_key, created_at)
							select -id, school_id, number || 'X', programme_id, school_year, term, fund_id, 'LOCKED', row_count, total,
								prepared_by, checked_by, approved_by, gen_random_uuid(), created_at from payment_batch where id = %1$d;
						create temp table again as select * from payment_row where batch_id = %1$d and pupil_name = '吴例二';
						update again set id = -id, batch_id = -batch_id;
						insert into payment_row select * from again;
						drop table again;
						alter table payment_row enable trigger payment_row_frozen"""
					.formatted(this.batch));
		assertThat(found(this.school.finance())).containsEntry("R01", 2L);
		assertThat(this.pages.page(this.school.officer(), "/flags/R01").select("tbody tr").eachText()).hasSize(2)
			.allMatch((row) -> row.contains("吴例二") && row.contains("同一学期共发放 2 次") && row.contains("750.00"));
	}

	@Test
	void twoProgrammesThatExcludeEachOther() {
		TestDatabase.asOwner(
				"""
						alter table payment_row disable trigger payment_row_frozen;
						create temp table other as select * from fund where id = (select fund_id from payment_batch where id = %1$d);
						update other set id = -id, name = name || 'Y', programme_id = (select id from programme where code = 'LIVING_SUBSIDY');
						insert into fund select * from other;
						drop table other;
						insert into payment_batch (id, school_id, number, programme_id, school_year, term, fund_id, status, row_count,
								total, prepared_by, checked_by, approved_by, request_key, created_at)
							select -id, school_id, number || 'Y', (select id from programme where code = 'LIVING_SUBSIDY'), school_year, term, -fund_id, 'LOCKED', row_count, total,
								prepared_by, checked_by, approved_by, gen_random_uuid(), created_at from payment_batch where id = %1$d;
						create temp table again as select * from payment_row where batch_id = %1$d and pupil_name = '吴例二';
						update again set id = -id, batch_id = -batch_id;
						insert into payment_row select * from again;
						drop table again;
						alter table payment_row enable trigger payment_row_frozen"""
					.formatted(this.batch));
		assertThat(found(this.school.auditor())).doesNotContainKeys("R17.NEVER", "R01");
		try {
			pair("NEVER");
			assertThat(found(this.school.auditor())).containsEntry("R17.NEVER", 2L);
			assertThat(this.pages.page(this.school.officer(), "/flags/R17").select("tbody tr").eachText()).hasSize(2)
				.allMatch((row) -> row.contains("吴例二") && row.contains("禁止同时享受"));
			pair("RECOMMENDED");
			assertThat(found(this.school.auditor())).containsEntry("R17.RECOMMENDED", 2L);
		}
		finally {
			pair("TOGETHER");
		}
	}

	private static void pair(String rule) {
		TestDatabase.asOwner(
				"""
						insert into programme_pair select min(id), max(id), '%s' from programme where code in ('TIERED_GRANT', 'LIVING_SUBSIDY')
						on conflict (one, other) do update set rule = excluded.rule"""
					.formatted(rule));
	}

	@Test
	void accountsThatAreSharedOrHeldByOthers() {
		TestDatabase.asOwner("""
				update payee set account_fingerprint = (select account_fingerprint from payee where enrolment_id = %d)
				where enrolment_id = %d""".formatted(pupil(0), pupil(1)));
		TestDatabase.asOwner("update payee set relation = 'OTHER', holder = '沈样一' where enrolment_id = " + pupil(2));
		assertThat(found(this.school.county())).containsEntry("R02", 2L).containsEntry("R03.OTHER", 1L);
		assertThat(this.pages.page(this.school.officer(), "/flags/R02").select("tbody tr").text())
			.contains("与吴例二用同一账户");
		TestDatabase.asOwner("update payee set sibling_proof = '户口簿' where enrolment_id = " + pupil(1));
		TestDatabase.asOwner("update payee set relation = 'FATHER' where enrolment_id = " + pupil(2));
		assertThat(found(this.school.county())).doesNotContainKeys("R02", "R03.OTHER").containsEntry("R03.FAMILY", 1L);
		TestDatabase.asOwner("update payee set authorisation = '委托书' where enrolment_id = " + pupil(2));
		assertThat(found(this.school.county())).doesNotContainKey("R03.FAMILY");
		TestDatabase.asOwner(
				"update payee set relation = 'SELF', authorisation = null, acknowledged = false where enrolment_id = "
						+ pupil(2));
		assertThat(found(this.school.county())).containsEntry("R03.SELF", 1L);
	}

	@Test
	void paidThoughGoneOrOnLeaveOrBoardingOtherwise() {
		TestDatabase
			.asOwner("update enrolment set status = 'TRANSFERRED_OUT', left_on = '2026-10-12' where id = " + pupil(0));
		TestDatabase.asOwner("""
				insert into enrolment_event (id, school_id, enrolment_id, kind, happened_on, school_year, recorded_by,
					recorded_by_name, recorded_at)
				values (nextval('id_seq'), %d, %d, 'WENT_ON_LEAVE', '2026-10-09', 2026, %d, '测试', now())"""
			.formatted(this.school.schoolId(), pupil(1), this.school.officer().userId()));
		TestDatabase.asOwner("update enrolment set boarding = not boarding where id = " + pupil(2));
		assertThat(found(this.school.district())).containsEntry("R05.LEFT", 1L)
			.containsEntry("R05.ON_LEAVE", 1L)
			.hasEntrySatisfying("R11." + (boards(2) ? "BOARDS" : "DAY"), (count) -> assertThat(count).isOne());
	}

	@Test
	void paidInsideTheNoticeOrWithoutIt() {
		TestDatabase.asOwner("update notice set closes_on = '2026-10-26' where school_id = " + this.school.schoolId());
		assertThat(found(this.school.auditor())).containsEntry("R07", 3L).doesNotContainKey("R06.NOTICE");
		TestDatabase.asOwner("update notice_case set live = false where school_id = " + this.school.schoolId());
		assertThat(found(this.school.auditor())).containsEntry("R06.NOTICE", 3L).doesNotContainKey("R07");
	}

	@Test
	void aidThatStopsWithoutAWord() {
		this.clock.set(LocalDate.of(2027, 5, 10));
		assertThat(found(this.school.officer())).containsEntry("R13.SPRING", 3L).doesNotContainKey("R09.AUTUMN");
		TestDatabase.asOwner("""
				update award_term set amount = 0 where term = 'SPRING' and school_id = %d
					and award_id in (select id from award where enrolment_id = %d)""".formatted(this.school.schoolId(),
				pupil(0)));
		assertThat(found(this.school.officer())).containsEntry("R13.SPRING", 2L).containsEntry("R09.AUTUMN", 1L);
	}

	@Test
	void notPaidTwoMonthsIntoTheTerm() {
		this.ready = this.payday.school("10000", "周例四");
		this.school = this.ready.school();
		assertThat(found(this.school.officer())).isEmpty();
		this.clock.set(LocalDate.of(2026, 11, 11));
		assertThat(found(this.school.officer())).isEqualTo(Map.of("R13.AUTUMN", 1L));
		assertThat(this.pages.page(this.school.officer(), "/flags/R13").text()).contains("周例四", "已超期 10 天");
		// Where it is stuck, the row leads.
		var waiting = this.payday.locked(this.ready);
		assertThat(this.pages.page(this.school.officer(), "/flags/R13").select("tbody a").eachAttr("href"))
			.contains("/batches/" + waiting);
	}

	@Test
	void aTierWithoutAStandardIsSaidInWords() {
		TestDatabase.asOwner(
				"""
						alter table payment_batch disable trigger user;
						with another as (insert into fund select (jsonb_populate_record(f, jsonb_build_object('id', nextval('id_seq'),
							'school_year', 2027, 'name', '明年的'))).* from fund f join payment_batch b on b.fund_id = f.id where b.id = %1$d returning id)
						update payment_batch set school_year = 2027, fund_id = (select id from another) where id = %1$d;
						alter table payment_batch enable trigger user"""
					.formatted(this.batch));
		assertThat(this.pages.page(this.school.finance(), "/flags/R10").text()).contains("这个项目本学年没有对应的标准")
			.doesNotContain("null");
	}

	@Test
	void listBankAndLedgerEachBrokenAlone() {
		TestDatabase.asOwner("""
				alter table payment_row disable trigger payment_row_frozen;
				update payment_row set amount = amount - 1 where batch_id = %d and pupil_name = '林例一';
				alter table payment_row enable trigger payment_row_frozen""".formatted(this.batch));
		assertThat(found(this.school.finance())).containsEntry("R20", 1L).containsEntry("R10.STANDARD", 1L);
		TestDatabase.asOwner(
				"""
						alter table bank_return_line disable trigger user;
						update bank_return_line set amount = amount + 1
							where batch_id = %1$d and row_key = (select row_key from payment_row where batch_id = %1$d and pupil_name = '吴例二');
						alter table bank_return_line enable trigger user"""
					.formatted(this.batch));
		assertThat(found(this.school.finance())).containsEntry("R20", 2L);
		TestDatabase.asOwner("""
				alter table posting disable trigger user;
				update posting set amount = amount - 0.50
					where line_id = (select id from payment_row where batch_id = %d and pupil_name = '冯例三');
				alter table posting enable trigger user""".formatted(this.batch));
		assertThat(found(this.school.finance())).containsEntry("R20", 3L);
		assertThat(this.pages.page(this.school.finance(), "/flags/R20").text()).contains("名册 999.00 元，银行 1,000.00 元",
				"名册 750.00 元，银行 751.00 元，台账 750.00 元", "台账 749.50 元");
	}

	@Test
	void anAccountChangedJustBeforePaying() {
		this.ready = this.payday.school("10000", "周例四", "郑例五");
		this.school = this.ready.school();
		this.payday.account(this.school, pupil(0), "周例四");
		this.payday.locked(this.ready);
		assertThat(found(this.school.county())).containsEntry("R25", 1L);
		assertThat(this.pages.page(this.school.finance(), "/flags/R25").select("tbody").text()).contains("周例四")
			.doesNotContain("郑例五");
	}

	@Test
	void oneWhoMadeAndApproved() {
		TestDatabase.asOwner("""
				alter table payment_batch disable trigger payment_batch_guard;
				alter table payment_batch drop constraint payment_batch_checked_by_another;
				update payment_batch set checked_by = prepared_by where id = %1$d;
				alter table payment_batch add constraint payment_batch_checked_by_another
					check (checked_by <> prepared_by) not valid;
				alter table payment_batch enable trigger payment_batch_guard;
				alter table notice drop constraint notice_two_people;
				update notice set approved_by = drafted_by where school_id = %2$d;
				alter table notice add constraint notice_two_people check (approved_by <> drafted_by) not valid"""
			.formatted(this.batch, this.school.schoolId()));
		TestDatabase.asOwner("""
				alter table payee drop constraint payee_second_person;
				update payee set decided_by = entered_by where enrolment_id = %d;
				alter table payee add constraint payee_second_person check (decided_by is null
					or decided_by <> entered_by or status = 'WITHDRAWN') not valid""".formatted(pupil(1)));
		TestDatabase.asOwner(
				"""
						alter table meeting_decision drop constraint meeting_decision_two_persons;
						insert into committee_meeting (id, school_id, round_id, number, held_at, place, chair, status, opened_by,
								opened_by_name, opened_at)
							select nextval('id_seq'), school_id, id, 9, '2026-10-12', '会议室', '某人', 'OPEN', %2$d, '某人', now()
							from aid_round where school_id = %1$d;
						insert into meeting_decision (id, school_id, meeting_id, application_id, outcome, votes_for, votes_against,
								abstained, reason, decided_by, decided_by_name, decided_at, signed_by, signed_by_name, signed_at)
							select nextval('id_seq'), m.school_id, m.id, (select min(id) from aid_application where school_id = %1$d),
								'ONE', 5, 0, 0, '', %2$d, '某人', now(), %2$d, '某人', now()
							from committee_meeting m where m.school_id = %1$d and m.number = 9;
						alter table meeting_decision add constraint meeting_decision_two_persons check (signed_by <> decided_by) not valid;
						alter table payment_recovery drop constraint payment_recovery_decided_by_another;
						insert into payment_recovery (id, school_id, batch_id, row_id, reason, ordered_by, ordered_by_name, ordered_at,
								decided_by, decided_by_name, decided_at)
							select nextval('id_seq'), school_id, batch_id, id, '虚报', %2$d, '某人', now(), %2$d, '某人', now()
							from payment_row where batch_id = %3$d and pupil_name = '冯例三';
						alter table payment_recovery add constraint payment_recovery_decided_by_another
							check (decided_by <> ordered_by) not valid;
						alter table fund_budget_answer drop constraint fund_budget_answered_by_another;
						insert into fund_budget (id, school_id, programme_id, school_year, total, reason, set_by, set_by_name, set_at)
							select nextval('id_seq'), %1$d, id, 2026, 1, '校务会', %2$d, '某人', now() from programme where code = 'TIERED_GRANT';
						insert into fund_budget_answer (budget_id, school_id, set_by, approved, answered_by, answered_by_name, answered_at)
							select id, school_id, set_by, true, set_by, '某人', now() from fund_budget where school_id = %1$d;
						alter table fund_budget_answer add constraint fund_budget_answered_by_another
							check (answered_by <> set_by) not valid"""
					.formatted(this.school.schoolId(), this.school.officer().userId(), this.batch));
		assertThat(found(this.school.principal())).containsEntry("R26.BATCH", 1L)
			.containsEntry("R26.NOTICE", 1L)
			.containsEntry("R26.PAYEE", 1L)
			.containsEntry("R26.TIER", 1L)
			.containsEntry("R26.RECOVERY", 1L)
			.containsEntry("R26.BUDGET", 1L);
		var page = this.pages.page(this.school.principal(), "/flags/R26").text();
		assertThat(page).contains("等级由" + this.school.officer().name() + "一人记录并确认", "追回由", "预算由", "由另一人重新审核这一笔");
		// The notice itself anybody may read; what is wrong with it, only its own people.
		assertThat(found(this.school.otherOfficer())).isEmpty();
	}

	private long pupil(int n) {
		return this.ready.pupils().get(n);
	}

	private boolean boards(int n) {
		return this.trail.count(this.school.officer(), "select count(*) from enrolment where id = ? and boarding",
				pupil(n)) == 1;
	}

	/** What is found, by the sentence that says it; and the overview counts the same. */
	private Map<String, Long> found(Actor actor) {
		return actor.scope().call(() -> {
			var rows = Arrays.stream(Check.values())
				.flatMap((check) -> this.flags.rows(actor, check, 1).rows().stream())
				.toList();
			assertThat(this.flags.found(actor)).isEqualTo(rows.size());
			return rows.stream().collect(Collectors.groupingBy(FlagRow::said, Collectors.counting()));
		});
	}

	private List<org.nuanyang.web.WorkItem> items(Actor actor) {
		return actor.scope().call(() -> this.work.items(actor));
	}

}
