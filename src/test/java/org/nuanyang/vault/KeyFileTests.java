package org.nuanyang.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanyang.database.EmbeddedDatabase;
import org.nuanyang.database.StartupRefused;
import org.nuanyang.support.IntegrationTest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The key file of an external database. */
@IntegrationTest
class KeyFileTests {

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ObjectProvider<EmbeddedDatabase> embedded;

	@TempDir
	Path directory;

	@Test
	void aMissingFileIsRefusedAndNeverMadeAnew() {
		var file = this.directory.resolve("missing.json");
		refused(file, "缺少密钥文件");
		assertThat(file).doesNotExist();
	}

	@Test
	void theFileOfAnotherDatabaseIsRefused() {
		var file = this.directory.resolve("other.json");
		KeyFile.create(file);
		refused(file, "不属于这个数据库");
	}

	@Test
	void aTornFileIsRefused() throws IOException {
		var file = Files.writeString(this.directory.resolve("torn.json"), "{\"primaryKeyId\":");
		refused(file, "读不出来");
	}

	@Test
	void aRefusedCommandSaysOneSentenceAndFails() {
		var told = new ByteArrayOutputStream();
		var screen = System.err;
		System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
		try {
			var file = this.directory.resolve("commanded.json");
			assertThat(KeyCommand.run("--rotate-key=" + file)).isOne();
			assertThat(KeyCommand.run("--create-key=" + file)).isZero();
			assertThat(KeyCommand.run("--create-key=" + file)).isOne();
			assertThat(KeyCommand.run("--rotate-key=" + file)).isZero();
		}
		finally {
			System.setErr(screen);
		}
		assertThat(told.toString(StandardCharsets.UTF_8).lines()).satisfiesExactly(
				(missing) -> assertThat(missing).startsWith("没有做成").contains("没有密钥文件"),
				(there) -> assertThat(there).startsWith("没有做成").contains("已经存在，没有改动"));
	}

	@Test
	void anExistingFileIsNeverOverwritten() throws IOException {
		var file = this.directory.resolve("keys.json");
		KeyFile.create(file);
		var before = Files.readString(file);
		assertThatExceptionOfType(StartupRefused.class).isThrownBy(() -> KeyFile.create(file));
		assertThat(Files.readString(file)).isEqualTo(before);
	}

	@Test
	void aRotatedFileReadsTheOldAndWritesWithANewerKey() {
		var file = this.directory.resolve("keys.json");
		KeyFile.create(file);
		var before = new Vault(KeyFile.read(file));
		var sealed = before.seal("person.id_number", "old");
		var fingerprint = before.fingerprint("person.id_number", "old");
		KeyFile.rotate(file);
		var after = new Vault(KeyFile.read(file));
		assertThat(after.open("person.id_number", sealed)).isEqualTo("old");
		assertThat(after.fingerprint("person.id_number", "old")).isEqualTo(fingerprint);
		var newer = after.seal("person.id_number", "new");
		assertThat(after.open("person.id_number", newer)).isEqualTo("new");
		assertThatIllegalStateException().isThrownBy(() -> before.open("person.id_number", newer));
	}

	private void refused(Path file, String because) {
		assertThatExceptionOfType(StartupRefused.class)
			.isThrownBy(() -> new VaultConfig().vault(file, this.jdbc, this.embedded))
			.withMessageContaining(because);
	}

}
