package org.nuanyang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class EmbeddedBackupTests {

	private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 14, 9, 30);

	@TempDir
	Path home;

	/** A backup directory may be one that others read, and holds the keys. */
	@Test
	void onlyTheOwnerReadsABackupAndWhatIsRestored() throws Exception {
		assumeThat(Files.getFileStore(this.home).supportsFileAttributeView("posix")).isTrue();
		var data = installation("data");
		var drafted = Files.createDirectory(this.home.resolve("backups"))
			.resolve("nuanyang-20261014-093000-database.zip.part");
		Files.createFile(drafted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
		var saved = backup(data).save(this.home.resolve("backups"), NOW);
		assertThat(permissions(saved)).isEqualTo("rw-------");
		assertThat(permissions(saved.resolveSibling("nuanyang-20261014-093000-keys.zip"))).isEqualTo("rw-------");
		var other = this.home.resolve("other");
		backup(other).restore(saved);
		assertThat(permissions(other.resolve("postgres"))).isEqualTo("rwx------");
		assertThat(permissions(other.resolve("keys/fields.json"))).isEqualTo("rw-------");
		assertThat(other.resolve("postgres/postgresql.conf")).hasContent("stopped");
	}

	private Path installation(String name) throws IOException {
		var data = this.home.resolve(name);
		Files.createDirectories(data.resolve("postgres"));
		Files.createDirectories(data.resolve("keys"));
		Files.writeString(data.resolve("postgres/postgresql.conf"), "stopped");
		Files.writeString(data.resolve("keys/fields.json"), "{}");
		Files.writeString(data.resolve("keys/postgres.properties"), "app=x");
		return data;
	}

	private static EmbeddedBackup backup(Path data) {
		return new EmbeddedBackup(data, data.resolve("keys/fields.json"), data.resolve("keys/postgres.properties"));
	}

	private static String permissions(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}
