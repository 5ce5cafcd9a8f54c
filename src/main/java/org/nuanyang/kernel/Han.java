package org.nuanyang.kernel;

import com.ibm.icu.text.Transliterator;

/**
 * Chinese characters in one form, so that the same word is found however it is written.
 */
public final class Han {

	private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

	private Han() {
	}

	/** 方沐岚 for 方沐嵐; what has one form only stays as it is. */
	public static String simplified(String text) {
		// ICU does not promise that one transliterator may be used by two threads.
		synchronized (SIMPLIFIED) {
			return SIMPLIFIED.transliterate(text);
		}
	}

}
