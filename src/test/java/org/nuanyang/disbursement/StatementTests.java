package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The books beside the bank at the end of a month. */
@IntegrationTest
@Import(Payday.class)
class StatementTests {

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
	void theBankPaidInOctoberAndSaidSoInNovember() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.issued(this.ready, "GBK_PIPE");
		var answer = this.payday.answer(this.ready, batch, Map.of());
		this.clock.set(LocalDate.of(2026, 11, 3));
		this.payday.take(this.ready, batch, "1.txt", answer);
		this.path = "/funds/" + this.ready.fund() + "/statement";
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void whatIsUnderWayIsShownAndTheItemsExplainTheDifference() {
		var finance = this.ready.school().finance();
		var before = this.pages.page(finance, this.path);
		assertThat(before.select("select#month option").eachAttr("value")).contains("2026-10")
			.allMatch((month) -> month.compareTo("2026-09") >= 0);
		assertThat(before.text()).contains("待填银行余额", "10,000.00", "FF-2026-01", "其中银行回盘已付 1,750.00 元");
		this.pages.post(finance, this.path, Map.of("month", "2026-10", "balance", "8250"));
		assertThat(this.pages.page(finance, this.path + "?month=2026-10").text()).contains("有未说明的差额", "-1,750.00");
		var explained = Map.of("month", "2026-10", "balance", "8250", "items[0].kind", "BANK_OUT", "items[0].amount",
				"1750", "items[0].note", "FF-2026-01");
		assertThat(this.pages.post(finance, this.path, explained)).hasRedirectedUrl(this.path + "?month=2026-10");
		var after = this.pages.page(this.ready.school().auditor(), this.path + "?month=2026-10");
		assertThat(after.text()).contains("调节后一致", "银行已付、账上未记 · FF-2026-01");
		assertThat(this.pages.page(finance, this.path + "/paper?month=2026-10").text()).contains("调节后账面余额", "8,250.00",
				"大写）：捌仟贰佰伍拾元整");
		assertThat(this.payday.recorded(this.ready.school(), "fund.statement-entered")).isEqualTo(2);
	}

	/** No month of it has ended: the first one is offered, which is the one shown. */
	@Test
	void aFundOpenedThisMonthBeginsWithIt() {
		this.clock.set(Payday.DAY);
		var page = this.pages.page(this.ready.school().finance(), this.path);
		assertThat(page.select("select#month option[selected]").val()).isEqualTo("2026-10");
		assertThat(page.select("input[name=balance]")).isEmpty();
		assertThat(page.text()).contains("2026-10-31 起照银行对账单");
		this.clock.set(LocalDate.of(2026, 10, 31));
		assertThat(this.pages.page(this.ready.school().finance(), this.path + "?month=2026-10")
			.select("input[name=month]")
			.val()).isEqualTo("2026-10");
	}

	@Test
	void whatCannotBeIsRefusedAndStaysInTheForm() {
		var finance = this.ready.school().finance();
		for (var line : new String[][] { { "", "5", "x" }, { "BANK_IN", "0", "x" }, { "BANK_IN", "5", "" } }) {
			var answer = this.pages.post(finance, this.path, Map.of("month", "2026-10", "balance", "8250",
					"items[0].kind", line[0], "items[0].amount", line[1], "items[0].note", line[2]));
			assertThat(answer).as(String.join(",", line)).hasStatus(422);
			assertThat(Pages.page(answer).select("input[name=balance]").val()).isEqualTo("8250");
		}
		assertThat(this.pages.post(finance, this.path, Map.of("month", "2026-10", "balance", "x"))).hasStatus(422);
		assertThat(this.pages.post(finance, this.path, Map.of("month", "2026-11", "balance", "1"))).hasStatus(422)
			.bodyText()
			.contains("这个月还没有结束");
		assertThat(this.pages.get(finance, this.path + "?month=2027-01")).hasStatus(404);
	}

	@Test
	void onlyFinanceEntersIt() {
		var form = Map.of("month", "2026-10", "balance", "1");
		assertThat(this.pages.post(this.ready.school().officer(), this.path, form)).hasStatus(403);
		assertThat(this.pages.post(this.cast.school().finance(), this.path, form)).hasStatus(404);
		this.pages.post(this.ready.school().finance(), this.path, form);
		assertThatThrownBy(() -> TestDatabase
			.asOwner("update bank_statement set balance = 2 where fund_id = " + this.ready.fund()))
			.hasStackTraceContaining("never changed");
	}

}
