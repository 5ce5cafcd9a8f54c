package org.nuanyang.disbursement;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.fund.FundService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanyang.support.Cast.as;

/** The way of a batch through its pages, by three people, and what they are refused. */
@IntegrationTest
@Import(Payday.class)
class BatchTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Payday payday;

	@Autowired
	private FundService funds;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void threePeopleTakeABatchFromListToMoneyPaid() {
		var ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		var school = ready.school();
		assertThat(get(school.officer(), "/batches/new?fund=" + ready.fund() + "&term=AUTUMN")).hasStatusOk()
			.bodyText()
			.contains("2,500.00", "将生成 3 人、2,500.00 元的批次");
		var batch = prepare(ready, UUID.randomUUID());
		var path = "/batches/" + batch;
		assertThat(get(school.finance(), path)).hasStatusOk()
			.bodyText()
			.contains("FF-2026-01", "待校内复核", "贰仟伍佰元整", "发放时限 2026-11-01（还剩 6 天）");
		assertThat(post(school.finance(), path + "/check", "note", "抽查 3 人")).hasStatus3xxRedirection();
		assertThat(post(school.principal(), path + "/approval")).hasStatus3xxRedirection();
		assertThat(balance(ready)).isEqualTo("10,000.00 2,500.00 7,500.00");
		assertThat(post(school.finance(), path + "/lock")).hasStatus3xxRedirection();
		assertThat(get(school.finance(), path + "/files/new")).hasStatusOk().bodyText().contains("贰仟伍佰元整");
		assertThat(post(school.finance(), path + "/files", "format", "GBK_PIPE", "total", "2500.00"))
			.hasStatus3xxRedirection();
		var view = this.payday.view(ready, batch);
		var download = post(school.finance(), path + "/files/" + view.files().getFirst().id() + "/download", "purpose",
				"TO_BANK");
		assertThat(download).hasStatusOk();
		var file = new String(download.getResponse().getContentAsByteArray(), Charset.forName("GBK"));
		assertThat(file.lines()).hasSize(4).first().asString().endsWith("-FF-2026-01|3|2500.00");
		assertThat(file).contains("|林例一|测试银行北湾支行|1000.00|2026-2027学年第一学期义务教育分级助学金");
		assertThat(upload(school.finance(), batch, "回盘.txt", this.payday.answer(ready, batch, Map.of())))
			.hasStatus3xxRedirection();
		assertThat(get(school.finance(), path)).bodyText().contains("全部成功", "三处一致", "10月26日到账");
		view = this.payday.view(ready, batch);
		assertThat(view.status()).isEqualTo(BatchStatus.PAID);
		assertThat(view.strip().difference()).isEqualTo(Yuan.ZERO);
		assertThat(view.strip().ledgerPaid()).isEqualTo(Yuan.of("2500"));
		assertThat(balance(ready)).isEqualTo("7,500.00 0.00 7,500.00");
		assertThat(get(school.finance(), "/funds/" + ready.fund())).bodyText()
			.contains("付讫，批次 FF-2026-01，3 人，2,500.00 元", "href=\"/batches/" + batch + "\"");
		assertThat(get(school.officer(), "/students/" + ready.pupils().getFirst())).bodyText()
			.contains("到账 1,000.00 元");
		assertThat(post(school.finance(), path + "/closing")).hasStatus3xxRedirection();
		for (var action : new String[] { "prepared", "checked", "approved", "locked", "file-issued", "file-downloaded",
				"return-taken", "closed" }) {
			assertThat(this.payday.recorded(school, "disbursement." + action)).as(action).isOne();
		}
	}

	@Test
	void thePaperSheetHasARowPerSignatureAndTheTotalInWords() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.prepared(ready);
		var sheet = get(ready.school().officer(), "/batches/" + batch + "/sheet");
		assertThat(sheet).hasStatusOk();
		assertThat(Pages.sent(sheet))
			.contains("2026—2027学年第一学期 义务教育分级助学金发放花名册", "五年级(2)班 小计 2 人", "合计 2 人", "大写：壹仟柒佰伍拾元整", "1,750.00",
					"2,000.00", "测试银行北湾支行", "6210**********", "学籍号", "就读", "监护人（关系）", "联系电话")
			.doesNotContainPattern("\\d{15,}");
		assertThat(get(ready.school().principal(), "/batches/" + batch + "/approval-sheet")).hasStatusOk()
			.bodyText()
			.contains("资助资金发放审批表", "壹仟柒佰伍拾元整", "编制 郑例安");
	}

	@Test
	void whoCannotBePaidIsListedWithTheReason() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		this.payday.sql(school,
				(db) -> db
					.sql("update enrolment set status = 'TRANSFERRED_OUT', left_on = date '2026-10-20' where id = ?")
					.param(ready.pupils().getFirst())
					.update());
		this.payday.sql(school,
				(db) -> db.sql("update payee set status = 'WITHDRAWN' where enrolment_id = ?")
					.param(ready.pupils().get(1))
					.update());
		assertThat(get(school.officer(), "/batches/new?fund=" + ready.fund() + "&term=AUTUMN")).bodyText()
			.contains("未列入 2 人", "已转出，已发的保留", "没有已复核的收款账户", "现在没有可以发放的学生");
		assertThat(post(school.officer(), "/batches", "fund", String.valueOf(ready.fund()), "term", "AUTUMN", "key",
				UUID.randomUUID().toString()))
			.hasStatus(422);
	}

	@Test
	void theSameClickTwiceDoesOneThing() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var key = UUID.randomUUID();
		var batch = prepare(ready, key);
		assertThat(prepare(ready, key)).isEqualTo(batch);
		var path = "/batches/" + batch;
		for (var n = 0; n < 2; n++) {
			assertThat(post(school.finance(), path + "/check")).hasRedirectedUrl(path);
		}
		for (var n = 0; n < 2; n++) {
			assertThat(post(school.principal(), path + "/approval")).hasRedirectedUrl(path);
		}
		for (var n = 0; n < 2; n++) {
			assertThat(post(school.finance(), path + "/lock")).hasRedirectedUrl(path);
		}
		for (var n = 0; n < 2; n++) {
			assertThat(post(school.finance(), path + "/files", "format", "GBK_PIPE", "total", "1,750.00"))
				.hasRedirectedUrl(path);
		}
		assertThat(this.payday.view(ready, batch).steps()).hasSize(5);
		assertThat(this.payday.view(ready, batch).files()).hasSize(1);
		assertThat(balance(ready)).isEqualTo("10,000.00 1,750.00 8,250.00");
		assertThat(this.payday.recorded(school, "disbursement.approved")).isOne();
	}

	@Test
	void nobodyChecksOrApprovesTheirOwnWork() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.prepared(ready);
		var path = "/batches/" + batch;
		var everything = new Actor(school.officer().userId(), school.officer().username(), "沈样一",
				java.util.Set.of(org.nuanyang.kernel.Role.values()), school.schoolId(), "", school.officer().scope());
		assertRefused("disbursement.refused.own-check", everything,
				(service) -> service.check(everything, batch, null));
		assertThat(post(school.finance(), path + "/check")).hasStatus3xxRedirection();
		var checker = new Actor(school.finance().userId(), school.finance().username(), "朱样四",
				java.util.Set.of(org.nuanyang.kernel.Role.values()), school.schoolId(), "", school.finance().scope());
		assertRefused("disbursement.refused.own-approval", checker, (service) -> service.approve(checker, batch, null));
		assertRefused("disbursement.refused.own-approval", everything,
				(service) -> service.approve(everything, batch, null));
		assertThat(this.payday.view(ready, batch).status()).isEqualTo(BatchStatus.CHECKED);
	}

	@Autowired
	private BatchService batches;

	private void assertRefused(String key, Actor actor, java.util.function.Consumer<BatchService> work) {
		org.assertj.core.api.Assertions.assertThatThrownBy(() -> actor.scope().run(() -> work.accept(this.batches)))
			.hasMessage(key);
	}

	@Test
	void aFundThatIsShortSaysByHowMuch() {
		var ready = this.payday.school("1000", "林例一", "吴例二");
		var preview = "/batches/new?fund=" + ready.fund() + "&term=AUTUMN";
		assertThat(get(ready.school().officer(), preview)).bodyText()
			.contains("还差 750.00 元", "以下 1 人没有着落", "吴例二（五年级(2)班）750.00 元");
		var batch = this.payday.prepared(ready);
		post(ready.school().finance(), "/batches/" + batch + "/check");
		assertThat(get(ready.school().principal(), "/batches/" + batch)).bodyText()
			.contains("还差 750.00 元", "以下 1 人没有着落", "吴例二（五年级(2)班）750.00 元");
		assertThat(post(ready.school().principal(), "/batches/" + batch + "/approval")).hasStatus(422)
			.bodyText()
			.contains("“县级财政专项”可用结余 1,000.00 元，本批需要 1,750.00 元，还差 750.00 元。按名册顺序有 1 人没有着落：吴例二");
		assertThat(this.payday.view(ready, batch).status()).isEqualTo(BatchStatus.CHECKED);
		assertThat(balance(ready)).isEqualTo("1,000.00 0.00 1,000.00");
	}

	@Test
	void sendingBackAndVoidingFreeTheMoneyAndTheClaims() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.approved(ready);
		for (var reason : List.of("", "x", "账户有误")) {
			assertThat(post(school.finance(), "/batches/" + batch + "/rejection", "reason", reason)).hasStatus(422)
				.bodyText()
				.contains("原因要写 10 到 200 个字", "至少 10 个字", "href=\"#reason\"", "aria-invalid=\"true\"");
		}
		assertThat(post(school.finance(), "/batches/" + batch + "/rejection", "reason", "吴例二的账户与社保卡不一致"))
			.hasStatus3xxRedirection();
		assertThat(balance(ready)).isEqualTo("10,000.00 0.00 10,000.00");
		assertThat(get(school.finance(), "/batches/" + batch)).bodyText().contains("已退回，待重新生成名单");
		assertThat(post(school.finance(), "/batches/" + batch + "/check")).hasStatus(422)
			.bodyText()
			.contains("已退回编制，名单还没有重新生成");
		assertThat(this.pages.page(school.officer(), "/").text()).contains("退回待重新生成名单的批次：1 个");
		post(school.officer(), "/batches/" + batch + "/renewal");
		this.payday.lock(ready, this.payday.approve(ready, batch));
		assertThat(balance(ready)).isEqualTo("10,000.00 1,750.00 8,250.00");
		assertThat(post(school.officer(), "/batches/" + batch + "/voiding", "reason", "重复编制")).hasStatus(422)
			.bodyText()
			.contains("原因要写 10 到 200 个字");
		assertThat(post(school.officer(), "/batches/" + batch + "/voiding", "reason", "与已编制的批次名单重复"))
			.hasStatus3xxRedirection();
		assertThat(balance(ready)).isEqualTo("10,000.00 0.00 10,000.00");
		// The pupils can be paid by another batch.
		var next = this.payday.locked(ready);
		assertThat(this.payday.view(ready, next).number()).isEqualTo("FF-2026-02");
		this.payday.issue(ready, next, "GBK_PIPE");
		assertThat(post(school.officer(), "/batches/" + next + "/voiding", "reason", "已经太迟，不应再能作废")).hasStatus(422)
			.bodyText()
			.contains("现在是“银行处理中”，不能办理“作废批次”");
		// Asked for by its address, as from an old tab.
		assertThat(get(school.officer(), "/batches/" + next + "/voiding")).hasStatus(422)
			.bodyText()
			.containsOnlyOnce("现在是“银行处理中”，不能办理“作废批次”")
			.doesNotContain("提交的内容不符合规定");
		assertThat(get(school.finance(), "/batches/" + next + "/files/new")).hasStatus(422)
			.bodyText()
			.contains("现在是“银行处理中”，不能办理“出银行文件”");
	}

	@Test
	void whatChangedSinceTheListWasMadeStopsTheLock() {
		var ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
		var school = ready.school();
		var batch = this.payday.approved(ready);
		this.payday.account(school, ready.pupils().get(1), "吴例二");
		assertThat(post(school.finance(), "/batches/" + batch + "/lock")).hasStatus(422)
			.bodyText()
			.contains("有 1 人的收款账户已变更或失效：吴例二");
		this.payday.sql(school,
				(db) -> db.sql("update enrolment set status = 'GRADUATED', left_on = date '2026-10-20' where id = ?")
					.param(ready.pupils().get(2))
					.update());
		assertThat(post(school.finance(), "/batches/" + batch + "/lock")).hasStatus(422)
			.bodyText()
			.contains("有 1 人现在不能发放：冯例三（已毕业）");
		post(school.finance(), "/batches/" + batch + "/rejection", "reason", "名单有变，一人已经转学");
		assertThat(post(school.officer(), "/batches/" + batch + "/renewal")).hasStatus3xxRedirection();
		this.payday.lock(ready, this.payday.approve(ready, batch));
		assertThat(this.payday.rows(ready, batch)).extracting(PaymentRow::name).containsExactly("林例一", "吴例二");
	}

	@Test
	void whoeverChecksSendsTheListBackToItsMakerOnThePageThatSaysSo() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.prepared(ready);
		var path = "/batches/" + batch;
		this.payday.sql(school,
				(db) -> db.sql("update enrolment set status = 'GRADUATED', left_on = date '2026-10-20' where id = ?")
					.param(ready.pupils().get(1))
					.update());
		assertThat(post(school.finance(), path + "/check")).hasStatus(422)
			.bodyText()
			.contains("请在批次页点“退回编制”并写明原因，由资助专干重新生成名单", "action=\"" + path + "/rejection\"");
		assertThat(post(school.officer(), path + "/rejection", "reason", "x")).hasStatus(403);
		assertThat(post(school.finance(), path + "/rejection", "reason", "吴例二已毕业，请从名单移出")).hasStatus3xxRedirection();
		assertThat(get(school.officer(), path)).bodyText().contains("吴例二已毕业，请从名单移出", "批次已退回");
		assertThat(this.pages.page(school.finance(), path).select("form[action$=/check]")).isEmpty();
		post(school.officer(), path + "/renewal");
		assertThat(post(school.finance(), path + "/check")).hasStatus3xxRedirection();
		assertThat(this.payday.recorded(school, "disbursement.sent-back")).isOne();
	}

	@Test
	void theFileAsksForTheTotalAndListsWhatItCannotWrite() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		this.payday.account(school, ready.pupils().getFirst(), "林𬱖一");
		var batch = this.payday.locked(ready);
		var path = "/batches/" + batch + "/files";
		assertThat(post(school.finance(), path, "format", "GBK_PIPE", "total", "1700")).hasStatus(422)
			.bodyText()
			.contains("输入的合计与应发合计 1,750.00 元不一致", "name=\"total\" value=\"1700\"", "is-invalid");
		assertThat(post(school.finance(), path, "format", "GBK_PIPE", "total", "一千")).hasStatus(422)
			.bodyText()
			.contains("value=\"一千\"");
		assertThat(get(school.finance(), path + "/new?format=GBK_PIPE")).bodyText().contains("林𬱖一", "写不出：𬱖");
		assertThat(post(school.finance(), path, "format", "GBK_PIPE", "total", "1750")).hasStatus(422)
			.bodyText()
			.contains("林例一 𬱖");
		assertThat(this.payday.view(ready, batch).status()).isEqualTo(BatchStatus.LOCKED);
		assertThat(post(school.finance(), path, "format", "XLSX", "total", "1750")).hasStatus3xxRedirection();
		var view = this.payday.view(ready, batch);
		assertThat(post(school.finance(), path + "/" + view.files().getFirst().id() + "/download")).hasStatus(422)
			.bodyText()
			.contains("请选择下载用途");
		var rows = org.nuanyang.workbook.Workbook.read(this.payday.sent(ready, batch)).sheets().getFirst().rows();
		assertThat(rows).hasSize(3);
		assertThat(rows.get(1).cell(3).text()).isEqualTo("林𬱖一");
		assertThat(rows.get(1).cell(2).kind()).isEqualTo(org.nuanyang.workbook.Cell.Kind.TEXT);
		assertThat(rows.get(1).cell(5))
			.isEqualTo(new org.nuanyang.workbook.Cell(org.nuanyang.workbook.Cell.Kind.NUMBER, "1000", false));
	}

	@Test
	void eachStepIsForItsRoleAndItsSchool() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var school = ready.school();
		var batch = this.payday.prepared(ready);
		var path = "/batches/" + batch;
		assertThat(post(school.officer(), path + "/check")).hasStatus(403);
		assertThat(post(school.finance(), path + "/approval")).hasStatus(403);
		assertThat(post(school.officer(), path + "/lock")).hasStatus(403);
		assertThat(post(school.principal(), path + "/files")).hasStatus(403);
		assertThat(post(school.principal(), path + "/closing")).hasStatus(403);
		assertThat(get(school.headTeacher(), path)).hasStatus(403);
		assertThat(get(school.auditor(), path)).hasStatusOk()
			.bodyText()
			.doesNotContain("<button class=\"btn btn-primary");
		var stranger = this.payday.school("1", "陈例五").school();
		assertThat(get(stranger.finance(), path)).hasStatus(404);
		assertThat(post(stranger.finance(), path + "/check")).hasStatus(404);
		assertThat(post(stranger.officer(), "/batches", "fund", String.valueOf(ready.fund()), "term", "AUTUMN", "key",
				UUID.randomUUID().toString()))
			.hasStatus(404);
	}

	private long prepare(Ready ready, UUID key) {
		var answer = post(ready.school().officer(), "/batches", "fund", String.valueOf(ready.fund()), "term", "AUTUMN",
				"key", key.toString());
		assertThat(answer).hasStatus3xxRedirection();
		var url = String.valueOf(answer.getResponse().getRedirectedUrl());
		return Long.parseLong(url.substring(url.lastIndexOf('/') + 1));
	}

	private String balance(Ready ready) {
		var balance = ready.school()
			.finance()
			.scope()
			.call(() -> this.funds.fund(ready.school().finance(), ready.fund()))
			.balance();
		return balance.holds() + " " + balance.promised() + " " + balance.free();
	}

	private MvcTestResult get(Actor actor, String path) {
		return this.mvc.get().uri(path).with(as(actor)).exchange();
	}

	private MvcTestResult post(Actor actor, String path, String... parameters) {
		var request = this.mvc.post().uri(path).with(as(actor));
		for (var n = 0; n < parameters.length; n += 2) {
			request = request.param(parameters[n], parameters[n + 1]);
		}
		return request.exchange();
	}

	private MvcTestResult upload(Actor actor, long batch, String name, byte[] content) {
		return this.mvc.post()
			.uri("/batches/{id}/returns", batch)
			.multipart()
			.file(new MockMultipartFile("file", name, "text/plain", content))
			.with(as(actor))
			.exchange();
	}

}
