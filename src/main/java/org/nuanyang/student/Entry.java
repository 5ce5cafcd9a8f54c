package org.nuanyang.student;

/** How a pupil came to the school. */
public enum Entry {

	/** 新生入学 */
	REGULAR,
	/** 转入 */
	TRANSFER_IN,
	/** 重新入学, after having left this school */
	READMITTED,
	/** 补录: was missing from the roster */
	SUPPLEMENTED

}
