package org.nuanyang.programme;

/** Whether one pupil may hold two programmes in one school year (money.md 6.2). */
public enum PairRule {

	/** 允许并享 */
	TOGETHER,
	/** 二选一: the family chooses; who holds one does not get the other */
	EITHER,
	/** 就高: only the one that is worth more */
	HIGHER,
	/** 禁止: whoever held one in the year never gets the other */
	NEVER,
	/** 可推荐例外: as 禁止, unless the school recommends it and another person agrees */
	RECOMMENDED;

	public String labelKey() {
		return "programme.pair." + name();
	}

}
