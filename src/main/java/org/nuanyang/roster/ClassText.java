package org.nuanyang.roster;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;

/**
 * A grade and a class in the many ways of writing them: 一年级 and 1班, 一(1)班, 1.1, 一年级1班,
 * 2021级1班, 初一(2)班.
 *
 * @param grade null if only the class is told
 * @param schoolClass null if only the grade is told
 */
record ClassText(@Nullable Integer grade, @Nullable Integer schoolClass) {

	private static final String NUMBER = "(\\d{1,2}|[一二三四五六七八九十]{1,3})";

	/** A grade by number, by junior year, or by the year in which it entered. */
	private static final String GRADE = "(?:小学|初中|小)?(?:" + NUMBER + "年级?|(初[一二三123])(?:年级)?|(\\d{4}|\\d{2})级|"
			+ "([一二三四五六七八九])(?=[-.·、,(（\\[]|\\d|$)";

	private static final Pattern GRADE_ALONE = Pattern.compile(GRADE + "|(\\d{1,2})|(\\d{4}))");

	private static final Pattern TOGETHER = Pattern.compile(GRADE + "|(\\d))[-.·、,]?[(\\[]?" + NUMBER + "[)\\]]?班?");

	/** Only these separate two plain digits: 1.1, 1-1, 1(1). */
	private static final Pattern PLAIN = Pattern.compile("(\\d)(?:[-.·、]|(?=[(\\[]))[(\\[]?(\\d{1,2})[)\\]]?班?");

	private static final Pattern CLASS_ALONE = Pattern
		.compile("[(\\[]?" + NUMBER + "[)\\]]?班?|" + "班[(\\[]?(\\d{1,2})[)\\]]?");

	private static final Pattern THREE_DIGITS = Pattern.compile("([1-9])(\\d{2})班?");

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	/** The grade column. */
	static Optional<Integer> grade(String written, SchoolYear year, SchoolStage stage) {
		var match = GRADE_ALONE.matcher(plain(written));
		return (match.matches()) ? grade(year, stage, match.group(1), match.group(2), match.group(3), match.group(4),
				match.group(5), match.group(6)) : Optional.empty();
	}

	/** The class column, which may name the grade too; null if it cannot be read. */
	static @Nullable ClassText of(String written, SchoolYear year, SchoolStage stage) {
		var text = plain(written);
		var plain = PLAIN.matcher(text);
		if (plain.matches()) {
			return new ClassText(Integer.valueOf(plain.group(1)), Integer.valueOf(plain.group(2)));
		}
		var alone = CLASS_ALONE.matcher(text);
		if (alone.matches()) {
			return new ClassText(null, number((alone.group(1) != null) ? alone.group(1) : alone.group(2)));
		}
		var digits = THREE_DIGITS.matcher(text);
		if (digits.matches()) {
			return new ClassText(Integer.valueOf(digits.group(1)), Integer.valueOf(digits.group(2)));
		}
		var together = TOGETHER.matcher(text);
		if (together.matches()) {
			var grade = grade(year, stage, together.group(1), together.group(2), together.group(3), together.group(4),
					together.group(5), null);
			return grade.map((number) -> new ClassText(number, number(together.group(6)))).orElse(null);
		}
		return null;
	}

	private static String plain(String written) {
		return SPACES.matcher(Plain.text(written))
			.replaceAll("")
			.replace("（", "(")
			.replace("）", ")")
			.replace("班级", "班");
	}

	private static Optional<Integer> grade(SchoolYear year, SchoolStage stage, @Nullable String numbered,
			@Nullable String junior, @Nullable String cohort, @Nullable String character, @Nullable String digits,
			@Nullable String bareYear) {
		if (junior != null) {
			return Optional.of(6 + number(junior.substring(1)));
		}
		var entered = (cohort != null) ? cohort : bareYear;
		if (entered != null) {
			var number = Integer.parseInt(entered);
			return Optional.of(year.firstYear() - ((number < 100) ? 2000 + number : number) + stage.firstGrade());
		}
		var number = (numbered != null) ? numbered : (character != null) ? character : digits;
		return (number != null) ? Optional.of(number(number)) : Optional.empty();
	}

	/** 1 to 99, in digits or Chinese. */
	private static int number(String text) {
		if (DIGITS.matcher(text).matches()) {
			return Integer.parseInt(text);
		}
		var ten = text.indexOf('十');
		if (ten < 0) {
			return "一二三四五六七八九".indexOf(text.charAt(0)) + 1;
		}
		var tens = (ten == 0) ? 1 : "一二三四五六七八九".indexOf(text.charAt(ten - 1)) + 1;
		var ones = (ten == text.length() - 1) ? 0 : "一二三四五六七八九".indexOf(text.charAt(ten + 1)) + 1;
		return tens * 10 + ones;
	}

}
