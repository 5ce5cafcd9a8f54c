package org.nuanyang.report;

import java.util.Locale;

/**
 * A column of the table of groups (弱势群体情况统计表, forms.md 4.14): a condition on a pupil
 * {@code e}, whose categories of the day are {@code e.codes}.
 */
enum Group {

	/** 留守(单亲外出) */
	LEFT_BY_ONE("e.left_behind = 'SINGLE'"),
	/** 留守(双亲外出) */
	LEFT_BY_BOTH("e.left_behind = 'BOTH'"),
	/** 残疾 */
	DISABLED("e.disability <> 'NONE' or 'P09' = any (e.codes)"),
	/** 孤儿 */
	ORPHAN("e.orphan or 'P07' = any (e.codes)"),
	/** 困境留守 */
	LEFT_IN_DIFFICULTY("'G02' = any (e.codes) and (e.left_behind <> 'NONE' or 'G01' = any (e.codes))"),
	/** 单亲 */
	SINGLE_PARENT("'P16' = any (e.codes) or 'G03' = any (e.codes)"),
	/** 低保 */
	SUBSISTENCE("'P05' = any (e.codes)"),
	/** 建档立卡 */
	REGISTERED("'P01' = any (e.codes)"),
	/** 学困 */
	STUDY("'G04' = any (e.codes)"),
	/** 心理重点 */
	MIND("'G05' = any (e.codes)"),
	/** 随迁 */
	MIGRANT("e.migrant_child or 'G07' = any (e.codes)");

	private final String condition;

	Group(String condition) {
		this.condition = condition;
	}

	/** Null counts as no. */
	String condition() {
		return "coalesce(" + this.condition + ", false)";
	}

	/** Even the number is for the few who read of the mind. */
	public boolean isRestricted() {
		return this == MIND;
	}

	String column() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String labelKey() {
		return "report.group." + name();
	}

}
