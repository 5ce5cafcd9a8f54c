package org.nuanyang.demo;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.Statements;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** 5,000 payments of one batch, from the list to the last posting. */
final class BenchmarkBatch {

	private static final int ROWS = 5_000;

	/** Of so many some are in need, and one of these stands for all the others. */
	private static final int PUPILS = 8;

	/**
	 * What the rows of a batch are in the end, written once more into tables of the same
	 * shape.
	 */
	private static final List<String> WRITTEN = List.of("payment_row", "payment_outcome", "bank_return_line");

	private final BenchmarkCounty county;

	BenchmarkBatch(BenchmarkCounty county) {
		this.county = county;
	}

	void run() {
		var filled = this.county.filled("p", 1, PUPILS);
		var round = awarded(filled);
		multiply(filled.school());
		var money = new DemoMoney(this.county.services(), round, Yuan.of("99999999"));
		this.county.table().said("");
		this.county.table()
			.said(String.format(Locale.ROOT, "%-44s %8s %6s", "batch of %,d payments".formatted(ROWS), "s", "SQL"));
		var batch = timed("list", () -> money.prepare(Term.AUTUMN));
		var whole = pay(round, money, batch);
		var select = selected(filled.school(), batch);
		this.county.table()
			.said(String.format(Locale.ROOT, "%-44s %8.2f", "the same rows by one INSERT … SELECT each", select));
		this.county.table()
			.said(String.format(Locale.ROOT, "lock, file and return %,.0f rows/s; / INSERT … SELECT %.2f", ROWS / whole,
					select / whole));
	}

	/** A few pupils with an award and an account in force. */
	private DemoRound awarded(BenchmarkCounty.Filled filled) {
		var round = this.county.round(filled, 12);
		var intake = new DemoIntake(round);
		var decisions = new DemoDecisions(round);
		var cases = intake.apply(filled.classes().getLast().id(), 0, PUPILS);
		DemoYear.appraised(intake, decisions, cases);
		intake.enterAccounts(cases, true);
		decisions.decide();
		decisions.publish();
		round.later(6);
		var filing = decisions.file();
		DemoYear.accept(round, filing, this.county.official("bfiling"));
		return round;
	}

	/** Pupils, awards and accounts beside the first one's: they are not what is timed. */
	private void multiply(DemoStaff.School school) {
		inScope(school, (database) -> {
			for (var sql : List.of(
					"""
							create temporary table copy on commit drop as
								select n, nextval('id_seq') as person, nextval('id_seq') as enrolment, nextval('id_seq') as award, e.id as of
								from (select min(enrolment_id) as id, count(*) as awards from award where school_id = %1$d) e,
									lateral generate_series(e.awards + 1, %2$d) n"""
						.formatted(school.id(), ROWS),
					"""
							insert into person select (jsonb_populate_record(p, jsonb_build_object('id', c.person, 'name', p.name || c.n,
									'id_fingerprint', null, 'id_number', null))).*
								from copy c join enrolment e on e.id = c.of join person p on p.id = e.person_id""",
					"""
							insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', c.enrolment,
									'person_id', c.person, 'registry_fingerprint', null, 'registry_number', null, 'registry_tail', null))).*
								from copy c join enrolment e on e.id = c.of""",
					"""
							insert into award select (jsonb_populate_record(a, jsonb_build_object('id', c.award, 'person_id', c.person,
									'enrolment_id', c.enrolment))).*
								from copy c join award a on a.enrolment_id = c.of""",
					"""
							insert into award_term select c.award, t.school_id, t.term, t.amount, t.tier
								from copy c join award a on a.enrolment_id = c.of join award_term t on t.award_id = a.id""",
					"""
							insert into payee select (jsonb_populate_record(y, jsonb_build_object('id', nextval('id_seq'),
									'enrolment_id', c.enrolment))).*
								from copy c join payee y on y.enrolment_id = c.of""")) {
				database.update(sql);
			}
			return true;
		});
	}

	/**
	 * @return seconds from the lock to the last posting
	 */
	private double pay(DemoRound round, DemoMoney money, long batch) {
		var services = this.county.services();
		var finance = round.school().finance();
		var principal = round.school().principal();
		timed("check", () -> round.as(finance, () -> services.batches().check(finance, batch, null)));
		timed("approve", () -> round.as(principal, () -> services.batches().approve(principal, batch, null)));
		var begun = System.nanoTime();
		timed("lock", () -> round.as(finance, () -> services.batches().lock(finance, batch)));
		timed("file for the bank", () -> round.as(finance, () -> {
			var total = services.batches().batch(finance, batch).total();
			services.bankFiles().issue(finance, batch, "GBK_PIPE", total);
		}));
		var answered = System.nanoTime();
		var answer = round.later(2).as(finance, () -> money.answer(finance, batch));
		var waited = System.nanoTime() - answered;
		timed("return, matched and booked",
				() -> round.as(finance, () -> services.bankReturns().take(finance, batch, "回盘.txt", answer)));
		timed("close", () -> round.as(finance, () -> services.batches().close(finance, batch)));
		return (System.nanoTime() - begun - waited) / 1e9;
	}

	private void timed(String name, Runnable step) {
		timed(name, () -> {
			step.run();
			return true;
		});
	}

	private <T> T timed(String name, Supplier<T> step) {
		var statements = Statements.ofAll();
		var begun = System.nanoTime();
		var made = step.get();
		this.county.table()
			.said(String.format(Locale.ROOT, "%-44s %8.2f %6d", name, (System.nanoTime() - begun) / 1e9,
					Statements.ofAll() - statements));
		return made;
	}

	/**
	 * @return seconds that the database takes for as many rows of the same kind
	 */
	private double selected(DemoStaff.School school, long batch) {
		return inScope(school, (database) -> {
			var taken = 0L;
			for (var table : WRITTEN) {
				database.execute("create temporary table copy_of_%s (like %1$s including indexes) on commit drop"
					.formatted(table));
				var begun = System.nanoTime();
				database.update("insert into copy_of_%s select * from %1$s where batch_id = ?".formatted(table), batch);
				taken += System.nanoTime() - begun;
			}
			return taken / 1e9;
		});
	}

	private <T> T inScope(DemoStaff.School school, Function<JdbcTemplate, T> work) {
		return school.officer()
			.scope()
			.call(() -> Objects.requireNonNull(this.county.bean(TransactionTemplate.class)
				.execute((status) -> work.apply(this.county.bean(JdbcTemplate.class)))));
	}

}
