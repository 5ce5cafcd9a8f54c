package org.nuanyang.disbursement;

import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Statements;
import org.nuanyang.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A batch too long to wait for: each step is a job, each list comes page by page, and the
 * money is the same. With -Dlong.batch.rows=5000 as long as a bank takes it.
 */
@IntegrationTest
@Import(Payday.class)
class LongBatchTests {

	private static final int ROWS = Integer.getInteger("long.batch.rows", BatchJob.MANY + 20);

	@Autowired
	private Payday payday;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private BankReturnService returns;

	@Autowired
	private LongBatchService uploads;

	@Autowired
	private JobService jobs;

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Statements statements;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	@BeforeEach
	void manyPupils() {
		this.ready = this.payday.many(ROWS);
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void everyStepIsAJobAndEveryPageShort() {
		var officer = this.ready.school().officer();
		var finance = this.ready.school().finance();
		var principal = this.ready.school().principal();
		var form = Map.of("fund", "" + this.ready.fund(), "term", "AUTUMN", "key", UUID.randomUUID().toString());
		// A worker dies when the first rows are written: no list, and another worker
		// makes it.
		breaksOff(officer, () -> this.lists.prepare(officer, this.ready.fund(), Term.AUTUMN, PayoutChoice.BANK,
				UUID.fromString(form.get("key")), LongBatchTests::powerCut));
		assertThat(count("payment_batch") + count("payment_row")).isZero();
		// The same click twice: two jobs, one list.
		assertThat(step("prepare", officer, "/batches", form)).contains("名单 " + "%,d".formatted(ROWS) + " 人，没有人未列入");
		step("prepare again", officer, "/batches", form);
		var batch = this.payday.sql(this.ready.school(),
				(db) -> db.sql("select id from payment_batch").query((row, n) -> row.getLong(1)).single());
		var path = "/batches/" + batch;
		assertThat(page("prepared", officer, path).text()).contains("1—50 ");
		assertThat(this.pages.post(finance, path + "/check", Map.of())).hasStatus3xxRedirection();
		assertThat(page("checked", principal, path).select("tbody tr").size()).isLessThan(80);
		assertThat(this.pages.post(principal, path + "/approval", Map.of())).hasStatus3xxRedirection();
		breaksOff(finance, () -> this.payday.batches().lock(finance, batch, LongBatchTests::powerCut));
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.APPROVED);
		assertThat(claims(batch)).isZero();
		step("lock", finance, path + "/lock", Map.of());
		assertThat(claims(batch)).isEqualTo(ROWS);
		var total = this.payday.view(this.ready, batch).total();
		assertThat(total).isEqualTo(Yuan.of("1000").times(ROWS));
		assertThat(this.pages.post(finance, path + "/files", Map.of("format", "GBK_PIPE", "total", "1")))
			.hasStatus(422);
		step("issue", finance, path + "/files", Map.of("format", "GBK_PIPE", "total", total.toString()));
		var answer = new String(this.payday.sent(this.ready, batch), java.nio.charset.Charset.forName("GBK")).lines()
			.skip(1)
			.map((line) -> line.split("\\|"))
			.map((cells) -> String.join("|", "FF-2026-01", cells[0], cells[4],
					(Integer.parseInt(cells[0]) % 7 == 0) ? "1002" : "0000", "", "20261026"))
			.collect(java.util.stream.Collectors.joining("\n"));
		var job = upload(finance, path, answer);
		assertThat(job.getResponse().getRedirectedUrl()).startsWith("/jobs/");
		breaksOff(finance, () -> this.returns.take(finance, batch, "回盘.txt",
				answer.getBytes(java.nio.charset.Charset.forName("GBK")), LongBatchTests::powerCut));
		assertThat(count("bank_return") + count("payment_outcome") + count("bank_return_line")).isZero();
		leaveToAnother();
		timed("return", () -> this.jobs.runDue());
		assertThat(job(finance, job)).contains("回盘已导入：成功 %,d 笔，失败 %,d 笔".formatted(ROWS - ROWS / 7, ROWS / 7));
		var view = this.payday.view(this.ready, batch);
		assertThat(view.figures().failed()).isEqualTo(ROWS / 7);
		assertThat(view.figures().paid()).isEqualTo(ROWS - ROWS / 7);
		assertThat(view.strip().isEven()).isTrue();
		assertThat(count("bank_upload")).isZero();
		// The same file again: nothing is booked twice.
		var again = upload(finance, path, answer);
		this.jobs.runDue();
		assertThat(job(finance, again)).contains("这个回盘文件已导入过，没有任何变化");
		assertThat(this.payday.view(this.ready, batch).returns()).hasSize(1);
		assertThat(page("returned", finance, path + "?rows=FAILED&page=2")
			.select("section[aria-labelledby=rows] tbody tr")).isNotEmpty();
		// What no job takes up is not kept.
		upload(finance, path, answer);
		this.uploads.forgetUploads();
		assertThat(count("bank_upload")).isNotZero();
		this.clock.set(this.clock.today().plusDays(2));
		this.uploads.forgetUploads();
		assertThat(count("bank_upload")).isZero();
		this.jobs.runDue();
		assertThat(page("failed", finance, path + "/failed?page=2").text()).contains("户名不符");
		assertThat(page("sheets", finance, path + "/sheet").text()).contains("按班或按年级分别打印");
		assertThat(page("summary", finance, path + "/sheet/summary").text()).contains(total.toString());
		assertThat(this.statements.during(() -> this.pages.get(finance, path))).isLessThan(80);
		assertThat(page("comparison", principal, path + "/comparison").text()).contains("第一次发放");
	}

