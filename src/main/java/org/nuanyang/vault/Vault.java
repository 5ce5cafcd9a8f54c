package org.nuanyang.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;

/**
 * Seals and opens sensitive fields (AES-256-GCM). The column's name is authenticated with
 * the value, so that a sealed value copied into another column does not open.
 */
public class Vault {

	private static final int FINGERPRINT_BYTES = 16;

	private final Aead cipher;

	private final PrfSet prf;

	public Vault(KeyFile keys) {
		try {
			this.cipher = keys.cipher();
			this.prf = keys.prf();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Encrypts the text for the column; equal texts give different bytes. */
	public byte[] seal(String column, String plain) {
		return sealBytes(column, plain.getBytes(StandardCharsets.UTF_8));
	}

	/** Decrypts what {@link #seal} made for the same column. */
	public String open(String column, byte[] sealed) {
		return new String(openBytes(column, sealed), StandardCharsets.UTF_8);
	}

	public byte[] sealBytes(String column, byte[] plain) {
		try {
			return this.cipher.encrypt(plain, label(column));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("cannot seal " + column, ex);
		}
	}

	/**
	 * Decrypts bytes.
	 * @throws IllegalStateException if they were sealed with another key or for another
	 * column, or were changed
	 */
	public byte[] openBytes(String column, byte[] sealed) {
		try {
			return this.cipher.decrypt(sealed, label(column));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("cannot open " + column, ex);
		}
	}

	/**
	 * A keyed hash: equal texts of a column give equal bytes, and nobody without the key
	 * can try texts.
	 */
	public byte[] fingerprint(String column, String plain) {
		try {
			return this.prf.computePrimary((column + '\0' + plain).getBytes(StandardCharsets.UTF_8), FINGERPRINT_BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("cannot fingerprint " + column, ex);
		}
	}

	private static byte[] label(String column) {
		return column.getBytes(StandardCharsets.UTF_8);
	}

}
