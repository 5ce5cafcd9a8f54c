package org.nuanyang.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanyang.Nuanyang;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.audit.AuditChain;
import org.nuanyang.database.EmbeddedBackup;
import org.nuanyang.database.StartupRefused;
import org.nuanyang.kernel.Scope;
import org.nuanyang.support.Cast;
import org.nuanyang.support.Pages;
import org.nuanyang.user.UserService;
import org.nuanyang.vault.Vault;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The app as a person starts it on a fresh machine: its own server, its own keys, the
 * demo county.
 */
@SpringBootTest(properties = { "management.server.port=-1", "logging.file.name=" })
@AutoConfigureMockMvc
@DirtiesContext
class DemoCountyTests {

	/** Named as the vault labels them: table and column. */
	private static final List<String> SEALED = List.of("person.id_number", "enrolment.registry_number",
			"enrolment.phone", "enrolment.address", "guardian.phone", "guardian.id_number", "payee.account",
			"payment_row.account", "filing_row.id_number");

	@DynamicPropertySource
	static void freshDirectory(DynamicPropertyRegistry properties) {
		var directory = Path.of("target", "test-data", "demo-" + System.nanoTime());
		properties.add("nuanyang.data", directory::toString);
	}

	@Autowired
	private UserService users;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private AuditChain chain;

	@Autowired
	private List<WorkItemSource> sources;

	@Autowired
	private Clock clock;

	@Autowired
	private Environment settings;

	@Autowired
	private MockMvcTester mvc;

	@Test
	void theCountyLivesAndItsBooksBalance() {
		var county = this.users.loadUserByUsername("county").actor();
		assertThat(county.scope().read()).hasSize(3);
		assertThat(count(county.scope(), "select count(*) from enrolment where status = 'ENROLLED'")).isBetween(1900L,
				2200L);
		assertThat(count(county.scope(), "select count(distinct status) from aid_application"))
			.as("statuses that cases are in")
			.isEqualTo(ApplicationStatus.values().length);
		assertThat(count(county.scope(), "select count(*) from payment_batch where status = 'CLOSED'")).isEqualTo(2);
		assertThat(count(county.scope(), "select count(*) from payment_batch where status = 'PARTLY_PAID'")).isOne();
		assertThat(count(county.scope(), "select count(*) from payment_batch where status = 'PREPARED'")).isOne();
		assertThat(count(county.scope(),
				"select sum(case side when 'DEBIT' then amount else -amount end)::bigint from posting"))
			.isZero();
		assertThat(count(Scope.NONE, "select count(*) from enrolment")).isZero();
		while (this.chain.seal() > 0) {
			// Until the sealer has caught up.
		}
		assertThat(this.chain.verify().intact()).isTrue();
	}

	@Test
	void everybodyHasWorkAndNotAllOfItIsLate() {
		for (var username : List.of("officer", "teacher", "principal", "finance", "county")) {
			var mine = items(username).stream().filter((item) -> item.turn() == Turn.MINE).toList();
			assertThat(mine).as("work of " + username).isNotEmpty();
			assertThat(mine).as("work of " + username + " in time")
				.anyMatch((item) -> item.due() == null || !item.due().isBefore(LocalDate.now(this.clock)));
		}
		assertThat(items("teacher")).extracting(WorkItem::key)
			.contains("application.work.SUBMIT", "application.work.VISIT", "application.work.APPRAISE");
		assertThat(items("principal")).extracting(WorkItem::key).contains("review.work", "recheck.work");
	}

	/**
	 * The menu asks in SQL for what the workbench gathers from the features' own lists.
	 */
	@Test
	void theMenuCountsWhatTheWorkbenchLists() {
		assertThat(menu("teacher", "/applications")).isPositive().isEqualTo(items("teacher", "application.work"));
		assertThat(menu("teacher", "/visits")).isPositive().isEqualTo(items("teacher", "visit.work"));
		assertThat(menu("officer", "/visits")).as("those that no head teacher makes")
			.isLessThan(items("officer", "visit.work"));
		for (var username : List.of("officer", "principal")) {
			assertThat(menu(username, "/objections")).as(username).isEqualTo(items(username, "objection.work"));
		}
		for (var username : List.of("officer", "finance", "principal")) {
			assertThat(menu(username, "/batches")).as(username)
				.isEqualTo(items(username, "disbursement.work") - items(username, "disbursement.work.PREPARE"));
		}
		assertThat(menu("officer", "/batches") + menu("finance", "/batches")).isPositive();
		assertThat(menu("officer", "/notices")).isEqualTo(items("officer", "notice.work.finish"));
		assertThat(menu("principal", "/notices"))
			.isEqualTo(items("principal").stream().filter((item) -> item.key().equals("notice.work.approve")).count());
		assertThat(menu("finance", "/payees")).isPositive().isEqualTo(items("finance", "payee.work"));
		assertThat(menu("principal", "/rechecks")).isPositive().isEqualTo(items("principal", "recheck.work"));
		assertThat(menu("principal", "/meetings")).isPositive();
		assertThat(menu("county", "/filings")).isPositive()
			.isEqualTo(items("county").stream().filter((item) -> item.key().startsWith("filing.work")).count());
	}

