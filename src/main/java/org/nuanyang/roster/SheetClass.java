package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
