package org.nuanyang.identification;

import java.math.BigDecimal;

/** How much a group of indicators counted, for those who are told in words. */
public enum Weight {

	/** 没有加重 */
	NONE,
	/** 略有影响 */
	LITTLE,
	/** 影响较大 */
	MUCH,
	/** 已按最重计算 */
	FULL;

	static Weight of(BigDecimal points, BigDecimal max) {
		if (points.signum() <= 0) {
			return NONE;
		}
		if (points.compareTo(max) >= 0) {
			return FULL;
		}
		return (points.add(points).compareTo(max) < 0) ? LITTLE : MUCH;
	}

	public String labelKey() {
		return "identification.weight." + name();
	}

}
