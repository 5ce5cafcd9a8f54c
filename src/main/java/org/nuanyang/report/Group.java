package org.nuanyang.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.Actor;

/**
 * A column of the table of groups (弱势群体情况统计表, forms.md 4.14): a condition on a pupil
 * {@code e}, whose categories of the day are {@code e.codes}.
 */
enum Group {

	/** 留守(单亲外出) */
	LEFT_BY_ONE(Sensitivity.NORMAL, "e.left_behind = 'SINGLE'"),
	/** 留守(双亲外出) */
	LEFT_BY_BOTH(Sensitivity.NORMAL, "e.left_behind = 'BOTH'"),
	/** 残疾 */
	DISABLED(Sensitivity.SENSITIVE, "e.disability <> 'NONE' or 'P09' = any (e.codes)"),
	/** 孤儿 */
	ORPHAN(Sensitivity.SENSITIVE, "e.orphan or 'P07' = any (e.codes)"),
	/** 困境留守 */
	LEFT_IN_DIFFICULTY(Sensitivity.SENSITIVE,
			"'G02' = any (e.codes) and (e.left_behind <> 'NONE' or 'G01' = any (e.codes))"),
	/** 单亲 */
	SINGLE_PARENT(Sensitivity.SENSITIVE, "'P16' = any (e.codes) or 'G03' = any (e.codes)"),
	/** 低保 */
	SUBSISTENCE(Sensitivity.NORMAL, "'P05' = any (e.codes)"),
	/** 建档立卡 */
	REGISTERED(Sensitivity.NORMAL, "'P01' = any (e.codes)"),
	/** 学困 */
	STUDY(Sensitivity.SENSITIVE, "'G04' = any (e.codes)"),
	/** 心理重点 */
	MIND(Sensitivity.RESTRICTED, "'G05' = any (e.codes)"),
	/** 随迁 */
	MIGRANT(Sensitivity.NORMAL, "e.migrant_child or 'G07' = any (e.codes)");

	/** In one group or more of those that all at the school may know of. */
	static final String ANY = Arrays.stream(values())
		.filter((group) -> !group.isRestricted())
		.map(Group::condition)
		.collect(Collectors.joining(" or "));

	private final Sensitivity sensitivity;

	private final String condition;

	Group(Sensitivity sensitivity, String condition) {
		this.sensitivity = sensitivity;
		this.condition = condition;
	}

	/** Null counts as no. */
	String condition() {
		return "coalesce(" + this.condition + ", false)";
	}

	/** Even the number is for the few who read of the mind. */
	public boolean isRestricted() {
		return this.sensitivity == Sensitivity.RESTRICTED;
	}

	/** Whether the reader may know who they are, as of the categories that make it. */
	boolean isNamedTo(Actor actor) {
		return this.sensitivity.isVisibleTo(actor);
	}

	String column() {
		return name().toLowerCase(Locale.ROOT);
	}

	public String labelKey() {
		return "report.group." + name();
	}

}
