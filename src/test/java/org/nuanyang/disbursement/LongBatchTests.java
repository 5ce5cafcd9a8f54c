package org.nuanyang.disbursement;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

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
		// The same click twice: two jobs, one list.
		step("prepare", officer, "/batches", form);
		step("prepare again", officer, "/batches", form);
		var batch = this.payday.sql(this.ready.school(),
				(db) -> db.sql("select id from payment_batch").query((row, n) -> row.getLong(1)).single());
		var path = "/batches/" + batch;
		assertThat(page("prepared", officer, path).text()).contains("1—50 ");
		assertThat(this.pages.post(finance, path + "/check", Map.of())).hasStatus3xxRedirection();
		assertThat(page("checked", principal, path).select("tbody tr").size()).isLessThan(80);
		assertThat(this.pages.post(principal, path + "/approval", Map.of())).hasStatus3xxRedirection();
		step("lock", finance, path + "/lock", Map.of());
		var total = this.payday.view(this.ready, batch).total();
		assertThat(total).isEqualTo(Yuan.of("1000").times(ROWS));
		assertThat(this.pages.post(finance, path + "/files", Map.of("format", "GBK_PIPE", "total", "1")))
			.hasStatus(422);
		step("issue", finance, path + "/files", Map.of("format", "GBK_PIPE", "total", total.toString()));
		var answer = new String(this.payday.sent(this.ready, batch), java.nio.charset.Charset.forName("GBK")).lines()
			.skip(1)
			.map((line) -> line.split("\\|"))
			.map((cells) -> String.join("|", "FF-2026-01", cells[0], cells[4],
					(Integer.parseInt(cells[0]) % 7 == 0) ? "1002" : "0000", "", "20261027"))
			.collect(java.util.stream.Collectors.joining("\n"));
		var job = upload(finance, path, answer);
		assertThat(job.getResponse().getRedirectedUrl()).startsWith("/jobs/");
		timed("return", () -> this.jobs.runDue());
		var view = this.payday.view(this.ready, batch);
		assertThat(view.figures().failed()).isEqualTo(ROWS / 7);
		assertThat(view.figures().paid()).isEqualTo(ROWS - ROWS / 7);
		assertThat(view.strip().isEven()).isTrue();
		assertThat(count("bank_upload")).isZero();
		// The same file again: nothing is booked twice.
		upload(finance, path, answer);
		this.jobs.runDue();
		assertThat(this.payday.view(this.ready, batch).returns()).hasSize(1);
		assertThat(page("returned", finance, path + "?rows=FAILED&page=2")
			.select("section[aria-labelledby=rows] tbody tr")).isNotEmpty();
		assertThat(page("failed", finance, path + "/failed?page=2").text()).contains("户名不符");
		assertThat(page("sheets", finance, path + "/sheet").text()).contains("按班或按年级分别打印");
		assertThat(page("summary", finance, path + "/sheet/summary").text()).contains(total.toString());
		assertThat(this.statements.during(() -> this.pages.get(finance, path))).isLessThan(80);
	}

	private void step(String name, Actor actor, String path, Map<String, String> form) {
		var answer = this.pages.post(actor, path, form);
		assertThat(answer.getResponse().getRedirectedUrl()).as(name).startsWith("/jobs/");
		timed(name, this.jobs::runDue);
		assertThat(this.pages.page(actor, answer.getResponse().getRedirectedUrl()).text()).as(name).contains("已全部完成");
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
