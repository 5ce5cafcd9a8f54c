package org.nuanyang.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

import org.springframework.util.FileSystemUtils;

/**
 * Copies an embedded database and its keys, whether the app runs or not, and puts them
 * back where there is none. The keys go into a file of their own, for they must be kept
 * apart from what they open.
 */
public final class EmbeddedBackup {

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

	private static final String DATABASE = "-database.zip";

	private static final String KEYS = "-keys.zip";

	private static final String CONTROL = "postgresql.conf";

	/** The server makes these anew; the directories themselves must be there. */
	private static final Set<String> FLEETING = Set.of("pg_wal", "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial",
			"pg_snapshots", "pg_stat_tmp", "pg_subtrans");

	/** They say which process uses the files. */
	private static final Set<String> IN_USE = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

	private final Path server;

	private final Path keyFile;

	private final Path passwords;

	/**
	 * Of one installation.
	 * @param data as in the setting {@code nuanyang.data}
	 */
	public EmbeddedBackup(Path data, Path keyFile, Path passwords) {
		this.server = data.resolve("postgres").toAbsolutePath();
		this.keyFile = keyFile.toAbsolutePath();
		this.passwords = passwords.toAbsolutePath();
	}

	/**
	 * Writes the two files into the directory; what was committed before the call is in
	 * them.
	 * @return the file with the database
	 * @throws StartupRefused if there is nothing to copy, or the server is just starting
	 */
	public Path save(Path directory, LocalDateTime now) throws IOException, SQLException {
		if (!Files.exists(this.server.resolve(CONTROL))) {
			throw new StartupRefused(
					"%s 里没有内置数据库，没有可备份的数据。 · No embedded database there, nothing to back up.".formatted(this.server));
		}
		Files.createDirectories(directory);
		var name = directory.resolve("nuanyang-" + STAMP.format(now));
		var saved = name.resolveSibling(name.getFileName() + DATABASE);
		var draft = saved.resolveSibling(saved.getFileName() + ".part");
		try (var lock = FileChannel.open(this.server.resolve("epg-lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
			copyServer(draft, isFree(lock));
		}
		try (var zip = Archive.write(name.resolveSibling(name.getFileName() + KEYS))) {
			zip.add("fields.json", this.keyFile);
			zip.add("postgres.properties", this.passwords);
		}
		return Files.move(draft, saved, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Holds the lock that keeps an app from starting in the middle. */
	private static boolean isFree(FileChannel lock) throws IOException {
		try {
			return lock.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private void copyServer(Path draft, boolean free) throws IOException, SQLException {
		var running = Files.exists(this.server.resolve("postmaster.pid"));
		if (!running && !free) {
			throw new StartupRefused(
					"数据库正在启动或停止，请稍后再备份。 · The database is starting or stopping: try again in a moment.");
		}
		try (var zip = Archive.write(draft)) {
			if (running) {
				copyLive(zip);
			}
			else {
				zip.addTree(this.server, (path) -> !IN_USE.contains(path.toString()));
			}
		}
	}

	/** The low-level base backup that PostgreSQL's manual describes. */
	private void copyLive(Archive.Writer zip) throws IOException, SQLException {
		try (var connection = connect(); var statement = connection.createStatement()) {
			// Keeps the log from being recycled until it is copied; gone with the
			// connection.
			statement.execute("select pg_create_physical_replication_slot('nuanyang_backup', true, true)");
			statement.execute("select pg_backup_start('nuanyang', true)");
			zip.addTree(this.server, (path) -> !IN_USE.contains(path.toString())
					&& !(path.getNameCount() > 1 && FLEETING.contains(path.getName(0).toString())));
			try (var label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
				label.next();
				zip.add("backup_label", label.getString(1));
			}
			zip.addTree(this.server, (path) -> path.startsWith("pg_wal") && path.getNameCount() == 2);
		}
	}

	private Connection connect() throws IOException, SQLException {
		var port = Files.readAllLines(this.server.resolve("postmaster.pid")).get(3).strip();
		var secrets = EmbeddedSecrets.in(this.passwords, this.server);
		return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres", "postgres",
				secrets.superuser());
	}

	/**
	 * Puts a backup into an installation that has no database yet.
	 * @param saved what {@link #save} returned; the file of the keys lies beside it
	 * @throws StartupRefused if there are data or keys already, or a file is missing
	 */
	public void restore(Path saved) throws IOException {
		var file = saved.toAbsolutePath();
		var keys = file.resolveSibling(file.getFileName().toString().replace(DATABASE, KEYS));
		for (var needed : new Path[] { file, keys }) {
			if (!Files.isRegularFile(needed) || !file.getFileName().toString().endsWith(DATABASE)) {
				throw new StartupRefused(
						"找不到备份文件 %s。数据库(…%s)和密钥(…%s)两个文件要放在一起。 · Backup file missing: the database's and the keys' file must lie side by side."
							.formatted(needed, DATABASE, KEYS));
			}
		}
		for (var there : new Path[] { this.server, this.keyFile, this.passwords }) {
			if (Files.exists(there)) {
				throw new StartupRefused(
						"%s 已经存在，恢复不会覆盖它。请用 --nuanyang.data=DIR 指定空目录。 · It exists and is not overwritten: choose an empty directory."
							.formatted(there));
			}
		}
		var draft = this.server.resolveSibling("postgres.part");
		Archive.extract(file, draft);
		restoreKeys(keys);
		Files.move(draft, this.server, StandardCopyOption.ATOMIC_MOVE);
	}

	private void restoreKeys(Path keys) throws IOException {
		var draft = this.server.resolveSibling("keys.part");
		Archive.extract(keys, draft);
		for (var target : new Path[] { this.keyFile, this.passwords }) {
			var source = draft.resolve(target.equals(this.keyFile) ? "fields.json" : "postgres.properties");
			if (Files.getFileStore(source).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-------"));
			}
			Files.createDirectories(target.getParent());
			Files.move(source, target);
		}
		FileSystemUtils.deleteRecursively(draft);
	}

}
