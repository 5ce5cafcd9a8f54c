package org.nuanyang.identification;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A message as the argument of another one, in the language of whoever reads it. */
final class Words {

	private Words() {
	}

	static MessageSourceResolvable of(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments);
	}

}
