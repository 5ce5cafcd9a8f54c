package org.nuanyang.disbursement;

import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** On the pupil's file: what is due beside what was paid, and the papers of the case. */
@IntegrationTest
@Import(Payday.class)
class PupilAidTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private Statements statements;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	@BeforeEach
	void onePaidOneFailed() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, batch, "1.txt", this.payday.answer(this.ready, batch, Map.of("吴例二", "1002")));
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void whatIsDueStandsBesideWhatWasPaid() {
		var paid = aid(this.ready.school().officer(), 0).select("tbody tr").eachText();
		assertThat(paid).hasSize(2);
		assertThat(paid.getFirst()).contains("2026—2027 第二学期", "未发放", "—");
		assertThat(paid.getLast()).contains("2026—2027 第一学期", "一级", "1,000.00 1,000.00", "到账");
		assertThat(aid(this.ready.school().officer(), 0).select("tfoot").text()).contains("2,000.00 1,000.00");
		var failed = aid(this.ready.school().headTeacher(), 1).select("tbody tr").eachText();
		assertThat(failed.getLast()).contains("未到账，待补发").doesNotContain("2026-");
	}

	@Test
	void whoeverNeedNotKnowOfTheMoneyReadsNothingOfIt() {
		var school = this.ready.school();
		for (var reader : List.of(school.officer(), school.headTeacher(), school.principal(), school.county(),
				school.auditor())) {
			assertThat(aid(reader, 0).text()).contains("1,000.00");
		}
		for (var reader : List.of(school.counsellor(), school.district())) {
			var page = this.pages.page(reader, "/students/" + this.ready.pupils().getFirst());
			assertThat(page.select("section[aria-labelledby=aid]")).isEmpty();
		}
		assertThat(this.pages.page(school.counsellor(), "/students/" + this.ready.pupils().getFirst()).text())
			.doesNotContain("1,000.00");
	}

	@Test
	void thePapersOfTheCaseAreForWhoeverMayReadThem() {
		var school = this.ready.school();
		var path = "/students/" + this.ready.pupils().getFirst();
		var papers = this.pages.page(school.headTeacher(), path).select("section[aria-labelledby=papers]");
		assertThat(papers.text()).contains("申请材料完整度", "已齐", "缺件", "家庭情况还没有填写");
		assertThat(links(papers)).isNotEmpty()
			.allSatisfy((link) -> assertThat(this.pages.get(school.headTeacher(), link)).as(link).hasStatusOk());
		assertThat(this.pages.page(school.principal(), path).select("section[aria-labelledby=papers] li a")).isEmpty();
		assertThat(this.pages.page(school.officer(), path).select(".filehead a.btn-primary").text())
			.isEqualTo("查看本轮申请");
		for (var stranger : List.of(school.county(), school.counsellor(), school.district())) {
			assertThat(this.pages.page(stranger, path).text()).doesNotContain("申请材料完整度", "查看本轮申请", "家庭情况摘要");
		}
	}

	@Test
	void theFileOfAPupilWithALongHistoryTakesNoMoreStatements() {
		var officer = this.ready.school().officer();
		var file = "/students/" + this.ready.pupils().getFirst();
		this.pages.page(officer, file);
		var once = this.statements.during(() -> this.pages.page(officer, file));
		this.payday.sql(this.ready.school(),
				(jdbc) -> jdbc
					.sql("""
							insert into aid_application (id, school_id, round_id, enrolment_id, number, class_id, grade_number, grade_name,
									class_name, route, status, created_at, changed_at)
								select nextval('id_seq'), school_id, round_id, enrolment_id, 90 + n, class_id, grade_number, grade_name,
									class_name, route, 'WITHDRAWN', created_at, changed_at
								from aid_application, generate_series(1, 3) n where enrolment_id = ?""")
					.param(this.ready.pupils().getFirst())
					.update());
		assertThat(this.statements.during(() -> this.pages.page(officer, file))).isEqualTo(once).isLessThan(50);
	}

	private Elements aid(Actor reader, int pupil) {
		return this.pages.page(reader, "/students/" + this.ready.pupils().get(pupil))
			.select("section[aria-labelledby=aid]");
	}

	private static List<String> links(Elements papers) {
		return papers.select("li a").stream().map((Element link) -> link.attr("href").replaceFirst("#.*", "")).toList();
	}

}
