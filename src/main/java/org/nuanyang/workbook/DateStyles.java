package org.nuanyang.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.nuanyang.kernel.RuleViolation;

/**
 * Tells from a cell's number format whether its number is a day; each format is looked at
 * once, however many cells have it.
 */
class DateStyles {

	static final DateStyles NONE = new DateStyles(List.of(), Map.of());

	/** A longer code was not made by a spreadsheet. */
	private static final int LONGEST_CODE = 255;

	/** Quoted text, colours and locales are not part of what a code means. */
	private static final Pattern DECORATION = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");

	private static final Pattern DAY = Pattern.compile("[yd年日]", Pattern.CASE_INSENSITIVE);

	private final List<Integer> formatOfStyle;

	private final Map<Integer, String> codes;

	private final Map<Integer, Boolean> known = new HashMap<>();

	DateStyles(List<Integer> formatOfStyle, Map<Integer, String> codes) {
		this.formatOfStyle = formatOfStyle;
		this.codes = codes;
	}

	boolean isDate(int style) {
		return style < this.formatOfStyle.size()
				&& this.known.computeIfAbsent(this.formatOfStyle.get(style), this::isDateFormat);
	}

	private boolean isDateFormat(int format) {
		var code = this.codes.get(format);
		return (code != null) ? isDateCode(code) : isBuiltIn(format);
	}

	/**
	 * ECMA-376 18.8.30: 14 to 17 and 22 everywhere, 27 to 36 and 50 to 58 in Chinese
	 * versions.
	 */
	private static boolean isBuiltIn(int format) {
		return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36
				|| (format >= 50 && format <= 54) || format == 57 || format == 58;
	}

	private static boolean isDateCode(String code) {
		if (code.length() > LONGEST_CODE) {
			throw new RuleViolation("workbook.damaged");
		}
		return DAY.matcher(DECORATION.matcher(code).replaceAll("")).find();
	}

}
