package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;

/**
 * The class, or the grade, that a sheet is about as a whole, by its name or its title:
 * 五年级2班, 五(2)班名单, 北湾小学2021级1班学生花名册.
 */
final class SheetClass {

	private static final String NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";

	private static final String GRADE = "(?:(?:[一二三四五六七八九]|(?<![\\d\\-~—至到])[1-9])年级?|初[一二三]|(?<!\\d)20\\d{2}级)";

	private static final Pattern CLASS = Pattern.compile("(" + GRADE
			+ "|(?<![第\\d])[一二三四五六七八九]|(?<![\\d.])[1-9](?=[(.-]))" + "[-.·]?[(\\[]?(" + NUMBER + ")[)\\]]?班");

	/** 一至六年级 and 三、四年级 are several. */
	private static final Pattern GRADE_ALONE = Pattern
		.compile("(?<![\\d一二三四五六七八九\\-~—至到、,])(?:[一二三四五六七八九1-9]年级|初[一二三]|20\\d{2}级)(?!(?:[-~—至到、,]|以上|以下))");

	/** A line that is about a class: it begins with one, whatever follows. */
	private static final Pattern SECTION = Pattern.compile("(?:[^，。：:]{0,15}?(?:班级|班别|班名|年级)[:：])?(?:" + GRADE
			+ "|[(\\[]?" + NUMBER + "[)\\]]?班|" + CLASS.pattern() + ").*");

	private static final Pattern BARE_CLASS = Pattern.compile("[(\\[]?(" + NUMBER + ")[)\\]]?班(?!级)");

	private SheetClass() {
	}

	/** Empty where the columns say it, or the texts say two different things. */
	static String said(List<String> texts, Set<String> columns) {
		if (columns.contains("schoolClass") && columns.contains("grade")) {
			return "";
		}
		for (var text : texts) {
			var found = found((columns.contains("schoolClass")) ? GRADE_ALONE : CLASS, plain(text));
			if (found.isEmpty() && !columns.contains("grade")) {
				found = found(GRADE_ALONE, plain(text));
			}
			if (found.size() == 1) {
				return found.getFirst();
			}
		}
		return "";
	}

	/** What a line between the rows says of the class of those below it. */
	static Optional<Map<String, String>> ofRowsBelow(String line, Set<String> columns, Map<String, String> before) {
		var text = plain(line);
		if (columns.contains("schoolClass") || !SECTION.matcher(text).matches()) {
			return Optional.empty();
		}
		var said = said(List.of(text), columns);
		var whole = found(CLASS, text);
		var bare = found(BARE_CLASS, text);
		if (said.isEmpty() && whole.isEmpty() && bare.isEmpty() && columns.contains("grade")) {
			return Optional.empty();
		}
		if (said.isEmpty() && whole.isEmpty() && bare.size() == 1) {
			var below = new HashMap<String, String>();
			grade(before).ifPresent((grade) -> below.put("grade", grade));
			below.put("schoolClass", bare.getFirst());
			return Optional.of(below);
		}
		var meaning = (said.isEmpty()) ? Map.<String, String>of() : meaning(said);
		// 三年级(1)班和(2)班 names two, and of 三年级(1)、(2)班 the grade alone would be read.
		var isPlain = bare.isEmpty() || (bare.size() == 1 && meaning.containsKey("schoolClass"));
		return Optional.of(isPlain ? meaning : Map.of());
	}

	/** (2)班 after 三年级(1)班 is of the third grade. */
	private static Optional<String> grade(Map<String, String> before) {
		return Optional.ofNullable(before.get("grade"))
			.or(() -> found(GRADE_ALONE, before.getOrDefault("schoolClass", "")).stream().findFirst());
	}

	private static List<String> found(Pattern pattern, String text) {
		var found = new ArrayList<String>();
		var match = pattern.matcher(text);
		while (match.find()) {
			if (!found.contains(match.group())) {
				found.add(match.group());
			}
		}
		return found;
	}

	/** By field; empty if it is neither a class nor a grade. */
	static Map<String, String> meaning(String said) {
		// Any year and stage: whether the school has such a class, its rows are told.
		var year = new SchoolYear(2026);
		var read = ClassText.of(said, year, SchoolStage.PRIMARY);
		if (read != null && read.schoolClass() != null && read.schoolClass() > 0) {
			return Map.of("schoolClass", said);
		}
		return (ClassText.grade(said, year, SchoolStage.PRIMARY).isPresent()) ? Map.of("grade", said) : Map.of();
	}

	private static String plain(String text) {
		return Plain.text(text).replaceAll("\\s+", "");
	}

}
