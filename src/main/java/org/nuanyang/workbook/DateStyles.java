package org.nuanyang.workbook;

import java.util.List;
import java.util.Map;

/** Tells from a cell's number format whether its number is a day. */
record DateStyles(List<Integer> formatOfStyle, Map<Integer, String> codes) {

	static final DateStyles NONE = new DateStyles(List.of(), Map.of());

	boolean isDate(int style) {
		return style < this.formatOfStyle.size() && isDateFormat(this.formatOfStyle.get(style));
	}

	boolean isDateFormat(int format) {
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

	/** Quoted text, colours and locales are not part of what the code means. */
	private static boolean isDateCode(String code) {
		var meaning = code.replaceAll("\"[^\"]*\"", "").replaceAll("\\[[^]]*]", "").replaceAll("\\\\.|_.|\\*.", "");
		return meaning.matches("(?is).*[yd年日].*");
	}

}
