package org.nuanyang.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;

import org.nuanyang.database.StartupRefused;

/**
 * The two key sets of an installation, in one file outside the database: one encrypts
 * fields, one makes their fingerprints. Whoever loses it loses the fields.
 */
public final class KeyFile {

	private final KeysetHandle encryption;

	private final KeysetHandle fingerprint;

	private KeyFile(KeysetHandle encryption, KeysetHandle fingerprint) {
		this.encryption = encryption;
		this.fingerprint = fingerprint;
	}

	/** Makes new keys and writes them; refuses to overwrite a file. */
	public static KeyFile create(Path file) {
		if (Files.exists(file)) {
			throw new StartupRefused("密钥文件 %s 已经存在，没有改动。 · It exists and is left as it is.".formatted(file));
		}
		try {
			register();
			var keys = new KeyFile(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
					KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF));
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, keys.text(), StandardOpenOption.CREATE_NEW);
			if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
			}
			return keys;
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new StartupRefused(
					"密钥文件 %s 没有写成：%s · The key file could not be written.".formatted(file, ex.getMessage()), ex);
		}
	}

	/**
	 * Adds an encryption key that everything is written with from the next start on; what
	 * was written before is still read with its own. The key of the fingerprints stays,
	 * or nothing would be found by number any more. The file is replaced whole.
	 */
	public static void rotate(Path file) {
		if (!Files.exists(file)) {
			throw new StartupRefused("没有密钥文件 %s，请检查路径。 · There is no such key file.".formatted(file));
		}
		var known = read(file);
		try {
			var entry = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
				.withRandomId()
				.makePrimary();
			var rotated = new KeyFile(KeysetHandle.newBuilder(known.encryption).addEntry(entry).build(),
					known.fingerprint);
			var draft = file.resolveSibling(file.getFileName() + ".new");
			Files.deleteIfExists(draft);
			Files.writeString(draft, rotated.text(), StandardOpenOption.CREATE_NEW);
			if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
				Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
			}
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new StartupRefused(
					"密钥文件 %s 没有写成：%s · The key file could not be written.".formatted(file, ex.getMessage()), ex);
		}
	}

	static KeyFile read(Path file) {
		try {
			register();
			var parts = Files.readString(file).split("\\R---\\R", 2);
			if (parts.length != 2) {
				throw new GeneralSecurityException("two key sets expected");
			}
			return new KeyFile(parse(parts[0]), parse(parts[1]));
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new StartupRefused(
					"密钥文件 %s 读不出来：%s。请从备份放回。 · The key file cannot be read: restore it from your backup."
						.formatted(file, ex.getMessage()),
					ex);
		}
	}

	private static void register() throws GeneralSecurityException {
		AeadConfig.register();
		PrfConfig.register();
	}

	private static KeysetHandle parse(String text) throws GeneralSecurityException {
		return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
	}

	private String text() throws GeneralSecurityException {
		return TinkJsonProtoKeysetFormat.serializeKeyset(this.encryption, InsecureSecretKeyAccess.get()) + "\n---\n"
				+ TinkJsonProtoKeysetFormat.serializeKeyset(this.fingerprint, InsecureSecretKeyAccess.get()) + "\n";
	}

	Aead cipher() throws GeneralSecurityException {
		return this.encryption.getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	PrfSet prf() throws GeneralSecurityException {
		return this.fingerprint.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
	}

}
