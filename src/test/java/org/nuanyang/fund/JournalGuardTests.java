package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Scope;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Refusal;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database refuses by itself, without any service, as the app's own role. */
@IntegrationTest
class JournalGuardTests {

	@Autowired
	private Cast cast;

	@Autowired
	private FundService funds;

	@Autowired
	private ProgrammeService programmes;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private PlatformTransactionManager manager;

	private TestSchool school;

	private FundView fund;

	@BeforeEach
	void aFundWithAThousand() {
		this.school = this.cast.school();
		var finance = this.school.finance();
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		this.fund = finance.scope().call(() -> {
			var id = this.funds.open(finance, "专账", FundSource.COUNTY, programme, new SchoolYear(2026));
			this.funds.receive(finance, id, "1号", LocalDate.of(2026, 10, 14), Yuan.of("1000"), null);
			return this.funds.fund(finance, id);
		});
	}

	@Test
	void refusesAnUnbalancedEntry() {
		assertRefused("journal_entry_balanced", (jdbc) -> {
			var entry = entry("RECEIPT", "100", "a", 2026);
			posting(entry, "BANK", "DEBIT", "100");
			posting(entry, "FUND", "CREDIT", "99.99");
		});
	}

	@Test
	void refusesAnEntryWithoutLines() {
		assertRefused("journal_entry_balanced", (jdbc) -> entry("RECEIPT", "100", "a", 2026));
	}

	@Test
	void refusesALineAddedToAnOldEntryEvenABalancedOne() {
		var old = inSchool(() -> this.jdbc.queryForObject("select id from journal_entry where fund_id = ?", Long.class,
				this.fund.id()));
		assertRefused("journal_entry_balanced", (jdbc) -> {
			posting(old, "BANK", "DEBIT", "50");
			posting(old, "FUND", "CREDIT", "50");
		});
	}

	@Test
	void refusesRedLinesInABlackEntry() {
		assertRefused("journal_entry_balanced", (jdbc) -> {
			var entry = entry("RECEIPT", "100", "a", 2026);
			posting(entry, "BANK", "DEBIT", "150");
			posting(entry, "BANK", "DEBIT", "-50");
			posting(entry, "FUND", "CREDIT", "100");
		});
	}

	@Test
	void refusesToChangeOrDeleteWhatIsBooked() {
		for (var table : List.of("posting", "journal_entry", "fund_receipt")) {
			assertRefused("permission denied", (jdbc) -> jdbc.update("delete from " + table));
			assertRefused("permission denied", (jdbc) -> jdbc.update("update " + table + " set school_id = school_id"));
			// Not even the owner of the schema.
			assertThatThrownBy(
					() -> TestDatabase.asOwner("delete from " + table + " where school_id = " + this.school.schoolId()))
				.hasStackTraceContaining("never changed");
			assertThatThrownBy(() -> TestDatabase.asOwner("truncate " + table + " cascade"))
				.hasStackTraceContaining("never changed");
		}
		assertRefused("permission denied", (jdbc) -> jdbc.update("update fund set last_voucher = 0"));
	}

	@Test
	void refusesToOverdrawAnyAccount() {
		assertRefused("fund_never_negative", (jdbc) -> promise("1000.01", "a"));
		assertRefused("fund_never_negative", (jdbc) -> {
			// Paying what was never promised.
			var entry = entry("PAYMENT", "10", "b", 2026);
			posting(entry, "PAYABLE", "DEBIT", "10");
			posting(entry, "BANK", "CREDIT", "10");
		});
		assertThat(balance().holds()).isEqualTo(Yuan.of("1000"));
	}

	@Test
	void refusesToSpendOutsideThePurpose() {
		assertRefused("journal_entry_keeps_to_the_purpose", (jdbc) -> {
			var entry = entry("PROMISE", "10", "a", 2025);
			posting(entry, "FUND", "DEBIT", "10");
			posting(entry, "PAYABLE", "CREDIT", "10");
		});
		assertRefused("journal_entry_names_its_purpose", (jdbc) -> entry("PAYMENT", "10", "a", null));
	}

	@Test
	void booksAnEventOnce() {
		inSchool(() -> promise("10", "promise:1"));
		assertRefused("journal_entry_event_once", (jdbc) -> promise("10", "promise:1"));
	}

	@Test
	void anotherSchoolNeitherReadsNorBooks() {
		var stranger = this.cast.school();
		var seen = stranger.finance()
			.scope()
			.call(() -> tx(TransactionDefinition.ISOLATION_DEFAULT).execute((status) -> this.jdbc
				.queryForList("select id from posting where fund_id = ?", Long.class, this.fund.id())));
		assertThat(seen).isEmpty();
		assertThatThrownBy(() -> stranger.finance()
			.scope()
			.run(() -> tx(TransactionDefinition.ISOLATION_DEFAULT)
				.executeWithoutResult((status) -> entry("RECEIPT", "1", "x", 2026))))
			.hasStackTraceContaining("row-level security");
	}

