package org.nuanyang.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The app dies while a roster is being written: nothing is half there, and the next start
 * writes it once.
 */
@IntegrationTest
class ImportRestartTests {

	@Autowired
	private ImportService imports;

	@Autowired
	private JobService jobs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private Cast cast;

	@Autowired
	private OrgService orgs;

	@Autowired
	private MutableClock clock;

	@Test
	void killedHalfWayItIsWrittenOnceByTheNextStart() throws IOException {
		var school = this.cast.school();
		var officer = school.officer();
		var content = new ClassPathResource("roster/clean.xlsx").getContentAsByteArray();
		var id = officer.scope().call(() -> {
			var uploaded = this.imports.upload(officer, "roster", "clean.xlsx", content);
			this.imports.check(officer, uploaded);
			this.imports.confirm(officer, uploaded);
			return uploaded;
		});
		assertThatThrownBy(() -> writeUntil(officer, id, 200)).isInstanceOf(Killed.class);
		assertThat(pupils(officer, school.schoolId())).isZero();
		leaveBehind(officer, id);
		// Somebody reloads the page: the bar stands where it was, and the page goes on
		// asking.
		var watching = this.pages.get(officer, "/imports/" + id + "/result");
		assertThat(watching).hasHeader("Refresh", "5");
		assertThat(Pages.page(watching).select("progress").attr("value")).isEqualTo("200");
		assertThatThrownBy(() -> officer.scope().run(() -> this.imports.cancel(officer, id)))
			.hasMessage("importing.status.CONFIRMED.closed");
		this.jobs.runDue();
		this.jobs.runDue();
		assertThat(pupils(officer, school.schoolId())).isEqualTo(640);
		assertThat(this.trail.entries(officer, "import.done")).isEqualTo(1);
		assertThat(this.pages.page(officer, "/imports/" + id + "/result").text()).contains("已全部写入：新增 640");
		officer.scope().run(() -> this.imports.undo(officer, id));
		assertThat(pupils(officer, school.schoolId())).isZero();
	}

	@Test
	void howItFailedIsToldToAColleagueWhoMayGiveItUp() {
		var school = this.cast.school();
		var id = confirmed(school.officer());
		var colleague = this.cast.person(this.orgs.place(null, null, school.schoolId()), Role.OFFICER);
		assertThat(this.pages.get(colleague, "/imports/" + id + "/result")).hasHeader("Refresh", "5")
			.bodyText()
			.contains("由" + school.officer().name() + "确认，正在写入");
		fail(school.officer(), id);
		var page = this.pages.page(colleague, "/imports/" + id + "/result");
		assertThat(page.select("[role=alert]").text()).contains("没有完成");
		assertThat(this.pages.post(colleague, page.select("form[action$=cancellation]").attr("action"), Map.of()))
			.hasStatus3xxRedirection();
		assertThat(files(school.officer())).isZero();
	}

	@Test
	void whatNobodyGoesOnWithIsForgottenUnlessItIsBeingWritten() {
		var officer = this.cast.school().officer();
		var left = uploaded(officer);
		var failed = confirmed(officer);
		fail(officer, failed);
		var waiting = confirmed(officer);
		try {
			this.clock.set(MutableClock.START.plusDays(13));
			this.imports.forgetAbandoned();
			assertThat(files(officer)).isEqualTo(3);
			this.clock.set(MutableClock.START.plusDays(15));
			this.imports.forgetAbandoned();
			assertThat(files(officer)).isOne();
			assertThat(List.of(left, failed, waiting)).extracting((id) -> run(officer, id).status())
				.containsExactly(ImportStatus.CANCELLED, ImportStatus.CANCELLED, ImportStatus.CONFIRMED);
			assertThat(this.trail.count(officer,
					"select count(*) from audit_entry where action = 'import.forgotten' and school_id = ?",
					officer.ownSchool()))
				.isEqualTo(2);
		}
		finally {
			this.clock.reset();
			fail(officer, waiting);
		}
	}

	private long uploaded(Actor officer) {
		var content = "学生姓名,公民身份号码,性别,年级,班级\n林例一,10000020150301002X,女,一年级,1班\n".getBytes(StandardCharsets.UTF_8);
		return officer.scope().call(() -> this.imports.upload(officer, "roster", "a.csv", content));
	}

	private long confirmed(Actor officer) {
		var id = uploaded(officer);
		officer.scope().run(() -> {
			this.imports.check(officer, id);
			this.imports.accept(officer, id, null);
			this.imports.confirm(officer, id);
		});
		return id;
	}

	private void fail(Actor officer, long id) {
		this.transactions.executeWithoutResult((status) -> this.jdbc.sql("""
				update job set status = 'FAILED', finished_at = created_at, failure_key = 'job.failed.attempts',
					failure_arguments = '["J7"]'
				where owner_id = ? and payload = ?""").params(officer.userId(), String.valueOf(id)).update());
	}

	private ImportRun run(Actor officer, long id) {
		return officer.scope().call(() -> this.imports.one(officer, id));
	}

	private long files(Actor officer) {
		return this.trail.count(officer, "select count(*) from import_file where school_id = ?", officer.ownSchool());
	}

	private static final class Killed extends Error {

	}

	private void writeUntil(Actor officer, long id, int row) {
		officer.scope()
			.run(() -> this.transactions.executeWithoutResult((status) -> this.imports.write(officer, id, (done) -> {
				if (done == row) {
					throw new Killed();
				}
			})));
	}

	/** The job as a dead worker leaves it: taken, at row 200, its lease run out. */
	private void leaveBehind(Actor officer, long id) {
		this.transactions.executeWithoutResult((status) -> this.jdbc.sql("""
				update job set status = 'RUNNING', attempt = 1, done = 200, started_at = created_at,
					held_until = now() - interval '1 second'
				where owner_id = ? and payload = ?""").params(officer.userId(), String.valueOf(id)).update());
	}

	private long pupils(Actor officer, long schoolId) {
		return this.trail.count(officer, "select count(*) from enrolment where school_id = ?", schoolId);
	}

}
