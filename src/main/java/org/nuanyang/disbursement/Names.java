package org.nuanyang.disbursement;

import java.util.List;

/** Names within a sentence. */
final class Names {

	/** More than these nobody reads in one message; the page lists them all. */
	static final int MOST = 20;

	private Names() {
	}

	/** The end of a text that is longer than its place. */
	static String tail(String text, int length) {
		return (text.length() <= length) ? text : text.substring(text.length() - length);
	}

	/** All of a few names, or the first of many and an ellipsis. */
	static String of(List<String> names) {
		return String.join("、", names.subList(0, Math.min(MOST, names.size()))) + ((names.size() > MOST) ? "……" : "");
	}

}
