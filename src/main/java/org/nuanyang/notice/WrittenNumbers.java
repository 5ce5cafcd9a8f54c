package org.nuanyang.notice;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.nuanyang.kernel.Han;

/** Numbers as people write them, in figures of any width and in Chinese words. */
final class WrittenNumbers {

	/** What digits are written with in Chinese, each at the place of its value. */
	static final List<String> DIGITS = List.of("〇○零", "一幺壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖");

	/** 十二, 二十, 二十三: the group or the house of somebody. */
	private static final Pattern TENS = Pattern.compile("([一二三四五六七八九])?十([一二三四五六七八九])?");

	private WrittenNumbers() {
	}

	/** Of one width and one form of each character, without signs that are not seen. */
	static String plain(String text) {
		return Han.simplified(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}+", ""));
	}

	/** Each Chinese digit as a figure. */
	static String figures(String text) {
		var figures = text;
		for (int digit = 0; digit < DIGITS.size(); digit++) {
			figures = figures.replaceAll("[" + DIGITS.get(digit) + "]", String.valueOf(digit));
		}
		return figures;
	}

	/** An address to be compared: its numbers in figures, nothing between its words. */
	static String place(String text) {
		var words = plain(text).replaceAll("[\\s\\p{P}\\p{S}]+", "");
		return figures(TENS.matcher(words).replaceAll(WrittenNumbers::tens));
	}

	private static String tens(MatchResult number) {
		return ((number.group(1) != null) ? number.group(1) : "1")
				+ ((number.group(2) != null) ? number.group(2) : "0");
	}

}
