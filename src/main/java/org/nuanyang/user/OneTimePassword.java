package org.nuanyang.user;

import java.security.SecureRandom;

/**
 * A random password in three groups of four, without letters that look alike; never made
 * from anything about the person (privacy S11).
 */
final class OneTimePassword {

	private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

	private static final SecureRandom RANDOM = new SecureRandom();

	private OneTimePassword() {
	}

	static String make() {
		var letters = RANDOM.ints(12, 0, LETTERS.length())
			.collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append);
		return letters.insert(8, '-').insert(4, '-').toString();
	}

}
