package org.nuanyang.disbursement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanyang.support.Cast.as;

/**
 * Cash and goods: for a reason, over a signed sheet, booked once like what a bank paid.
 */
@IntegrationTest
@Import(Payday.class)
class PayoutTests {

	private static final String REASON = "监护人没有任何银行账户，乡镇已核实";

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

	private Ready ready;

	@BeforeEach
	void aSchool() {
		this.ready = this.payday.school("10000", "林例一", "吴例二");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void needsAReasonThatEverybodyReadsAndNoAccount() {
		this.payday.sql(this.ready.school(),
				(db) -> db.sql("update payee set status = 'REPLACED' where enrolment_id = ?")
					.param(this.ready.pupils().getFirst())
					.update());
		assertThat(prepare("CASH", " 没有账户 ")).hasStatus(422).bodyText().contains("要写明原因", "10 到 200 个字");
		var batch = prepared("CASH", REASON);
		assertThat(this.payday.rows(this.ready, batch)).extracting(PaymentRow::name).containsExactly("林例一", "吴例二");
		for (var reader : new Actor[] { finance(), principal() }) {
			assertThat(this.pages.page(reader, "/batches/" + batch).text()).contains("现金发放", REASON);
		}
		this.payday.lock(this.ready, this.payday.approve(this.ready, batch));
		assertThat(this.pages.page(principal(), "/batches/" + batch + "/approval-sheet").text()).contains("发放方式 现金发放",
				REASON);
		assertThat(this.pages.page(finance(), "/batches").select("tbody tr").text()).contains("现金发放", "已锁定，待签收");
		assertThat(this.pages.page(finance(), "/batches/" + batch + "/sheet").select("tbody tr").text()).contains("林例一",
				"吴例二");
		assertThat(this.pages.page(finance(), "/").text()).contains("待登记签收：1 个").doesNotContain("待出银行文件");
	}

	@Test
	void isNotSentToABankNorSignedForWithoutTheSheet() throws IOException {
		var batch = locked("GOODS");
		var path = "/batches/" + batch;
		assertThat(this.pages.post(finance(), path + "/files", Map.of("format", "GBK_PIPE", "total", "1750")))
			.hasStatus(422)
			.bodyText()
			.contains("是实物发放（原因：" + REASON + "），不出银行文件");
		assertThatThrownBy(() -> this.payday.take(this.ready, batch, "1.txt", "x".getBytes()))
			.hasMessageContaining("disbursement.refused.payout.GOODS");
		assertThat(sign(finance(), batch, "2026-10-26", true, true)).hasStatus(422).bodyText().contains("还没有上传签收表的扫描件");
		scan(batch);
		for (var day : new String[] { "", "x", "2026-10-25", "2026-10-27" }) {
			assertThat(sign(finance(), batch, day, true, true)).as(day).hasStatus(422).bodyText().contains("签收日期没有填");
		}
		var partly = new HashMap<>(form(batch, "2026-10-26", true, true));
		partly.remove("row-" + this.payday.rows(this.ready, batch).getLast().id());
		assertThat(this.pages.post(finance(), path + "/signatures", partly)).hasStatus(422)
			.bodyText()
			.contains("还有 1 人没有选", "吴例二");
		assertThat(sign(this.ready.school().officer(), batch, "2026-10-26", true, true)).hasStatus(403);
		assertThat(this.pages.get(this.ready.school().otherOfficer(), path + "/signatures")).hasStatus(404);
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.LOCKED);
		assertThat(this.trail.entries(finance(), "disbursement.signatures-taken")).isZero();
	}

