package org.nuanyang.disbursement;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Term;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Refusal;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database refuses about payments by itself, as the app's own role. */
@IntegrationTest
@Import(Payday.class)
class PaymentGuardTests {

	@Autowired
	private Payday payday;

	@Autowired
	private BatchService batches;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private MutableClock clock;

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void aListThatIsCheckedNoLongerChanges() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.prepared(ready);
		assertRefused(ready, "never changed",
				(db) -> db.sql("update payment_row set amount = 1 where batch_id = ?").param(batch).update());
		this.payday.as(ready.school().finance(), () -> this.batches.check(ready.school().finance(), batch, null));
		assertRefused(ready, "payment_list_frozen",
				(db) -> db.sql("delete from payment_row where batch_id = ?").param(batch).update());
		assertRefused(ready, "payment_list_frozen",
				(db) -> db
					.sql("""
							insert into payment_left_out (id, school_id, batch_id, enrolment_id, pupil_name, class_name, amount, reason)
							select nextval('id_seq'), school_id, batch_id, enrolment_id, 'x', 'x', 1, 'x' from payment_row
							where batch_id = ?""")
					.param(batch)
					.update());
		assertRefused(ready, "the figures of a batch are frozen",
				(db) -> db.sql("update payment_batch set total = 1 where id = ?").param(batch).update());
		assertRefused(ready, "what a batch is for does not change",
				(db) -> db.sql("update payment_batch set term = 'SPRING' where id = ?").param(batch).update());
		assertRefused(ready, "permission denied",
				(db) -> db.sql("delete from payment_batch where id = ?").param(batch).update());
		assertThatThrownBy(() -> TestDatabase.asOwner("update payment_row set amount = 1"))
			.hasStackTraceContaining("never changed");
	}

	@Test
	void aBatchTakesNoShortCut() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.prepared(ready);
		var school = ready.school();
		assertRefused(ready, "does not go from PREPARED to APPROVED",
				(db) -> db
					.sql("update payment_batch set status = 'APPROVED', checked_by = ?, approved_by = ? where id = ?")
					.params(school.finance().userId(), school.principal().userId(), batch)
					.update());
		assertRefused(ready, "payment_batch_checked_by_another",
				(db) -> db.sql("update payment_batch set status = 'CHECKED', checked_by = ? where id = ?")
					.params(school.officer().userId(), batch)
					.update());
		this.payday.approve(ready, batch);
		assertRefused(ready, "has no claim",
				(db) -> db.sql("update payment_batch set status = 'LOCKED' where id = ?").param(batch).update());
		assertRefused(ready, "bank_file_of_locked_batch", (db) -> db
			.sql("""
					insert into bank_file (id, school_id, batch_id, part, format, file_name, sha256, row_count, total, content,
						issued_by, issued_by_name, issued_at)
					values (nextval('id_seq'), ?, ?, 1, 'XLSX', 'x', repeat('0', 64), 1, 1, ''::bytea, ?, 'x', now())""")
			.params(school.schoolId(), batch, school.finance().userId())
			.update());
	}

	@Test
	void aFundOfAnotherPurposeTakesNoBatch() {
		var ready = this.payday.school("10000", "林例一");
		assertRefused(ready, "payment_batch_keeps_to_the_purpose", (db) -> db.sql("""
				insert into payment_batch (id, school_id, number, programme_id, school_year, term, fund_id, status,
					row_count, total, prepared_by, request_key, created_at)
				select nextval('id_seq'), school_id, 'X', programme_id, 2025, 'AUTUMN', id, 'PREPARED', 0, 0, ?,
					gen_random_uuid(), now() from fund where id = ?""")
			.params(ready.school().officer().userId(), ready.fund())
			.update());
	}

	@Test
	void claimsAreReadAndWrittenByNobody() {
		var ready = this.payday.school("10000", "林例一");
		for (var sql : new String[] { "select * from payment_claim", "delete from payment_claim",
				"update payment_claim set row_id = row_id" }) {
			assertRefused(ready, "permission denied", (db) -> db.sql(sql).query().listOfRows());
		}
		var batch = this.payday.approved(ready);
		var stranger = this.payday.school("1", "陈例五");
		assertThatThrownBy(() -> this.payday.sql(stranger.school(),
				(db) -> db.sql("select take_claims(?)").param(batch).query().listOfRows()))
			.hasStackTraceContaining("not of this school");
		assertThatThrownBy(() -> this.payday.sql(ready.school(),
				(db) -> db.sql("select own_batch(?, 'APPROVED')").param(batch).query().listOfRows()))
			.hasStackTraceContaining("permission denied");
		// Whether a child of another school is paid is not answered.
		var person = person(ready, 0);
		this.payday.lock(ready, batch);
		assertThat(taken(ready, person)).isTrue();
		assertThat(taken(stranger, person)).isFalse();
	}

	@Test
	void theSameChildIsNotPaidTwiceByAnotherSchool() {
		var first = this.payday.school("10000", "林例一", "吴例二");
		var second = this.payday.school("10000", "冯例三", "陈例五");
		sameChild(first, second);
		var theirs = this.payday.prepared(second);
		this.payday.locked(first);
		this.payday.approve(second, theirs);
		assertThatThrownBy(() -> this.payday.lock(second, theirs)).isInstanceOfSatisfying(RuleViolation.class,
				(refusal) -> {
					assertThat(refusal.key()).isEqualTo("disbursement.refused.claim");
					assertThat(refusal.arguments()).containsExactly("FF-2026-01", 1, "林例一");
				});
		// Made anew, the list leaves the child out and says why; the other one is paid.
		var finance = second.school().finance();
		var officer = second.school().officer();
		this.payday.as(finance, () -> this.batches.sendBack(finance, theirs, "与上一批次的名单完全重复"));
		this.payday.as(officer, () -> this.lists.renew(officer, theirs));
		var view = this.payday.view(second, theirs);
		assertThat(this.payday.leftOut(second, theirs)).extracting(LeftOut::name, LeftOut::reason)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("林例一", LeftOutReason.CLAIMED));
		this.payday.lock(second, this.payday.approve(second, theirs));
	}

	@Test
	void ofTwoSchoolsLockingAtOnceOneIsRefused() throws Exception {
		var first = this.payday.school("10000", "林例一", "吴例二");
		var second = this.payday.school("10000", "冯例三", "陈例五");
		sameChild(first, second);
		var batches = Map.of(first, this.payday.approved(first), second, this.payday.approved(second));
		try (var threads = Executors.newFixedThreadPool(2)) {
			var tries = batches.entrySet().stream().<Callable<Boolean>>map((entry) -> () -> {
				try {
					this.payday.lock(entry.getKey(), entry.getValue());
					return true;
				}
				catch (RuleViolation ex) {
					return false;
				}
			}).toList();
			var locked = 0;
			for (var result : threads.invokeAll(tries)) {
				locked += result.get() ? 1 : 0;
			}
			assertThat(locked).isOne();
		}
	}

	@Test
	void manyClicksAtOncePrepareOneBatchAndApproveItOnce() throws Exception {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var officer = ready.school().officer();
		var key = UUID.randomUUID();
		try (var threads = Executors.newFixedThreadPool(8)) {
			var prepare = java.util.Collections.<Callable<Long>>nCopies(8,
					() -> this.payday.as(officer, () -> this.lists.prepare(officer, ready.fund(), Term.AUTUMN, key)));
			var ids = new java.util.HashSet<Long>();
			for (var result : threads.invokeAll(prepare)) {
				ids.add(result.get());
			}
			assertThat(ids).hasSize(1);
			var batch = ids.iterator().next();
			var finance = ready.school().finance();
			var principal = ready.school().principal();
			this.payday.as(finance, () -> this.batches.check(finance, batch, null));
			var approve = java.util.Collections.<Callable<Boolean>>nCopies(8, () -> this.payday.as(principal, () -> {
				this.batches.approve(principal, batch, null);
				return true;
			}));
			for (var result : threads.invokeAll(approve)) {
				assertThat(result.get()).isTrue();
			}
			assertThat(this.payday.view(ready, batch).fund().balance().promised().toString()).isEqualTo("1,750.00");
		}
	}

	@Test
	void nothingIsPaidWithoutAClaimOrBeforeItIsSentOrWithAnotherAmount() {
		var ready = this.payday.school("10000", "林例一", "吴例二");
		var batch = this.payday.issued(ready, "GBK_PIPE");
		this.payday.take(ready, batch, "1.txt", this.payday.answer(ready, batch, Map.of("吴例二", "0001")));
		var open = this.payday.rows(ready, batch, RowFilter.OPEN).getFirst();
		var paid = this.payday.rows(ready, batch, RowFilter.PAID).getFirst();
		assertRefused(ready, "payment_outcome_of_claim", (db) -> outcome(db, ready, batch, open.id(), "749.99"));
		assertRefused(ready, "payment_outcome_once", (db) -> outcome(db, ready, batch, paid.id(), "1000.00"));
		assertRefused(ready, "permission denied", (db) -> db.sql("update payment_outcome set amount = 1").update());
		var other = this.payday.school("10000", "冯例三");
		var unsent = this.payday.locked(other);
		assertThat(this.payday.rows(other, unsent)).hasSize(1);
	}

	private static int outcome(JdbcClient db, Ready ready, long batch, long row, String amount) {
		return db
			.sql("""
					insert into payment_outcome (id, school_id, batch_id, row_id, return_id, kind, result, amount, settled_on,
						recorded_by, recorded_at)
					select nextval('id_seq'), r.school_id, r.batch_id, ?, r.id, 'PAID', 'PAID', ?, date '2026-10-27', ?, now()
					from bank_return r where r.batch_id = ?""")
			.params(row, new java.math.BigDecimal(amount), ready.school().finance().userId(), batch)
			.update();
	}

	@Test
	void anotherSchoolSeesNothingOfABatch() {
		var ready = this.payday.school("10000", "林例一");
		var batch = this.payday.issued(ready, "GBK_PIPE");
		this.payday.take(ready, batch, "1.txt", this.payday.answer(ready, batch, Map.of()));
		var stranger = this.payday.school("1", "陈例五").school();
		for (var table : new String[] { "payment_batch where id", "payment_row where batch_id",
				"payment_step where batch_id", "bank_file where batch_id", "bank_return where batch_id",
				"bank_return_line where batch_id", "payment_outcome where batch_id" }) {
			var sql = "select count(*) from " + table + " = ?";
			assertThat(count(ready.school(), sql, batch)).as(table).isPositive();
			assertThat(count(stranger, sql, batch)).as(table).isZero();
		}
	}

	private long count(org.nuanyang.support.TestSchool school, String sql, long batch) {
		return this.payday.sql(school, (db) -> db.sql(sql).param(batch).query((row, n) -> row.getLong(1)).single());
	}

	/**
	 * The first pupil of the second school turns out to be the first pupil of the first
	 * school; both have an award, and only the claim stands between the two payments.
	 */
	private void sameChild(Ready first, Ready second) {
		var person = person(first, 0);
		TestDatabase
			.asOwner("update enrolment set person_id = " + person + " where id = " + second.pupils().getFirst());
	}

	private long person(Ready ready, int pupil) {
		return this.payday.sql(ready.school(),
				(db) -> db.sql("select person_id from enrolment where id = ?")
					.param(ready.pupils().get(pupil))
					.query((row, n) -> row.getLong(1))
					.single());
	}

	private boolean taken(Ready ready, long person) {
		return !this.payday
			.sql(ready.school(),
					(db) -> db.sql("select claims_taken(?, 2026, 'AUTUMN', ?)")
						.params(this.payday.programme(), new Long[] { person })
						.query()
						.listOfRows())
			.isEmpty();
	}

	private void assertRefused(Ready ready, String why, Function<JdbcClient, Object> work) {
		assertThatThrownBy(() -> this.payday.sql(ready.school(), work))
			.satisfies((refusal) -> assertThat(Refusal.reason(refusal)).contains(why));
	}

}
