package org.nuanyang.disbursement;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.disbursement.Payday.Ready;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	/**
	 * What the database sees of a process that is killed: its connection is gone, however
	 * far the step was.
	 */
	@Test
	void aConnectionThatDiesInTheMiddleLeavesTheBatchAsItWas() throws SQLException {
		var finance = this.ready.school().finance();
		var batch = this.payday.approved(this.ready);
		dies(finance, () -> this.payday.batches().lock(finance, batch));
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.APPROVED);
		this.payday.lock(this.ready, batch);
		dies(finance, () -> this.files.issue(finance, batch, "GBK_PIPE", Yuan.of("2500")));
		assertThat(this.payday.view(this.ready, batch).status()).isEqualTo(BatchStatus.LOCKED);
		assertThat(this.payday.view(this.ready, batch).files()).isEmpty();
		this.payday.issue(this.ready, batch, "GBK_PIPE");
		assertThat(this.payday.view(this.ready, batch).files()).hasSize(1);
		assertThat(this.payday.view(this.ready, batch).steps()).hasSize(5);
		assertThat(this.payday.recorded(this.ready.school(), "disbursement.locked")).isOne();
		assertThat(this.payday.recorded(this.ready.school(), "disbursement.file-issued")).isOne();
	}

	/** Waits until the step comes to its entry in the trail, then cuts it off. */
	private static void dies(Actor actor, Runnable work) throws SQLException {
		try (var other = TestDatabase.superuser(TestDatabase.USUAL);
				var statement = other.createStatement();
				var threads = Executors.newSingleThreadExecutor()) {
			other.setAutoCommit(false);
			statement.execute("lock table audit_entry in share mode");
			var step = threads.submit(() -> actor.scope().run(work));
			Awaitility.await("the step is cut off").until(() -> {
				try (var cut = statement.executeQuery("""
						select count(*) from pg_locks l where not l.granted and l.relation = 'audit_entry'::regclass
							and pg_terminate_backend(l.pid)""")) {
					return cut.next() && cut.getInt(1) > 0;
				}
			});
			assertThatThrownBy(step::get).isInstanceOf(ExecutionException.class);
			other.rollback();
		}
	}

	private long count(String sql) {
		return this.payday.sql(this.ready.school(),
				(db) -> db.sql(sql).param(this.ready.school().schoolId()).query((row, n) -> row.getLong(1)).single());
	}

}
