package org.nuanyang.user;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.nuanyang.kernel.RuleViolation;

/**
 * What a password must be (privacy S1): at least ten characters from three of four
 * classes, and not the user name.
 */
final class PasswordPolicy {

	static final int MIN_LENGTH = 10;

	/** bcrypt reads no more bytes than this. */
	static final int MAX_BYTES = 72;

	private static final Pattern[] CLASSES = { Pattern.compile("[a-z]"), Pattern.compile("[A-Z]"),
			Pattern.compile("\\d"), Pattern.compile("[^A-Za-z0-9]") };

	private PasswordPolicy() {
	}

	/** Refuses a password that breaks the policy, on the form field {@code next}. */
	static void check(String username, String password) {
		if (password.length() < MIN_LENGTH) {
			throw RuleViolation.on("next", "user.password.too-short", String.valueOf(MIN_LENGTH));
		}
		if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_BYTES) {
			throw RuleViolation.on("next", "user.password.too-long");
		}
		if (Stream.of(CLASSES).filter((wanted) -> wanted.matcher(password).find()).count() < 3) {
			throw RuleViolation.on("next", "user.password.too-plain");
		}
		if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))) {
			throw RuleViolation.on("next", "user.password.has-username");
		}
	}

}
