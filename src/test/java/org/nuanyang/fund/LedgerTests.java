package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Workbook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same money by term, by school year and by calendar year, on screen, paper and as a
 * workbook.
 */
@IntegrationTest
class LedgerTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private FundService funds;

	@Autowired
	private ProgrammeService programmes;

	private TestSchool school;

	private long county;

	private long donation;

	@BeforeEach
	void twoFunds() {
		this.school = this.cast.school();
		this.county = fund("县级财政专项", FundSource.COUNTY);
		this.donation = fund("社会捐赠", FundSource.DONATION);
		receive(this.county, "1号", LocalDate.of(2025, 11, 3), "100.10");
		receive(this.county, "2号", LocalDate.of(2026, 3, 2), "200.20");
		receive(this.donation, "=1+1", LocalDate.of(2026, 9, 7), "400.40");
		// Entered last, received first: the ledger goes by the date.
		receive(this.county, "0号", LocalDate.of(2025, 9, 1), "50.00");
	}

	private long fund(String name, FundSource source) {
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		var finance = this.school.finance();
		return finance.scope().call(() -> this.funds.open(finance, name, source, programme, new SchoolYear(2026)));
	}

	private void receive(long fund, String document, LocalDate on, String amount) {
		var finance = this.school.finance();
		finance.scope().run(() -> this.funds.receive(finance, fund, document, on, Yuan.of(amount), null));
	}

	@Test
	void aTermBeginsWithWhatTheOneBeforeLeft() {
		var autumn = page("/funds/" + this.county + "/ledger?period=2025-1");
		assertThat(strip(autumn)).containsExactly("0.00", "150.10", "0.00", "150.10", "0.00");
		assertThat(autumn.select("#ledger ~ span, td.id").eachText()).contains("0号", "1号").doesNotContain("2号");
		assertThat(strip(page("/funds/" + this.county + "/ledger?period=2025-2"))).containsExactly("150.10", "200.20",
				"0.00", "350.30", "0.00");
	}

	@Test
	void bySchoolYearAndByCalendarYearTheSameMoneyStandsInOtherRows() {
		assertThat(strip(page("/funds/" + this.county + "/ledger?period=2025-0"))).containsExactly("0.00", "350.30",
				"0.00", "350.30", "0.00");
		assertThat(strip(page("/funds/" + this.county + "/ledger?period=2025"))).containsExactly("0.00", "150.10",
				"0.00", "150.10", "0.00");
		assertThat(strip(page("/funds/" + this.county + "/ledger?period=2026"))).containsExactly("150.10", "200.20",
				"0.00", "350.30", "0.00");
	}

	@Test
	void theSchoolHasOneLedgerOverItsFunds() {
		var year = page("/funds/ledger?period=2026");
		assertThat(strip(year)).containsExactly("150.10", "600.60", "0.00", "750.70", "0.00");
		assertThat(year.text()).contains("全校资金台账", "收到款项，文号 2号，200.20 元");
		assertThat(year.select("#ledger").parents().select("tbody tr").text()).contains("县级财政专项");
		// Also where one fund alone has lines: the balances are of all of them.
		assertThat(page("/funds/ledger?period=2025").select("td[data-l=专账名称]").eachText()).contains("县级财政专项");
		assertThat(page("/funds/ledger/paper?period=2026").text()).contains("〔社会捐赠〕", "已批待付",
				"合计 2 笔 600.60 0.00 750.70 0.00 750.70", "柒佰伍拾元柒角");
	}

	@Test
	void theWorkbookHoldsNumbersAndTextAndNoFormula() {
		var answer = get("/funds/ledger/export?period=2026");
		assertThat(answer).hasStatusOk();
		assertThat(answer.getResponse().getHeader("Content-Disposition"))
			.contains(java.net.URLEncoder.encode("-2026年度（自然年）.xlsx", java.nio.charset.StandardCharsets.UTF_8));
		var rows = Workbook.read(answer.getResponse().getContentAsByteArray()).sheets().getFirst().rows();
		assertThat(rows).hasSize(5);
		assertThat(rows.get(3).cell(3).text()).isEqualTo("=1+1");
		assertThat(rows.get(3).cell(3).kind()).isEqualTo(Cell.Kind.TEXT);
		assertThat(rows.get(3).cell(5).kind()).isEqualTo(Cell.Kind.NUMBER);
		assertThat(rows.get(3).cell(7).text()).startsWith("750.7");
		assertThat(this.trail.entries(this.school.finance(), "fund.ledger-exported")).isOne();
	}

	@Test
	void theRegisterOfReceiptsGoesOnPaper() {
		assertThat(page("/funds/" + this.county + "/receipts/paper").text()).contains("到账登记簿", "合计 3 笔", "350.30",
				"叁佰伍拾元叁角");
	}

	@Test
	void theAuditorReadsTheBooksOfTheSchoolsHeSeesAndOfNoOther() {
		var auditor = this.school.auditor();
		assertThat(this.pages.page(auditor, "/funds").text()).contains("县级财政专项", "全校资金台账");
		var books = "/funds/ledger?school=" + this.school.schoolId() + "&period=2026";
		assertThat(strip(this.pages.page(auditor, books))).containsExactly("150.10", "600.60", "0.00", "750.70",
				"0.00");
		for (var path : List.of("/funds/ledger", "/funds/" + this.county, "/funds/" + this.county + "/ledger",
				"/funds/" + this.county + "/ledger/paper", "/funds/" + this.county + "/receipts/paper",
				"/funds/ledger/paper?school=" + this.school.schoolId(),
				"/funds/ledger/export?school=" + this.school.schoolId())) {
			assertThat(this.pages.get(auditor, path)).hasStatusOk();
		}
		var stranger = this.cast.school();
		assertThat(this.pages.get(auditor, "/funds/ledger?school=" + stranger.schoolId())).hasStatus(404);
	}

	@Test
	void aPeriodThatIsNoneIsRefusedAndAStrangerFindsNothing() {
		for (var code : List.of("2026-7", "x", "99999")) {
			assertThat(get("/funds/" + this.county + "/ledger?period=" + code)).hasStatus(422);
		}
		var stranger = this.cast.school();
		assertThat(this.pages.get(stranger.finance(), "/funds/" + this.county + "/ledger")).hasStatus(404);
		assertThat(this.pages.get(stranger.finance(), "/funds/" + this.county + "/ledger/export")).hasStatus(404);
		assertThat(this.pages.page(stranger.finance(), "/funds/ledger").text()).doesNotContain("县级财政专项");
		assertThat(this.pages.get(this.school.headTeacher(), "/funds/ledger")).hasStatus(403);
	}

	private List<String> strip(org.jsoup.nodes.Document page) {
		return page.select(".strip .v").eachText();
	}

	private org.jsoup.nodes.Document page(String path) {
		return this.pages.page(this.school.finance(), path);
	}

	private MvcTestResult get(String path) {
		return this.pages.get(this.school.finance(), path);
	}

}