	@Test
	void theGuardSeesWhatAForeignScopeDoesNot() {
		// A transaction that may write the school but read nothing of it cannot spend the
		// fund twice.
		inSchool(() -> promise("900", "promise:1"));
		var blind = new Scope(java.util.Set.of(), java.util.Set.of(this.school.schoolId()), java.util.Set.of());
		assertThatThrownBy(
				() -> blind.run(() -> tx(TransactionDefinition.ISOLATION_DEFAULT).executeWithoutResult((status) -> {
					this.jdbc.update(ENTRY_AT, -7, this.school.schoolId(), this.fund.id(), "PROMISE",
							this.fund.programmeId(), 2026, new java.math.BigDecimal("200"), "promise:2",
							this.school.finance().userId());
					this.jdbc.update(POSTING, this.school.schoolId(), this.fund.id(), -7, "FUND", "DEBIT",
							new java.math.BigDecimal("200"));
				})))
			.satisfies((refusal) -> assertThat(Refusal.reason(refusal)).contains("fund_never_negative"));
	}

	@Test
	void manyThreadsNeverPromiseMoreThanThereIs() throws Exception {
		assertThat(race(TransactionDefinition.ISOLATION_READ_COMMITTED)).isEqualTo(10);
		assertThat(balance().free()).isEqualTo(Yuan.ZERO);
	}

	@Test
	void norUnderAnIsolationThatReadsTheOldState() throws Exception {
		assertThat(race(TransactionDefinition.ISOLATION_REPEATABLE_READ)).isLessThanOrEqualTo(10);
		assertThat(balance().free().isNegative()).isFalse();
	}

	private long race(int isolation) throws Exception {
		try (var threads = Executors.newFixedThreadPool(12)) {
			var tries = java.util.stream.IntStream.range(0, 40)
				.<Callable<Boolean>>mapToObj((n) -> () -> this.school.finance().scope().call(() -> {
					try {
						tx(isolation).executeWithoutResult((status) -> promise("100", "race:" + n));
						return true;
					}
					catch (DataAccessException ex) {
						return false;
					}
				}))
				.toList();
			var done = 0;
			for (var result : threads.invokeAll(tries)) {
				done += result.get() ? 1 : 0;
			}
			return done;
		}
	}

	@Test
	void theServiceSaysHowMuchIsMissing() {
		var finance = this.school.finance();
		var what = new Spending(this.fund.id(), this.fund.programmeId(), this.fund.year(), "test", 1, "FF-1", 3,
				LocalDate.of(2026, 10, 14), "promise:1");
		assertThatThrownBy(() -> inSchool(() -> {
			this.funds.promise(finance, what, Yuan.of("1500.50"));
			return true;
		})).isInstanceOfSatisfying(RuleViolation.class, (violation) -> {
			assertThat(violation.key()).isEqualTo("fund.short");
			assertThat(violation.arguments()).containsExactly("专账", "1,000.00", "1,500.50", "500.50");
		});
	}

	private static final String ENTRY_AT = """
			insert into journal_entry (id, school_id, fund_id, entry_date, kind, programme_id, school_year, source_type,
				source_id, reference, total, event_key, recorded_by, recorded_by_name, recorded_at)
			values (?, ?, ?, '2026-10-14', ?, ?, ?, 'test', 1, 'x', ?, ?, ?, '测试', now())
			""";

	private static final String POSTING = """
			insert into posting (id, school_id, fund_id, entry_id, account, side, amount)
			values (nextval('id_seq'), ?, ?, ?, ?, ?, ?)
			""";

	private long entry(String kind, String total, String event, @Nullable Integer year) {
		long id = Objects.requireNonNull(this.jdbc.queryForObject("select nextval('id_seq')", Long.class));
		this.jdbc.update(ENTRY_AT, id, this.school.schoolId(), this.fund.id(), kind,
				(year != null) ? this.fund.programmeId() : null, year, new java.math.BigDecimal(total), event,
				this.school.finance().userId());
		return id;
	}

	private void posting(long entry, String account, String side, String amount) {
		this.jdbc.update(POSTING, this.school.schoolId(), this.fund.id(), entry, account, side,
				new java.math.BigDecimal(amount));
	}

	private long promise(String amount, String event) {
		var entry = entry("PROMISE", amount, event, 2026);
		posting(entry, "FUND", "DEBIT", amount);
		posting(entry, "PAYABLE", "CREDIT", amount);
		return entry;
	}

	private FundBalance balance() {
		return this.school.finance()
			.scope()
			.call(() -> this.funds.fund(this.school.finance(), this.fund.id()))
			.balance();
	}

	private <T> T inSchool(Callable<T> work) {
		return this.school.finance()
			.scope()
			.call(() -> tx(TransactionDefinition.ISOLATION_DEFAULT).execute((status) -> {
				try {
					return work.call();
				}
				catch (RuntimeException ex) {
					throw ex;
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			}));
	}

	private void assertRefused(String why, Consumer<JdbcTemplate> work) {
		assertThatThrownBy(() -> inSchool(() -> {
			work.accept(this.jdbc);
			return true;
		})).satisfies((refusal) -> assertThat(Refusal.reason(refusal)).contains(why));
	}

	private TransactionTemplate tx(int isolation) {
		var template = new TransactionTemplate(this.manager);
		template.setIsolationLevel(isolation);
		return template;
	}

}
