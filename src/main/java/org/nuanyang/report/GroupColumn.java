package org.nuanyang.report;

/** The columns of the table of groups before those of the groups, in their order. */
enum GroupColumn {

	PUPILS, BOYS, GIRLS, BOARDERS, ANY;

	public String labelKey() {
		return "report.groups." + name().toLowerCase(java.util.Locale.ROOT);
	}

}