	@Test
	void aStepRefusedAsAJobSaysWhyAndWhere() {
		var officer = this.ready.school().officer();
		var finance = this.ready.school().finance();
		var fund = "" + this.ready.fund();
		var one = this.pages.post(officer, "/batches",
				Map.of("fund", fund, "term", "AUTUMN", "key", UUID.randomUUID().toString()));
		var other = this.pages.post(officer, "/batches",
				Map.of("fund", fund, "term", "AUTUMN", "key", UUID.randomUUID().toString()));
		this.jobs.runDue();
		assertThat(job(officer, one)).contains("已全部完成");
		assertThat(job(officer, other)).contains("没有完成，数据没有任何改动", "现在没有可以发放的学生，未列入的有 %,d 人".formatted(ROWS));
		var batch = this.payday.sql(this.ready.school(),
				(db) -> db.sql("select id from payment_batch").query((row, n) -> row.getLong(1)).single());
		var path = "/batches/" + batch;
		this.pages.post(finance, path + "/check", Map.of());
		this.pages.post(this.ready.school().principal(), path + "/approval", Map.of());
		TestDatabase.asOwner("update enrolment set status = 'ON_LEAVE' where id = " + this.ready.pupils().getFirst());
		assertThat(page("idle", finance, path).text()).doesNotContain("正在办理：");
		var lock = this.pages.post(finance, path + "/lock", Map.of());
		assertThat(page("running", this.ready.school().principal(), path).text()).contains("正在办理：锁定发放名单");
		this.jobs.runDue();
		assertThat(page("ended", finance, path).text()).doesNotContain("正在办理：");
		assertThat(job(finance, lock)).contains("1 人现在不能发放：林例一（已休学");
		assertThat(page("refused", finance, "" + lock.getResponse().getRedirectedUrl())
			.select("main a[href=" + path + "]")).isNotEmpty();
		TestDatabase.asOwner("update enrolment set status = 'ENROLLED' where id = " + this.ready.pupils().getFirst());
		step("lock", finance, path + "/lock", Map.of());
		var total = this.payday.view(this.ready, batch).total().toString();
		var text = this.pages.post(finance, path + "/files", Map.of("format", "GBK_PIPE", "total", total));
		var workbook = this.pages.post(finance, path + "/files", Map.of("format", "XLSX", "total", total));
		this.jobs.runDue();
		assertThat(job(finance, text)).contains("银行文件已生成");
		assertThat(job(finance, workbook)).contains("已经按“", "没有再生成第二份");
	}

	private String job(Actor actor, MvcTestResult started) {
		return this.pages.page(actor, "" + started.getResponse().getRedirectedUrl()).text();
	}

	private static void powerCut(int done) {
		// Most of the rows are written by then, or all of them and the claims as well.
		if (done >= BatchJob.MANY) {
			throw new IllegalStateException("the machine stops at row " + done);
		}
	}

	private static void breaksOff(Actor actor, ThrowingCallable work) {
		assertThatThrownBy(() -> actor.scope().run(() -> {
			try {
				work.call();
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Throwable ex) {
				throw new IllegalStateException(ex);
			}
		})).hasMessageContaining("the machine stops");
	}

	/** The worker that had claimed the job is dead, and its lease has run out. */
	private static void leaveToAnother() {
		TestDatabase.asOwner(
				"""
						update job set status = 'RUNNING', attempt = 1, started_at = now(), held_until = now() - interval '1 second'
						where status = 'QUEUED'""");
	}

	private long claims(long batch) {
		return this.payday.sql(this.ready.school(), (db) -> db.sql("""
				select count(*) from payment_batch b cross join claims_taken(b.programme_id, b.school_year, b.term,
					array(select person_id from payment_row where batch_id = b.id)) where b.id = ?""")
			.param(batch)
			.query((row, n) -> row.getLong(1))
			.single());
	}

	private String step(String name, Actor actor, String path, Map<String, String> form) {
		var answer = this.pages.post(actor, path, form);
		assertThat(answer.getResponse().getRedirectedUrl()).as(name).startsWith("/jobs/");
		leaveToAnother();
		timed(name, this.jobs::runDue);
		var page = this.pages.page(actor, answer.getResponse().getRedirectedUrl()).text();
		assertThat(page).as(name).contains("已全部完成");
		return page;
	}

	private org.jsoup.nodes.Document page(String name, Actor actor, String path) {
		var read = new org.jsoup.nodes.Document[1];
		timed(name, () -> read[0] = this.pages.page(actor, path));
		return read[0];
	}

	/** Tells whoever looks how long it took; nothing depends on it. */
	private void timed(String name, Runnable work) {
		var begin = System.nanoTime();
		var count = this.statements.during(work);
		org.slf4j.LoggerFactory.getLogger(LongBatchTests.class)
			.info("{} rows, {}: {} ms, {} statements", ROWS, name, (System.nanoTime() - begin) / 1_000_000, count);
	}

	private MvcTestResult upload(Actor actor, String path, String content) {
		return this.mvc.post()
			.uri(path + "/returns")
			.multipart()
			.file(new MockMultipartFile("file", "回盘.txt", "text/plain",
					content.getBytes(java.nio.charset.Charset.forName("GBK"))))
			.with(Cast.as(actor))
			.exchange();
	}

	private long count(String table) {
		return this.payday.sql(this.ready.school(),
				(db) -> db.sql("select count(*) from " + table + " where school_id = ?")
					.param(this.ready.school().schoolId())
					.query((row, n) -> row.getLong(1))
					.single());
	}

}
