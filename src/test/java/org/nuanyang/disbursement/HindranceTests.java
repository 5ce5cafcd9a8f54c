package org.nuanyang.disbursement;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever may not be paid any more is caught before a batch locks, with the reason. */
@IntegrationTest
@Import(Payday.class)
class HindranceTests {

	@Autowired
	private Payday payday;

	@Autowired
	private Pages pages;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			update enrolment set status = 'ON_LEAVE' | 已休学
			update enrolment set status = 'TRANSFERRED_OUT', left_on = date '2026-10-26' | 已转出
			update enrolment set status = 'GRADUATED', left_on = date '2026-10-26' | 已毕业
			update enrolment set status = 'LEFT', left_on = date '2026-10-26' | 已离校
			update enrolment set boarding = not boarding | 寄宿情况已变""")
	void whatTheRegisterSaysSinceTheListWasMadeStopsTheLock(String change, String reason) {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.approved(ready);
		this.payday.sql(ready.school(),
				(db) -> db.sql(change + " where id = ?").param(ready.pupils().getLast()).update());
		assertRefused(ready, batch, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					update award set status = 'STOPPED', stopped_from = 'AUTUMN' where enrolment_id = ? | 已停发
					update award_term set amount = 250 where award_id = (select id from award where enrolment_id = ?) | 金额已调整""")
	void whatBecameOfTheAwardSinceTheListWasMadeStopsTheLock(String change, String reason) {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.approved(ready);
		this.payday.sql(ready.school(), (db) -> db.sql(change).param(ready.pupils().getLast()).update());
		assertRefused(ready, batch, reason);
	}

	@Test
	void aPupilWhoHasDiedIsNamedAsSuchAndLeftOutOfTheNextList() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.approved(ready);
		var pupil = ready.pupils().getLast();
		assertThat(this.pages.post(ready.school().officer(), "/students/" + pupil + "/death",
				Map.of("day", "2026-10-26", "reason", "因病去世")))
			.hasStatus3xxRedirection();
		assertRefused(ready, batch, "学生已去世");
		this.pages.post(ready.school().principal(), "/batches/" + batch + "/rejection", Map.of("reason", "名单有变"));
		this.pages.post(ready.school().officer(), "/batches/" + batch + "/renewal", Map.of());
		assertThat(this.pages.page(ready.school().officer(), "/batches/" + batch).select("#left-out").parents().text())
			.contains("吴例二", "学生已去世");
	}

	private void assertRefused(Payday.Ready ready, long batch, String reason) {
		assertThat(this.pages.post(ready.school().finance(), "/batches/" + batch + "/lock", Map.of())).hasStatus(422)
			.bodyText()
			.contains("有 1 人现在不能发放：吴例二（", reason);
		assertThat(this.payday.view(ready, batch).status()).isEqualTo(BatchStatus.APPROVED);
	}

}
