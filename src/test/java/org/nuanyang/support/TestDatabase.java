package org.nuanyang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.nuanyang.vault.KeyFile;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One real PostgreSQL per test run, reached like an external one: the app as a role that
 * owns nothing. A container where a Docker engine answers, the embedded server elsewhere.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String PASSWORD = "test";

	private static final Server SERVER = start();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of(properties()).applyTo(context);
	}

	/** What a deployment with an external database sets. */
	public static Map<String, String> properties() {
		return Map.of("spring.datasource.url", SERVER.url, "spring.datasource.username", "nuanyang_app",
				"spring.datasource.password", PASSWORD, "spring.flyway.url", SERVER.url, "spring.flyway.user",
				"nuanyang_owner", "spring.flyway.password", PASSWORD, "nuanyang.key-file", SERVER.keys.toString(),
				"nuanyang.data", SERVER.keys.getParent().toString());
	}

	/** Runs SQL as the owner of the schema, to do what the app itself may not. */
	public static void asOwner(String sql) {
		try (var connection = DriverManager.getConnection(SERVER.url, "nuanyang_owner", PASSWORD);
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Server start() {
		try {
			var directory = Files.createDirectories(Path.of("target", "test-data"));
			var keys = Files.createTempDirectory(directory, "run").resolve("fields.json");
			KeyFile.create(keys);
			return prepare(dockerAnswers() ? container() : embedded(), keys);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean dockerAnswers() {
		// Asked only where an engine can be: the search alone takes seconds.
		return (Files.exists(Path.of("/var/run/docker.sock")) || System.getenv("DOCKER_HOST") != null)
				&& DockerClientFactory.instance().isDockerAvailable();
	}

	private static Superuser container() {
		var container = new PostgreSQLContainer("postgres:18").withPassword(PASSWORD).withUsername("postgres");
		container.start();
		return new Superuser("jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(5432)),
				PASSWORD);
	}

	private static Superuser embedded() throws IOException {
		var server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
		return new Superuser("jdbc:postgresql://localhost:%d/".formatted(server.getPort()), "");
	}

	private static Server prepare(Superuser superuser, Path keys) throws SQLException {
		try (var connection = DriverManager.getConnection(superuser.server + "postgres", "postgres",
				superuser.password); var statement = connection.createStatement()) {
			statement.execute("create role nuanyang_owner login password '" + PASSWORD + "'");
			statement.execute("create role nuanyang_app login password '" + PASSWORD + "'");
			statement.execute("create database nuanyang owner nuanyang_owner");
		}
		return new Server(superuser.server + "nuanyang", keys);
	}

	private record Superuser(String server, String password) {

	}

	private record Server(String url, Path keys) {

	}

}
