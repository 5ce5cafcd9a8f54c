package org.nuanyang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The passwords of the embedded server's three roles, made once, readable by the owner of
 * the process only.
 */
record EmbeddedSecrets(String superuser, String owner, String app) {

	static EmbeddedSecrets in(Path file, Path dataDirectory) throws IOException {
		if (Files.exists(file)) {
			return read(file);
		}
		if (Files.exists(dataDirectory.resolve("postgresql.conf"))) {
			throw new StartupRefused(
					"数据目录 %s 已有数据，但缺少密码文件 %s。请从备份放回。 · The data directory has data but its password file is missing: restore it from your backup."
						.formatted(dataDirectory, file));
		}
		var made = new EmbeddedSecrets(password(), password(), password());
		made.write(file);
		return made;
	}

	private static EmbeddedSecrets read(Path file) throws IOException {
		var properties = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		return new EmbeddedSecrets(entry(properties, "superuser"), entry(properties, "owner"),
				entry(properties, "app"));
	}

	private static String entry(Properties properties, String name) throws IOException {
		var value = properties.getProperty(name);
		if (value == null) {
			throw new IOException("entry '" + name + "' missing in the password file");
		}
		return value;
	}

	private void write(Path file) throws IOException {
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.writeString(file, "superuser=%s\nowner=%s\napp=%s\n".formatted(this.superuser, this.owner, this.app));
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
	}

	private static String password() {
		var bytes = new byte[24];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public String toString() {
		return "EmbeddedSecrets[…]";
	}

}
