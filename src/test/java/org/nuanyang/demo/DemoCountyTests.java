package org.nuanyang.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.audit.AuditChain;
import org.nuanyang.kernel.Scope;
import org.nuanyang.user.UserService;
import org.nuanyang.web.Turn;
import org.nuanyang.web.WorkItem;
import org.nuanyang.web.WorkItemSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The app as a person starts it on a fresh machine: its own server, its own keys, the
 * demo county.
 */
@SpringBootTest(properties = { "management.server.port=-1", "logging.file.name=" })
@DirtiesContext
class DemoCountyTests {

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
