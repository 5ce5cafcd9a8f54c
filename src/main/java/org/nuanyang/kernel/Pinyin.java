package org.nuanyang.kernel;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.Transliterator;

/**
 * Pinyin of personal names, for search and for sorting: family names get their own
 * reading (单 Shàn, 单于 Chányú, 曾 Zēng, 查 Zhā).
 */
public final class Pinyin {

	private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");

	/** Family names that the transliterator reads as the common word. */
	private static final Map<String, String> FAMILY_NAMES = Map.of("单于", "chán yú ", "缪", "miào ", "朴", "piáo ");

	/** A way of writing 吉 that has no reading of its own. */
	private static final String JI = "𠮷";

	/**
	 * So many names at most: a large school's, read again and again while it is sorted.
	 */
	private static final int REMEMBERED = 4096;

	/**
	 * By the whole name, for a character is read otherwise where it is a family name.
	 * Used under the lock of {@link #NAMES}.
	 */
	private static final Map<String, List<String>> SYLLABLES = new LinkedHashMap<>(REMEMBERED, 0.75F, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
			return size() > REMEMBERED;
		}

	};

	private Pinyin() {
	}

	/**
	 * The keys by which a name is found.
	 *
	 * @param full all syllables in one word without tones, ü as v: wangxiaoming
	 * @param initials the first letter of each: wxm
	 */
	public record Keys(String full, String initials) {

	}

	public static Keys keys(PersonName name) {
		return keys(name.value());
	}

	/** A character without a known reading stays itself in both keys. */
	public static Keys keys(String name) {
		var full = new StringBuilder();
		var initials = new StringBuilder();
		for (var syllable : syllables(name)) {
			full.append(syllable);
			initials.appendCodePoint(syllable.codePointAt(0));
		}
		return new Keys(full.toString(), initials.toString());
	}

	static List<String> syllables(String name) {
		// ICU does not promise that one transliterator may be used by two threads.
		synchronized (NAMES) {
			return SYLLABLES.computeIfAbsent(name, Pinyin::split);
		}
	}

	private static List<String> split(String name) {
		return Arrays.stream(latin(name).split("[^\\p{L}]+")).filter((syllable) -> !syllable.isEmpty()).toList();
	}

	private static String read(String name) {
		for (var family : FAMILY_NAMES.entrySet()) {
			if (name.startsWith(family.getKey())) {
				return family.getValue() + name.substring(family.getKey().length());
			}
		}
		return name;
	}

	private static String latin(String name) {
		var latin = NAMES.transliterate(read(name.replace(JI, "吉")));
		var decomposed = Normalizer.normalize(latin, Normalizer.Form.NFD);
		return decomposed.replaceAll("[uU]([\\p{Mn}&&[^\\u0308]]*)\\u0308", "v$1")
			.replaceAll("\\p{Mn}+", "")
			.toLowerCase(Locale.ROOT);
	}

}
