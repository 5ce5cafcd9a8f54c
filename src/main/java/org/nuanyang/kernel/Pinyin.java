package org.nuanyang.kernel;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.ibm.icu.text.Transliterator;

/**
 * Pinyin of personal names, for search and for sorting: family names get their own
 * reading (单 Shàn, 单于 Chányú, 曾 Zēng, 查 Zhā).
 */
public final class Pinyin {

	private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");

	/** Family names that the transliterator reads as the common word. */
	private static final Map<String, String> FAMILY_NAMES = Map.of("单于", "chán yú ", "缪", "miào ", "朴", "piáo ");

	private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

	private static final Pattern UMLAUT = Pattern.compile("[uU]([\\p{Mn}&&[^\\u0308]]*)\\u0308");

	private static final Pattern TONES = Pattern.compile("\\p{Mn}+");

	/** A way of writing 吉 that has no reading of its own. */
	private static final String JI = "𠮷";

	/** Read otherwise with the character before them: 令狐, 万俟, 澹台, 长孙. */
	private static final String SECOND = "狐俟台孙";

	/** Any character that no other is read differently after. */
	private static final String BEFORE = "一";

	/**
	 * Readings of a name's first character, and of any other: the transliterator takes
	 * half a millisecond for a name, which a roster of thousands and every sorting would
	 * feel.
	 */
	private static final Map<Integer, String> FIRST = new ConcurrentHashMap<>();

	private static final Map<Integer, String> LATER = new ConcurrentHashMap<>();

	/** Stands for a character that is read as none or several syllables. */
	private static final String UNREAD = "";

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
		var characters = name.codePoints().toArray();
		if (!isReadByCharacter(name, characters)) {
			return whole(name);
		}
		var syllables = new ArrayList<String>(characters.length);
		for (var i = 0; i < characters.length; i++) {
			var read = (i == 0) ? FIRST.computeIfAbsent(characters[i], Pinyin::first)
					: LATER.computeIfAbsent(characters[i], Pinyin::later);
			if (read.equals(UNREAD)) {
				return whole(name);
			}
			syllables.add(read);
		}
		return List.copyOf(syllables);
	}

	/** Whether no character of the name is read otherwise because of another. */
	private static boolean isReadByCharacter(String name, int[] characters) {
		for (var character : characters) {
			if (!Character.isIdeographic(character) || UnicodeScript.of(character) != UnicodeScript.HAN
					|| SECOND.indexOf(character) >= 0) {
				return false;
			}
		}
		return FAMILY_NAMES.keySet().stream().noneMatch(name::startsWith);
	}

	private static String first(int character) {
		var read = whole(Character.toString(character));
		return (read.size() == 1) ? read.getFirst() : UNREAD;
	}

	private static String later(int character) {
		var read = whole(BEFORE + Character.toString(character));
		return (read.size() == 2) ? read.getLast() : UNREAD;
	}

	/** As the transliterator reads the name as a whole. */
	static List<String> whole(String name) {
		return Arrays.stream(NOT_LETTERS.split(latin(name))).filter((syllable) -> !syllable.isEmpty()).toList();
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
		var decomposed = Normalizer.normalize(transliterated(read(name.replace(JI, "吉"))), Normalizer.Form.NFD);
		var umlauts = UMLAUT.matcher(decomposed).replaceAll("v$1");
		return TONES.matcher(umlauts).replaceAll("").toLowerCase(Locale.ROOT);
	}

	private static String transliterated(String name) {
		// ICU does not promise that one transliterator may be used by two threads.
		synchronized (NAMES) {
			return NAMES.transliterate(name);
		}
	}

}
