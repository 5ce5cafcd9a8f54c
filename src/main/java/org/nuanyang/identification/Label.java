package org.nuanyang.identification;

import java.util.Locale;

/** A name that is data: the rule set says it in both languages. */
public record Label(String zh, String en) {

	public String in(Locale locale) {
		return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? this.en : this.zh;
	}

}
