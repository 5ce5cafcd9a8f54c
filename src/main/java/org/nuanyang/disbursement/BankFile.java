package org.nuanyang.disbursement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.nuanyang.kernel.Yuan;

/** The bytes of a bank file with the figures that prove them. */
record BankFile(int part, String name, byte[] content, int rows, Yuan total) {

	String sha256() {
		return sha256(this.content);
	}

	static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
