package org.nuanyang.payee;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.nuanyang.kernel.Han;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Pinyin;

/**
 * The same name as a bank has it (data-exchange.md 5.6): in pinyin, in traditional or
 * variant characters, or without a rare one. The second person is told.
 */
final class Spelling {

	private static final Charset COMMON = Charset.forName("GB2312");

	private static final Pattern UMLAUT = Pattern.compile("[uU]\\u0308");

	private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");

	private Spelling() {
	}

	static boolean isOf(String holder, String pupil) {
		var bank = PersonName.dotted(holder.strip());
		var name = PersonName.dotted(pupil.strip());
		if (bank.isEmpty() || name.isEmpty()) {
			return false;
		}
		return isPinyin(bank, name) || isVariant(points(bank), points(name)) || lacksRare(points(bank), points(name));
	}

	/** FANG MULAN, Fang Mu-lan or MULAN FANG for 方沐岚; ü as the bank's machine has it. */
	private static boolean isPinyin(String bank, String name) {
		var marked = UMLAUT.matcher(Normalizer.normalize(bank, Normalizer.Form.NFD)).replaceAll("v");
		var typed = NOT_LETTERS.matcher(Normalizer.normalize(marked, Normalizer.Form.NFD)).replaceAll("");
		var letters = typed.toLowerCase(Locale.ROOT);
		return letters.chars().allMatch((one) -> one >= 'a' && one <= 'z')
				&& orders(name).flatMap((order) -> Stream.of(order, order.replace("v", "u"), order.replace("v", "yu"),
						order.replace("v", "yu").replace("yyu", "yu")))
					.anyMatch(letters::equals);
	}

	/** The family name, of one character or two, at the front or at the end. */
	private static Stream<String> orders(String name) {
		var read = Pinyin.keys(name).full();
		var turned = IntStream.rangeClosed(1, 2)
			.filter((family) -> name.codePointCount(0, name.length()) > family)
			.mapToObj((family) -> Pinyin.keys(name.substring(0, name.offsetByCodePoints(0, family))).full())
			.filter(read::startsWith)
			.map((family) -> read.substring(family.length()) + family);
		return Stream.concat(Stream.of(read), turned);
	}

	/** 方沐嵐 for 方沐岚, 李峯 for 李峰: another form of each character that differs. */
	private static boolean isVariant(int[] bank, int[] name) {
		return bank.length == name.length
				&& IntStream.range(0, bank.length).allMatch((at) -> isForm(bank[at], name[at]));
	}

	private static boolean isForm(int bank, int name) {
		if (bank == name || Han.simplified(Character.toString(bank)).equals(Han.simplified(Character.toString(name)))) {
			return true;
		}
		// Of two forms of one character at least one is rare, and both are read alike.
		return Character.isIdeographic(bank) && Character.isIdeographic(name) && (isRare(bank) || isRare(name))
				&& read(bank).equals(read(name));
	}

	/** As a given name has it: the first character would be read as a family's. */
	private static String read(int character) {
		return Pinyin.keys("一" + Character.toString(character)).full();
	}

	/** 方沐LAN for 方沐岚, 王? for 王㵘: a bank that lacks the character. */
	private static boolean lacksRare(int[] bank, int[] name) {
		if (bank[0] != name[0]) {
			return false;
		}
		if (Arrays.stream(bank).skip(1).anyMatch((one) -> !Character.isIdeographic(one) && one != '·')) {
			return true;
		}
		var others = IntStream.range(0, Math.min(bank.length, name.length))
			.filter((at) -> bank[at] != name[at])
			.toArray();
		return bank.length == name.length && others.length == 1 && isRare(name[others[0]]);
	}

	private static int[] points(String text) {
		return text.codePoints().toArray();
	}

	private static boolean isRare(int character) {
		return !COMMON.newEncoder().canEncode(Character.toString(character));
	}

}
