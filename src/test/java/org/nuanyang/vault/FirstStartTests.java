package org.nuanyang.vault;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanyang.database.EmbeddedDatabase;
import org.nuanyang.database.StartupRefused;
import org.nuanyang.support.TestDatabase;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two nodes that meet a database without a seal, one a moment before the other. */
class FirstStartTests {

	private static final String EARLIER = "insert into first_start.key_check (id, sealed) values (1, ?)";

	@TempDir
	private Path directory;

	@BeforeEach
	void makeAnEmptyDatabase() {
		TestDatabase.asOwner("create schema first_start");
		TestDatabase.asOwner("create table first_start.key_check (id integer primary key, sealed bytea not null)");
	}

	@AfterEach
	void drop() {
		TestDatabase.asOwner("drop schema first_start cascade");
	}

	@Test
	void theLaterOneGoesOnWithTheSealOfTheEarlier() throws Exception {
		var ours = key("ours.json");
		var vault = meet(ours, ours);
		assertThat(vault.open("person.phone", new Vault(KeyFile.read(ours)).seal("person.phone", "abc")))
			.isEqualTo("abc");
	}

	@Test
	void theLaterOneWithOtherKeysIsRefused() {
		var ours = key("ours.json");
		var others = key("others.json");
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> meet(others, ours))
			.withMessageContaining("不属于这个数据库");
	}

	/** Starts with the later key file while the earlier node has not yet committed. */
	private Vault meet(Path earlier, Path later) throws Exception {
		var database = TestDatabase.properties();
		var source = new DriverManagerDataSource(
				Objects.requireNonNull(database.get("spring.flyway.url")) + "?currentSchema=first_start",
				Objects.requireNonNull(database.get("spring.flyway.user")),
				Objects.requireNonNull(database.get("spring.flyway.password")));
		try (var connection = source.getConnection();
				var statement = connection.prepareStatement(EARLIER);
				var node = Executors.newSingleThreadExecutor()) {
			connection.setAutoCommit(false);
			statement.setBytes(1, new Vault(KeyFile.read(earlier)).seal("key_check.sealed", "nuanyang"));
			statement.executeUpdate();
			Callable<Vault> start = () -> new VaultConfig().vault(later, JdbcClient.create(source),
					new StaticListableBeanFactory().getBeanProvider(EmbeddedDatabase.class));
			var started = node.submit(start);
			Awaitility.await("it waits for the earlier one").until(() -> waits(JdbcClient.create(source)));
			connection.commit();
			try {
				return started.get(10, TimeUnit.SECONDS);
			}
			catch (ExecutionException ex) {
				throw ex.getCause() instanceof Exception cause ? cause : ex;
			}
		}
	}

	private static boolean waits(JdbcClient jdbc) {
		return jdbc.sql("""
				select count(*) > 0 from pg_stat_activity
				where wait_event_type = 'Lock' and query like 'insert into key_check%'""")
			.query(Boolean.class)
			.single();
	}

	private Path key(String name) {
		var file = this.directory.resolve(name);
		KeyFile.create(file);
		return file;
	}

}
