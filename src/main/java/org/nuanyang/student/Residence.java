package org.nuanyang.student;

/** 户口性质. */
public enum Residence {

	/** 农业户口 */
	RURAL,
	/** 非农业户口 */
	URBAN

}
