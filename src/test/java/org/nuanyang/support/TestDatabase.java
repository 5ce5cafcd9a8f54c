package org.nuanyang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

	/** The database of most tests; one that must not meet their pupils names another. */
	public static final String USUAL = "nuanyang";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of(properties(context.getEnvironment().getProperty("test.database", USUAL)))
			.applyTo(context);
	}

	/** What a deployment with an external database sets. */
	public static Map<String, String> properties() {
		return properties(USUAL);
	}

	/** As well, for a database that is not the usual one. */
	public static Map<String, String> properties(String database) {
		var url = SERVER.url(database);
		return Map.of("spring.datasource.url", url, "spring.datasource.username", "nuanyang_app",
				"spring.datasource.password", PASSWORD, "spring.flyway.url", url, "spring.flyway.user",
				"nuanyang_owner", "spring.flyway.password", PASSWORD, "nuanyang.key-file", SERVER.keys.toString(),
				"nuanyang.data", SERVER.keys.getParent().toString());
	}

	/** Runs SQL as the owner of the schema, to do what the app itself may not. */
	public static void asOwner(String sql) {
		try (var connection = DriverManager.getConnection(SERVER.url(USUAL), "nuanyang_owner", PASSWORD);
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Runs SQL on the whole server, to make roles as a careless operator would. */
	public static void asSuperuser(String sql) {
		try {
			SERVER.superuser.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A connection that may do anything with the database, past all policies. */
	public static Connection superuser(String database) throws SQLException {
		return SERVER.superuser.connect(SERVER.url(database));
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
		// As the embedded one: each application context keeps a pool, and the usual
		// hundred do not last.
		container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
		container.start();
		return new Superuser("jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getMappedPort(5432)),
				PASSWORD);
	}

	private static Superuser embedded() throws IOException {
		var server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
		return new Superuser("jdbc:postgresql://localhost:%d/".formatted(server.getPort()), "");
	}

	private static Server prepare(Superuser superuser, Path keys) throws SQLException {
		superuser.execute("create role nuanyang_owner login password '" + PASSWORD + "'");
		superuser.execute("create role nuanyang_app login password '" + PASSWORD + "'");
		return new Server(superuser, keys, new ConcurrentHashMap<>());
	}

	private record Superuser(String server, String password) {

		Connection connect(String url) throws SQLException {
			return DriverManager.getConnection(url, "postgres", this.password);
		}

		void execute(String sql) throws SQLException {
			try (var connection = connect(this.server + "postgres"); var statement = connection.createStatement()) {
				statement.execute(sql);
			}
		}

	}

	private record Server(Superuser superuser, Path keys, Map<String, String> databases) {

		String url(String database) {
			return this.databases.computeIfAbsent(database, (name) -> {
				try {
					this.superuser.execute("create database " + name + " owner nuanyang_owner");
				}
				catch (SQLException ex) {
					throw new IllegalStateException(ex);
				}
				return this.superuser.server + name;
			});
		}

	}

}
