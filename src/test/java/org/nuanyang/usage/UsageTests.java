package org.nuanyang.usage;

import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A notice of fund use: totals, two people, open to all, gone when withdrawn. */
@IntegrationTest
@Import(Payday.class)
class UsageTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MutableClock clock;

	private Payday.Ready ready;

	@BeforeEach
	void paidOnce() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
		this.payday.paid(this.ready);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void isDraftedByOneApprovedByAnotherReadByAllAndGoneWhenWithdrawn() {
		var path = drafted();
		var open = path.replace("/fund-notices", "/public/fund-notices");
		assertThat(this.pages.page(principal(), path).select("tbody tr").text())
			.contains("义务教育分级助学金 0.00 10,000.00 1,750.00 1,750.00 8,250.00");
		assertThat(anybody(open)).hasStatus(404);
		assertThat(this.pages.page(principal(), "/").text()).contains("待批准的资金使用公告：1 份");
		assertThat(this.pages.post(finance(), path + "/approval", Map.of())).hasStatus(403);
		assertThat(this.pages.post(principal(), path + "/approval", Map.of())).hasStatus3xxRedirection();
		for (var address : new String[] { open, open + "/print" }) {
			var answer = anybody(address);
			assertThat(answer).hasStatusOk();
			assertThat(Pages.sent(answer)).contains("资助资金使用公告", "10,000.00", "1,750.00", "8,250.00")
				// Totals only: no pupil, no class, no account, no fund's own name, no
				// maker.
				.doesNotContain("林例一", "吴例二", "五年级", "(2)班", "县级财政专项", finance().name(), principal().name())
				.doesNotContainPattern("\\d{11,}|\\*{4}");
		}
		assertThat(anybody("/public/fund-notices")).hasStatusOk().bodyText().contains(open);
		assertThat(this.pages.page(principal(), path).select("dd").text()).containsPattern("[0-9a-f]{64}");
		assertThat(this.pages.post(principal(), path + "/withdrawal", Map.of("reason", " "))).hasStatus(422)
			.bodyText()
			.contains("请写明撤下原因");
		assertThat(this.pages.post(principal(), path + "/withdrawal", Map.of("reason", "科目有误")))
			.hasStatus3xxRedirection();
		assertThat(anybody(open)).hasStatus(410).bodyText().contains("公告已撤下").doesNotContain("10,000.00");
		assertThat(this.trail.entries(finance(), "usage.drafted")).isOne();
		assertThat(this.trail.entries(principal(), "usage.published")).isOne();
		assertThat(this.trail.entries(principal(), "usage.withdrawn")).isOne();
	}

	@Test
	void figuresThatTheLedgerHasLeftBehindAreNotPublished() {
		var path = drafted();
		assertThat(draft("2026-1")).hasStatus(422).bodyText().contains("这个期间的公告已经拟好或公布");
		this.pages.post(finance(), "/funds/" + this.ready.fund() + "/receipts",
				Map.of("documentNo", "县财教2号", "receivedOn", "2026-10-26", "amount", "500", "payer", "县财政局"));
		assertThat(this.pages.post(principal(), path + "/approval", Map.of())).hasStatus(422)
			.bodyText()
			.contains("拟稿以后台账有新的收支");
		assertThat(this.pages.post(finance(), path + "/renewal", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.post(principal(), path + "/approval", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.page(principal(), path).select("tbody tr").text()).contains("10,500.00");
	}

	@Test
	void isForItsSchoolAndItsRoles() {
		var path = drafted();
		var school = this.ready.school();
		assertThat(this.pages.get(school.otherOfficer(), path)).hasStatus(404);
		assertThat(this.pages.post(school.otherOfficer(), path + "/renewal", Map.of())).hasStatus(404);
		assertThat(this.pages.get(school.headTeacher(), path)).hasStatus(403);
		assertThat(this.pages.post(principal(), "/fund-notices", Map.of("period", "2026-1"))).hasStatus(403);
		for (var period : new String[] { "", "2026", "2026-2", "x" }) {
			assertThat(draft(period)).as(period).hasStatus(422).bodyText().contains("没有这个期间，或者还没有开始");
		}
		assertThat(draft("2025-1")).hasStatus(422).bodyText().contains("没有任何收支");
	}

	@Test
	void theDatabaseKeepsWhatWasPublished() {
		var path = drafted();
		var id = path.substring(path.lastIndexOf('/') + 1);
		this.pages.post(principal(), path + "/approval", Map.of());
		for (var sql : new String[] { "update usage_line set used = 0, closing = opening + received where notice_id = ",
				"delete from usage_line where notice_id = ", "update usage_notice set published_text = 'x' where id = ",
				"update usage_notice set status = 'DRAFT', approved_by = null where id = " }) {
			assertThatThrownBy(() -> write(sql + id)).as(sql).isInstanceOf(DataAccessException.class);
		}
	}

	private void write(String sql) {
		this.payday.sql(this.ready.school(), (db) -> db.sql(sql).update());
	}

	private String drafted() {
		var answer = draft("2026-1");
		assertThat(answer).hasStatus3xxRedirection();
		return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
	}

	private MvcTestResult draft(String period) {
		return this.pages.post(finance(), "/fund-notices", Map.of("period", period));
	}

	private MvcTestResult anybody(String path) {
		return this.mvc.get().uri(path).exchange();
	}

	private Actor finance() {
		return this.ready.school().finance();
	}

	private Actor principal() {
		return this.ready.school().principal();
	}

}
