package org.nuanyang.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.nuanyang.database.EmbeddedDatabase;
import org.nuanyang.database.StartupRefused;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class VaultConfig {

	private static final String CHECK = "key_check.sealed";

	/** After the check of the role, whose refusal would otherwise hide behind ours. */
	@Bean
	@DependsOn("roleCheck")
	@DependsOnDatabaseInitialization
	Vault vault(@Value("${nuanyang.key-file}") Path file, JdbcClient jdbc, ObjectProvider<EmbeddedDatabase> embedded) {
		var sealed = sealed(jdbc);
		// Only a database of our own that never held a sealed field may get new keys:
		// anywhere else new keys
		// would hide that the right ones are missing.
		var mayCreate = sealed.isEmpty() && embedded.getIfAvailable() != null;
		var vault = new Vault(keys(file, mayCreate));
		if (sealed.isEmpty()) {
			// Another node may make its first start at this moment; its keys must be
			// ours.
			jdbc.sql("insert into key_check (id, sealed) values (1, ?) on conflict do nothing")
				.param(vault.seal(CHECK, "nuanyang"))
				.update();
		}
		refuseOtherKeys(vault, sealed(jdbc).orElseThrow(), file);
		return vault;
	}

	private static Optional<byte[]> sealed(JdbcClient jdbc) {
		return jdbc.sql("select sealed from key_check").query((row, number) -> row.getBytes(1)).optional();
	}

	private static KeyFile keys(Path file, boolean mayCreate) {
		if (Files.exists(file)) {
			return KeyFile.read(file);
		}
		if (mayCreate) {
			return KeyFile.create(file);
		}
		throw new StartupRefused(
				"缺少密钥文件 %s。请从备份放回；新的数据库请先用 --create-key=%s 生成。 · The key file is missing: restore it from your backup, or for a new database create one with --create-key."
					.formatted(file, file));
	}

	private static void refuseOtherKeys(Vault vault, byte[] sealed, Path file) {
		try {
			vault.open(CHECK, sealed);
		}
		catch (IllegalStateException ex) {
			throw new StartupRefused(
					"密钥文件 %s 不属于这个数据库。请放回原来的密钥文件。 · This key file does not belong to this database.".formatted(file),
					ex);
		}
	}

}
