package org.nuanyang.objection;

/** What is to become of the case (处理). */
public enum Handling {

	/** 维持 */
	KEEP,
	/** 调级 */
	ADJUST,
	/** 取消 */
	CANCEL,
	/** 补认定 */
	ADD

}
