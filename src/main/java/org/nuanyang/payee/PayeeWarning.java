package org.nuanyang.payee;

import java.util.List;

/**
 * What the second person must know before confirming.
 *
 * @param key message key
 * @param arguments names of pupils and the like
 */
public record PayeeWarning(String key, List<String> arguments) {

	public Object[] values() {
		return this.arguments.toArray();
	}

}
