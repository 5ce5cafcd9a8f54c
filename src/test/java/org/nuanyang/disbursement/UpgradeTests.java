package org.nuanyang.disbursement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanyang.audit.AuditChain;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Snapshot;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.user.UserService;
import org.nuanyang.vault.Vault;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database of an earlier release, with people, cases and money in it, started with
 * the program of today: a school that installs a new version loses nothing.
 */
@IntegrationTest
@ContextConfiguration(initializers = UpgradeTests.EarlierRelease.class)
class UpgradeTests {

	/** The last migration of the release that {@link UpgradeSample} kept. */
	private static final String RELEASE = "20261122.2201";

	@Autowired
	private UserService users;

	@Autowired
	private Pages pages;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private AuditChain chain;

	@Autowired
	private Vault vault;

	@Test
	void everySealedFieldIsStillRead() {
		officer().scope().run(() -> this.transactions.executeWithoutResult((status) -> {
			for (var column : List.of("person.id_number", "enrolment.registry_number", "payee.account",
					"payment_row.account", "filing_row.id_number")) {
				var parts = column.split("\\.");
				var sealed = this.jdbc.sql("select %s from %s where %1$s is not null".formatted(parts[1], parts[0]))
					.query((row, number) -> row.getBytes(1))
					.list();
				assertThat(sealed).as(column).isNotEmpty();
				assertThat(sealed).as(column)
					.allSatisfy((one) -> assertThat(this.vault.open(column, one)).isNotBlank());
			}
		}));
	}

	@Test
	void theBooksBalanceAndTheTrailIsOneChain() {
		var sums = officer().scope().call(() -> this.transactions.execute((status) -> this.jdbc.sql("""
				select sum(amount) filter (where side = 'DEBIT') as debit,
					sum(amount) filter (where side = 'CREDIT') as credit from posting""").query().singleRow()));
		assertThat(Objects.requireNonNull(sums).get("debit")).isNotNull().isEqualTo(sums.get("credit"));
		while (this.chain.seal() > 0) {
			// What the new release wrote on its own.
		}
		assertThat(this.chain.verify().intact()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "officer1, /students, 吴例二", "officer2, /applications, 郑例四", "officer1, /notices, 2026-10-19",
			"officer1, /filings, 2026", "officer1, /awards, 冯例三", "finance1, /funds, 县级财政专项",
			"finance1, /batches, 2026", "principal2, /appraisals, 2026", "auditor1, /audit, 测试" })
	void whatWasThereIsShown(String username, String path, String known) {
		var answer = this.pages.get(actor(username), path);
		assertThat(answer).hasStatusOk();
		assertThat(Pages.page(answer).select("main").text()).contains(known);
	}

	@Test
	void workGoesOn() {
		var pupil = officer().scope()
			.call(() -> this.transactions
				.execute((status) -> this.jdbc.sql("select min(id) from enrolment").query(Long.class).single()));
		assertThat(this.pages.post(officer(), "/students/" + pupil + "/leave",
				Map.of("day", "2026-10-13", "reason", "在家养病")))
			.hasStatus3xxRedirection();
		assertThat(this.pages.page(officer(), "/students/" + pupil).select("main").text()).contains("在家养病");
	}

	private Actor officer() {
		return actor("officer1");
	}

	private Actor actor(String username) {
		return this.users.loadUserByUsername(username).actor();
	}

	/** Those that the app finds as beans of its own. */
	private static JavaMigration[] javaMigrations() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(JavaMigration.class));
		return scanner.findCandidateComponents("org.nuanyang")
			.stream()
			.map((found) -> (JavaMigration) BeanUtils
				.instantiateClass(ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null)))
			.toArray(JavaMigration[]::new);
	}

	static class EarlierRelease implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private static final String DATABASE = "upgraded";

		private static final Path SAMPLE = Path.of("src", "test", "resources", "upgrade");

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			var settings = new HashMap<>(TestDatabase.properties(DATABASE));
			Flyway.configure()
				.dataSource(settings.get("spring.flyway.url"), settings.get("spring.flyway.user"),
						settings.get("spring.flyway.password"))
				.placeholders(Map.of("app_role", "nuanyang_app"))
				.javaMigrations(javaMigrations())
				.target(RELEASE)
				.load()
				.migrate();
			try (var superuser = TestDatabase.superuser(DATABASE);
					var rows = Files.newInputStream(SAMPLE.resolve("rows.gz"))) {
				Snapshot.read(superuser, rows);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
			settings.put("nuanyang.key-file", SAMPLE.resolve("key.json").toString());
			TestPropertyValues.of(settings).applyTo(context);
		}

	}

}
