package org.nuanyang.objection;

/** What is objected to. */
public enum Kind {

	/** 情况不符 */
	FACTS,
	/** 应认未认 */
	MISSED,
	/** 程序问题 */
	PROCEDURE

}
