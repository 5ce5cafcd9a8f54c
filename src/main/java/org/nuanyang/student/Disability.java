package org.nuanyang.student;

/** 残疾人类型 of the pupil registry. */
public enum Disability {

	/** 无残疾 */
	NONE,
	/** 视力残疾 */
	VISUAL,
	/** 听力残疾 */
	HEARING,
	/** 言语残疾 */
	SPEECH,
	/** 肢体残疾 */
	PHYSICAL,
	/** 智力残疾 */
	INTELLECTUAL,
	/** 精神残疾 */
	MENTAL,
	/** 多重残疾 */
	MULTIPLE,
	/** 其他残疾 */
	OTHER

}
