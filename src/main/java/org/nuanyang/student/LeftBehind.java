package org.nuanyang.student;

/**
 * 是否留守儿童 as the pupil registry means it: parents away for work for three months or more.
 * The civil-affairs meaning is another one and belongs to the hardship categories.
 */
public enum LeftBehind {

	/** 非留守 */
	NONE,
	/** 单亲留守: one parent away */
	SINGLE,
	/** 双亲留守: both parents away */
	BOTH

}