	@Test
	void isBookedOnceAndWhatNobodySignedForIsPaidAgain() throws IOException {
		var batch = locked("CASH");
		assertThat(this.pages.get(this.ready.school().finance(), "/batches/" + batch + "/files/new")).hasStatus(422)
			.bodyText()
			.contains("现金");
		scan(batch);
		assertThat(sign(finance(), batch, "2026-10-26", true, false)).hasStatus3xxRedirection();
		assertThat(sign(finance(), batch, "2026-10-26", true, true)).hasStatus(422).bodyText().contains("不能办理“登记签收”");
		var view = this.payday.view(this.ready, batch);
		assertThat(view.status()).isEqualTo(BatchStatus.PARTLY_PAID);
		assertThat(view.strip().listPaid()).isEqualTo(Yuan.of("1000"));
		assertThat(view.strip().bankPaid()).isEqualTo(Yuan.of("1000"));
		assertThat(view.strip().ledgerPaid()).isEqualTo(Yuan.of("1000"));
		assertThat(view.strip().isEven()).isTrue();
		assertThat(this.trail.entries(finance(), "disbursement.signatures-taken")).isOne();
		assertThat(this.pages.page(finance(), "/batches/" + batch).text()).contains("已签收 1 人、1,000.00 元，未签收 1 人",
				"没有领取");
		assertThat(this.pages.page(finance(), "/flags/R20").text()).doesNotContain("林例一").doesNotContain("吴例二");
		// Who did not come is now paid through the bank.
		var again = reissued(batch, Map.of());
		assertThat(this.payday.rows(this.ready, again)).extracting(PaymentRow::name).containsExactly("吴例二");
		this.payday.issue(this.ready, this.payday.lock(this.ready, this.payday.approve(this.ready, again)), "GBK_PIPE");
		this.payday.take(this.ready, again, "1.txt", this.payday.answer(this.ready, again, Map.of()));
		assertThat(this.payday.view(this.ready, again).strip().isEven()).isTrue();
		assertThat(this.pages.post(finance(), "/batches/" + batch + "/closing", Map.of())).hasStatus3xxRedirection();
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.CLOSED);
	}

	@Test
	void whatTheBankSentBackIsPaidInCashForAReason() throws IOException {
		var batch = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, batch, "1.txt", this.payday.answer(this.ready, batch, Map.of("吴例二", "1002")));
		var form = Map.of("key", UUID.randomUUID().toString(), "total", "750", "payout", "CASH", "payoutReason", "无");
		assertThat(this.pages.post(this.ready.school().officer(), "/batches/" + batch + "/reissues", form))
			.hasStatus(422)
			.bodyText()
			.contains("要写明原因");
		var again = reissued(batch, Map.of("payout", "CASH", "payoutReason", REASON));
		this.payday.lock(this.ready, this.payday.approve(this.ready, again));
		scan(again);
		assertThat(sign(finance(), again, "2026-10-26", true)).hasStatus3xxRedirection();
		assertThat(this.payday.view(this.ready, again).status()).isEqualTo(BatchStatus.PAID);
		assertThat(this.payday.view(this.ready, again).strip().ledgerPaid()).isEqualTo(Yuan.of("750"));
	}

	@Test
	void aLockedListIsUnderWayAtTheEndOfTheMonthUntilItIsSigned() throws IOException {
		var batch = locked("CASH");
		var number = this.payday.view(this.ready, batch).number();
		this.clock.set(LocalDate.of(2026, 11, 3));
		var path = "/funds/" + this.ready.fund() + "/statement?month=2026-10";
		assertThat(this.pages.page(finance(), path).text()).contains(number, "2 人，1,750.00 元未记账");
		scan(batch);
		assertThat(sign(finance(), batch, "2026-10-30", true, true)).hasStatus3xxRedirection();
		assertThat(this.pages.page(finance(), path).text()).contains(number);
		this.clock.set(LocalDate.of(2026, 12, 1));
		assertThat(this.pages.page(finance(), "/funds/" + this.ready.fund() + "/statement?month=2026-11").text())
			.doesNotContain(number);
	}

	@Test
	void fromTheBankToCashIsAChangeOfAccount() {
		var autumn = this.payday.issued(this.ready, "GBK_PIPE");
		this.payday.take(this.ready, autumn, "1.txt", this.payday.answer(this.ready, autumn, Map.of()));
		this.clock.set(LocalDate.of(2027, 3, 2));
		var spring = id(this.pages.post(this.ready.school().officer(), "/batches",
				Map.of("fund", String.valueOf(this.ready.fund()), "term", "SPRING", "key", UUID.randomUUID().toString(),
						"payout", "CASH", "payoutReason", REASON)));
		assertThat(this.pages.page(finance(), "/batches/" + spring + "/comparison").text()).contains("账户变化 2 人", "林例一",
				"现金或实物");
	}

	@Test
	void theDatabaseHoldsToIt() {
		var batch = locked("CASH");
		var row = this.payday.rows(this.ready, batch).getFirst().id();
		for (var sql : new String[] {
				"update payment_batch set payout = 'BANK', payout_reason = null where id = " + batch,
				"update payment_batch set status = 'PAID' where id = " + batch,
				"insert into signature_record select nextval('id_seq'), school_id, id, date '2026-10-26', prepared_by, 'x', now() from payment_batch where id = "
						+ batch,
				"insert into payment_outcome (id, school_id, batch_id, row_id, kind, result, amount, settled_on, recorded_by, recorded_at) select nextval('id_seq'), school_id, batch_id, id, 'PAID', 'PAID', amount, date '2026-10-26', "
						+ finance().userId() + ", now() from payment_row where id = " + row }) {
			assertThatThrownBy(() -> this.payday.sql(this.ready.school(), (db) -> db.sql(sql).update())).as(sql)
				.isInstanceOf(DataAccessException.class);
		}
	}

	private MvcTestResult prepare(String payout, String reason) {
		return this.pages.post(this.ready.school().officer(), "/batches",
				Map.of("fund", String.valueOf(this.ready.fund()), "term", "AUTUMN", "key", UUID.randomUUID().toString(),
						"payout", payout, "payoutReason", reason));
	}

	private long prepared(String payout, String reason) {
		return id(prepare(payout, reason));
	}

	private long locked(String payout) {
		return this.payday.lock(this.ready, this.payday.approve(this.ready, prepared(payout, REASON)));
	}

	private long reissued(long batch, Map<String, String> choice) {
		var form = new HashMap<>(choice);
		form.put("key", UUID.randomUUID().toString());
		form.put("total", "750");
		return id(this.pages.post(this.ready.school().officer(), "/batches/" + batch + "/reissues", form));
	}

	private static long id(MvcTestResult answer) {
		assertThat(answer).hasStatus3xxRedirection();
		var url = Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
		return Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
	}

	private void scan(long batch) throws IOException {
		var bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
		assertThat(this.mvc.post()
			.uri("/attachments")
			.multipart()
			.file(new MockMultipartFile("file", "签收表.png", "image/png", bytes.toByteArray()))
			.param("ownerType", "payment-batch")
			.param("ownerId", String.valueOf(batch))
			.param("slot", "signed-sheet")
			.with(as(finance()))
			.exchange()).hasStatus3xxRedirection();
	}

	private MvcTestResult sign(Actor actor, long batch, String day, boolean... signed) {
		return this.pages.post(actor, "/batches/" + batch + "/signatures", form(batch, day, signed));
	}

	private Map<String, String> form(long batch, String day, boolean... signed) {
		var form = new HashMap<String, String>();
		form.put("signedOn", day);
		var rows = this.payday.rows(this.ready, batch);
		for (var n = 0; n < rows.size(); n++) {
			form.put("row-" + rows.get(n).id(), String.valueOf(signed[n]));
		}
		return form;
	}

	private Actor finance() {
		return this.ready.school().finance();
	}

	private Actor principal() {
		return this.ready.school().principal();
	}

}
