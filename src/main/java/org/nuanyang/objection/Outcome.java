package org.nuanyang.objection;

/** What the examination found (结论). */
public enum Outcome {

	/** 成立 */
	UPHELD,
	/** 部分成立 */
	PARTLY,
	/** 不成立 */
	DISMISSED,
	/** 异议人撤回 */
	DROPPED;

	/** The committee decides anew. */
	public boolean reopens() {
		return this == UPHELD || this == PARTLY;
	}

}