	/**
	 * ui.md 3: the number is what waits for the reader, and the link leads to just that.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "officer", "teacher", "reviewer", "principal", "finance", "counsellor", "district",
			"county", "auditor", "admin" })
	void eachCountIsTheLengthOfTheListItLeadsTo(String username) {
		var actor = this.users.loadUserByUsername(username).actor();
		for (var link : Pages.page(this.mvc.get().uri("/messages").with(Cast.as(actor)).exchange())
			.select(".side a:has(.count)")) {
			var page = Pages.page(this.mvc.get().uri(link.attr("href")).with(Cast.as(actor)).exchange());
			assertThat(page.select("main tbody tr, [aria-labelledby=v-due] .todo li")).as(link.outerHtml())
				.hasSize(Integer.parseInt(link.select(".count").text().replaceAll("\\D", "")));
			assertThat(page.select("main a[aria-current=page]").text()).as(link.attr("href")).isNotBlank();
		}
	}

	private long menu(String username, String path) {
		var actor = this.users.loadUserByUsername(username).actor();
		return Pages.page(this.mvc.get().uri("/messages").with(Cast.as(actor)).exchange())
			.select(".side a:is([href=" + path + "], [href^=" + path + "?]) .count")
			.stream()
			.mapToLong((count) -> Long.parseLong(count.ownText().strip()))
			.sum();
	}

	/** What a person has to do or to look at, by the key of its line. */
	private long items(String username, String key) {
		return items(username).stream()
			.filter((item) -> item.turn() != Turn.OTHERS && item.key().startsWith(key))
			.mapToLong(WorkItem::count)
			.sum();
	}

	@Test
	void aBackupOfTheRunningCountyLivesElsewhere(@TempDir Path elsewhere) throws Exception {
		var home = Path.of(Objects.requireNonNull(this.settings.getProperty("nuanyang.data")));
		var saved = backup(home).save(elsewhere.resolve("backups"), LocalDateTime.of(2026, 10, 14, 9, 30));
		assertThat(saved).hasFileName("nuanyang-20261014-093000-database.zip");
		var other = elsewhere.resolve("data");
		backup(other).restore(saved);
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> backup(other).restore(saved))
			.withMessageContaining("已经存在");
		try (var app = new SpringApplicationBuilder(Nuanyang.class).run("--nuanyang.data=" + other, "--server.port=0",
				"--management.server.port=-1", "--logging.file.name=")) {
			var county = this.users.loadUserByUsername("county").actor();
			var jdbc = app.getBean(JdbcClient.class);
			var transactions = app.getBean(TransactionTemplate.class);
			var vault = app.getBean(Vault.class);
			county.scope().run(() -> transactions.executeWithoutResult((status) -> {
				for (var column : SEALED) {
					var name = column.substring(column.indexOf('.') + 1);
					var sealed = jdbc
						.sql("select %s from %s where %1$s is not null limit 500".formatted(name,
								column.substring(0, column.indexOf('.'))))
						.query((row, number) -> row.getBytes(1))
						.list();
					assertThat(sealed).as(column).isNotEmpty();
					assertThat(sealed).as(column).allSatisfy((one) -> assertThat(vault.open(column, one)).isNotBlank());
				}
			}));
			var chain = app.getBean(AuditChain.class);
			while (chain.seal() > 0) {
				// Until the sealer has caught up.
			}
			assertThat(chain.verify().intact()).isTrue();
		}
	}

	private static EmbeddedBackup backup(Path data) {
		return new EmbeddedBackup(data, data.resolve("keys/fields.json"), data.resolve("keys/postgres.properties"));
	}

	/** From everybody's first page, two steps far, one page of each kind. */
	@ParameterizedTest
	@ValueSource(strings = { "officer", "teacher", "reviewer", "principal", "finance", "counsellor", "district",
			"county", "auditor", "admin" })
	void noLinkLeadsToAPageThatIsClosed(String username) {
		var actor = this.users.loadUserByUsername(username).actor();
		var seen = new HashSet<>(Set.of("/"));
		var closed = new ArrayList<String>();
		var pages = List.of("/");
		for (var step = 0; step < 3; step++) {
			var next = new ArrayList<String>();
			for (var page : pages) {
				var answer = this.mvc.get().uri(URI.create(page)).with(Cast.as(actor)).exchange();
				if (answer.getResponse().getStatus() >= 400) {
					closed.add(answer.getResponse().getStatus() + " " + page);
				}
				Optional.ofNullable(answer.getResponse().getRedirectedUrl())
					.filter((elsewhere) -> seen.add(kind(elsewhere)))
					.ifPresent(next::add);
				Pages.page(answer)
					.select("a[href^=/]")
					.eachAttr("href")
					.stream()
					.map((link) -> link.replaceFirst("#.*", ""))
					.filter((link) -> !link.startsWith("/language") && seen.add(kind(link)))
					.forEach(next::add);
			}
			pages = next;
		}
		assertThat(seen).hasSizeGreaterThan(5);
		assertThat(closed).isEmpty();
	}

	/** Pages that differ by number or by what they are asked for are of one kind. */
	private static String kind(String link) {
		return link.replaceFirst("\\?.*", "").replaceAll("\\d+", "1");
	}

	private List<WorkItem> items(String username) {
		var actor = this.users.loadUserByUsername(username).actor();
		return actor.scope()
			.call(() -> this.sources.stream().flatMap((source) -> source.items(actor).stream()).toList());
	}

	private long count(Scope scope, String sql) {
		return scope.call(() -> this.transactions
			.execute((status) -> this.jdbc.sql(sql).query((row, number) -> row.getLong(1)).single()));
	}

}
