package org.nuanyang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server of a school that has none: started beside the app, its files kept
 * between runs, every commit flushed to disk. Reached only from this machine and only
 * with passwords, which lie beside the key file.
 */
public final class EmbeddedDatabase implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

	private static final String NAME = "nuanyang";

	private static final String OWN_ACCESS = "# Written by Nuanyang";

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Path directory;

	private final EmbeddedPostgres server;

	private final EmbeddedSecrets secrets;

	private volatile boolean closing;

	private EmbeddedDatabase(Path directory, EmbeddedPostgres server, EmbeddedSecrets secrets) {
		this.directory = directory;
		this.server = server;
		this.secrets = secrets;
	}

	/**
	 * Starts the server over the files in the directory, making them on first use. A
	 * server that outlived a killed app is stopped first.
	 */
	static EmbeddedDatabase start(Path directory, Path secretsFile) {
		try {
			refuseSecondApp(directory);
			stopLeftover(directory);
			forgetUnfinished(directory);
			var secrets = EmbeddedSecrets.in(secretsFile, directory);
			var database = new EmbeddedDatabase(directory, launch(directory, secrets), secrets);
			database.prepare(directory);
			database.watch(directory);
			return database;
		}
		catch (IOException ex) {
			throw new StartupRefused("内置数据库没有启动成功：" + ex.getMessage() + " · The embedded database did not start. See "
					+ logFile(directory), ex);
		}
	}

	private static EmbeddedPostgres launch(Path directory, EmbeddedSecrets secrets) throws IOException {
		Files.createDirectories(directory);
		var output = ProcessBuilder.Redirect.appendTo(logFile(directory).toFile());
		try {
			return EmbeddedPostgres.builder()
				.setDataDirectory(directory.toAbsolutePath())
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setPGStartupWait(PATIENCE)
				.setOutputRedirector(output)
				.setErrorRedirector(output)
				.setConnectConfig("password", secrets.superuser())
				// The library starts the server for throw-away tests; ours must survive a
				// power cut.
				.setServerConfig("fsync", "on")
				.setServerConfig("synchronous_commit", "on")
				.setServerConfig("full_page_writes", "on")
				.setServerConfig("listen_addresses", "localhost")
				.setServerConfig("password_encryption", "scram-sha-256")
				.setServerConfig("max_connections", "100")
				.setServerConfig("timezone", "Asia/Shanghai")
				// Statements carry personal data: the server's log never repeats them.
				.setServerConfig("log_min_error_statement", "panic")
				.setServerConfig("log_error_verbosity", "terse")
				.setServerConfig("log_parameter_max_length_on_error", "0")
				.setLocaleConfig("locale", "C")
				.start();
		}
		catch (IOException | RuntimeException ex) {
			stopLeftover(directory);
			throw ex;
		}
	}

	/**
	 * Gives the two roles their passwords, makes the database, and ends trust in local
	 * callers.
	 */
	private void prepare(Path directory) throws IOException {
		var access = directory.resolve("pg_hba.conf");
		if (Files.readString(access).startsWith(OWN_ACCESS)) {
			return;
		}
		try (var connection = this.server.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("alter role postgres password '%s'".formatted(this.secrets.superuser()));
			createRole(statement, "nuanyang_owner", this.secrets.owner());
			createRole(statement, "nuanyang_app", this.secrets.app());
			try (var found = statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(NAME))) {
				if (!found.next()) {
					statement.execute("create database %s owner nuanyang_owner".formatted(NAME));
				}
			}
			Files.writeString(access, OWN_ACCESS + """
					: this machine only, with a password.
					local all all scram-sha-256
					host all all 127.0.0.1/32 scram-sha-256
					host all all ::1/128 scram-sha-256
					""");
			statement.execute("select pg_reload_conf()");
		}
		catch (SQLException ex) {
			close();
			throw new IOException(ex);
		}
	}

	/**
	 * Ends the app when its server dies: the next start recovers every committed row,
	 * while an app without a database only answers errors.
	 */
	private void watch(Path directory) throws IOException {
		ProcessHandle.of(serverProcess(directory)).ifPresent((process) -> process.onExit().thenRun(() -> {
			if (!this.closing) {
				log.error(
						"内置数据库意外停止，暖阳随之停止。请重新启动，已提交的数据都在。 · The embedded database ended; start again, all committed data is there.");
				new Thread(() -> System.exit(3), "database-lost").start();
			}
		}));
	}

	private static long serverProcess(Path directory) throws IOException {
		return Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).getFirst().strip());
	}

	private static void createRole(java.sql.Statement statement, String role, String password) throws SQLException {
		try (var found = statement.executeQuery("select 1 from pg_roles where rolname = '%s'".formatted(role))) {
			var verb = found.next() ? "alter" : "create";
			statement.execute("%s role %s login password '%s'".formatted(verb, role, password));
		}
	}

	private static void refuseSecondApp(Path directory) throws IOException {
		var lock = directory.resolve("epg-lock");
		if (!Files.exists(lock)) {
			return;
		}
		try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE); var held = channel.tryLock()) {
			if (held == null) {
				throw alreadyRunning(directory);
			}
		}
		catch (OverlappingFileLockException ex) {
			throw alreadyRunning(directory);
		}
	}

	private static StartupRefused alreadyRunning(Path directory) {
		return new StartupRefused(
				"另一个暖阳正在使用数据目录 %s，请先停止它。 · Another Nuanyang is using this data directory: stop it first."
					.formatted(directory));
	}

	/**
	 * Stops a server whose app was killed: it would hold the files and time the new start
	 * out.
	 */
	private static void stopLeftover(Path directory) throws IOException {
		var pidFile = directory.resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		var process = ProcessHandle.of(serverProcess(directory));
		if (process.isPresent() && isPostgres(process.get(), directory)) {
			log.info("Stopping the database server that a killed run left behind");
			end(process.get());
		}
	}

	private static boolean isPostgres(ProcessHandle process, Path directory) {
		// A reused process id must never be ended: the command line names the server and
		// its files.
		var info = process.info();
		var line = info.commandLine().orElse(info.command().orElse(""));
		return process.isAlive() && line.contains("postgres")
				&& (info.commandLine().isEmpty() || line.contains(directory.toAbsolutePath().toString()));
	}

	private static void end(ProcessHandle process) throws IOException {
		process.destroy();
		if (!ended(process, 15)) {
			process.destroyForcibly();
			if (!ended(process, 10)) {
				throw new IOException("process " + process.pid() + " does not end");
			}
		}
	}

	private static boolean ended(ProcessHandle process, int seconds) {
		try {
			process.onExit().get(seconds, TimeUnit.SECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A demo county that was interrupted while it was built holds nothing of anybody. */
	private static void forgetUnfinished(Path directory) throws IOException {
		if (Files.exists(unfinished(directory))) {
			log.info("The demo county was not finished last time and is built anew");
			FileSystemUtils.deleteRecursively(directory);
			Files.delete(unfinished(directory));
		}
	}

	private static Path unfinished(Path directory) {
		return directory.toAbsolutePath().resolveSibling("demo-unfinished");
	}

	/** Lies beside the database while the demo county is being built. */
	public Path unfinished() {
		return unfinished(this.directory);
	}

	private static Path logFile(Path directory) {
		return directory.toAbsolutePath().resolveSibling("postgres.log");
	}

	String url() {
		return "jdbc:postgresql://localhost:%d/%s".formatted(this.server.getPort(), NAME);
	}

	EmbeddedSecrets secrets() {
		return this.secrets;
	}

	@Override
	public void close() {
		this.closing = true;
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
