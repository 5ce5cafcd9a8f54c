package org.nuanyang.disbursement;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The machine stops in the middle of a step, after everything was written and before it
 * was committed: the batch stands where it stood, and the same step then does its work
 * once.
 */
@IntegrationTest
@Import(Payday.class)
class BatchCrashTests {

	@Autowired
	private Payday payday;

	@Autowired
	private PaymentListService lists;

	@Autowired
	private BankFileService files;

	@Autowired
	private BankReturnService returns;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private MutableClock clock;

	private Ready ready;

	@BeforeEach
	void awardsCanBePaid() {
		this.ready = this.payday.school("10000", "林例一", "吴例二", "冯例三");
	}

	@AfterEach
	void backToNow() {
		this.clock.reset();
	}

	@Test
	void everyStepIsAllOrNothing() {
		var officer = this.ready.school().officer();
		var finance = this.ready.school().finance();
		var principal = this.ready.school().principal();
		var key = UUID.randomUUID();
		crash(officer, () -> this.lists.prepare(officer, this.ready.fund(), Term.AUTUMN, key));
		assertThat(count("select count(*) from payment_batch where school_id = ?")).isZero();
		var batch = this.payday.as(officer, () -> this.lists.prepare(officer, this.ready.fund(), Term.AUTUMN, key));
		step(finance, batch, BatchStatus.PREPARED, () -> this.payday.batches().check(finance, batch, null));
		step(principal, batch, BatchStatus.CHECKED, () -> this.payday.batches().approve(principal, batch, null));
		step(finance, batch, BatchStatus.APPROVED, () -> this.payday.batches().lock(finance, batch));
		step(finance, batch, BatchStatus.LOCKED, () -> this.files.issue(finance, batch, "GBK_PIPE", Yuan.of("2500")));
		var answer = this.payday.answer(this.ready, batch, Map.of());
		step(finance, batch, BatchStatus.FILE_ISSUED, () -> this.returns.take(finance, batch, "1.txt", answer));
		step(finance, batch, BatchStatus.PAID, () -> this.payday.batches().close(finance, batch));
		var view = this.payday.view(this.ready, batch);
		assertThat(view.status()).isEqualTo(BatchStatus.CLOSED);
		assertThat(view.files()).hasSize(1);
		assertThat(view.returns()).hasSize(1);
		assertThat(view.strip().isEven()).isTrue();
		assertThat(view.fund().balance().toString()).contains("holds=7,500.00", "promised=0.00", "paid=2,500.00");
		assertThat(view.steps()).hasSize(7);
		assertThat(count("select count(*) from journal_entry where school_id = ?")).isEqualTo(3);
	}

	/** Once cut off before its commit, then to the end. */
	private void step(Actor actor, long batch, BatchStatus before, Runnable work) {
		var steps = this.payday.view(this.ready, batch).steps().size();
		crash(actor, work);
		var after = this.payday.view(this.ready, batch);
		assertThat(after.status()).isEqualTo(before);
		assertThat(after.steps()).hasSize(steps);
		this.payday.as(actor, work);
	}

	private void crash(Actor actor, Runnable work) {
		actor.scope().run(() -> this.transactions.executeWithoutResult((tx) -> {
			work.run();
			tx.setRollbackOnly();
		}));
	}

	private long count(String sql) {
		return this.payday.sql(this.ready.school(),
				(db) -> db.sql(sql).param(this.ready.school().schoolId()).query((row, n) -> row.getLong(1)).single());
	}

}
