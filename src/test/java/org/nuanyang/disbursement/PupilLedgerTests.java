package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Workbook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger of one pupil, from the batch, the voucher and the case and back. */
@IntegrationTest
@Import(Payday.class)
class PupilLedgerTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	private String path;

	@BeforeEach
	void paidAndSentBack() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, batch, "1.txt", this.payday.answer(this.ready, batch, Map.of("吴例二", "1002")));
		var row = this.payday.rows(this.ready, batch, RowFilter.PAID).getFirst();
		this.payday.take(this.ready, batch, "2.txt",
				"FF-2026-01|%s|1000.00|2001|账户已销户|20261026".formatted(row.rowKey()).getBytes(Charset.forName("GBK")));
		this.path = "/students/" + this.ready.pupils().getFirst() + "/payments";
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void everyEventStandsThereAndLeadsOn() {
		var page = this.pages.page(this.ready.school().principal(), this.path);
		assertThat(page.select("tbody tr")).hasSize(2);
		assertThat(page.select("tbody tr").eachText().getFirst()).contains("已到账", "1,000.00", "2026—2027");
		assertThat(page.select("tbody tr").eachText().getLast()).contains("退汇", "-1,000.00", "0.00", "账户已销户");
		for (var link : page.select("tbody a").eachAttr("href")) {
			assertThat(this.pages.get(this.ready.school().principal(), link)).as(link).hasStatusOk();
		}
		var application = page.select("tbody a[href^=/applications/]").attr("href");
		var ofCase = this.pages.page(this.ready.school().officer(), application);
		assertThat(ofCase.select("section[aria-labelledby=paid]").text()).contains("退汇", "凭证");
		assertThat(this.pages.page(this.ready.school().officer(), this.path.replace("/payments", ""))
			.select("a")
			.eachAttr("href")).contains(this.path);
		var other = this.pages.page(this.ready.school().finance(),
				"/students/" + this.ready.pupils().get(1) + "/payments");
		assertThat(other.select("tbody").text()).contains("未成功", "户名不符", "—");
	}

	@Test
	void itGoesOnPaperAndIntoAWorkbook() {
		var auditor = this.ready.school().auditor();
		assertThat(this.pages.page(auditor, this.path + "/paper").text()).contains("学生资助台账", "零元整", "县级财政");
		assertThat(this.pages.page(auditor, this.path + "/export").text()).contains("返回", "事由");
		assertThat(this.pages.post(auditor, this.path + "/export", Map.of())).hasStatus(422);
		var answer = this.pages.post(auditor, this.path + "/export", Map.of("purpose", "OTHER", "note", "信访核查"));
		assertThat(answer).hasStatusOk();
		var rows = Workbook.read(answer.getResponse().getContentAsByteArray()).sheets().getFirst().rows();
		assertThat(rows).hasSize(4);
		assertThat(rows.getLast().cell(0).text()).contains("导出人：" + auditor.name(), "事由：其他（信访核查）");
		assertThat(rows.get(2).cell(9).kind()).isEqualTo(Cell.Kind.NUMBER);
		assertThat(this.payday.recorded(this.ready.school(), "disbursement.pupil-ledger-exported")).isOne();
	}

	@Test
	void whoDoesNotReadTheMoneyFindsNothing() {
		assertThat(this.pages.get(this.ready.school().headTeacher(), this.path)).hasStatus(403);
		assertThat(this.pages.get(this.cast.school().finance(), this.path)).hasStatus(404);
	}

}
