package org.nuanyang.demo;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.nuanyang.audit.AuditChain;
import org.nuanyang.kernel.Scope;
import org.nuanyang.user.UserService;

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

	@Test
	void theCountyLivesAndItsBooksBalance() {
		var county = this.users.loadUserByUsername("county").actor();
		assertThat(county.scope().read()).hasSize(3);
		assertThat(count(county.scope(), "select count(*) from enrolment where status = 'ENROLLED'")).isBetween(1900L,
				2200L);
		assertThat(count(county.scope(), "select count(distinct status) from aid_application"))
			.as("statuses that cases are in")
			.isGreaterThanOrEqualTo(13);
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

	private long count(Scope scope, String sql) {
		return scope.call(() -> this.transactions
			.execute((status) -> this.jdbc.sql(sql).query((row, number) -> row.getLong(1)).single()));
	}

}
