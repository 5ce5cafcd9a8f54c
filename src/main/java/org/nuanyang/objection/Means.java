package org.nuanyang.objection;

/** How it was examined (核查方式). */
public enum Means {

	/** 家访 */
	VISIT,
	/** 调档 */
	FILES,
	/** 走访 */
	NEIGHBOURS

}
