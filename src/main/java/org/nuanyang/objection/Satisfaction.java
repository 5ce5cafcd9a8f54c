package org.nuanyang.objection;

/** How the objector took the answer (异议人是否满意). */
public enum Satisfaction {

	/** 满意 */
	SATISFIED,
	/** 基本满意 */
	MOSTLY,
	/** 不满意 */
	DISSATISFIED,
	/** 未表示: nobody could be asked */
	NOT_SAID

}
