package org.nuanyang.notice;

/** What must never stand on a public notice. */
public enum PrivacyRisk {

	/** 身份证件号码 */
	ID_NUMBER,
	/** 银行账号 or another long number */
	ACCOUNT,
	/** 学籍号, which contains the id number */
	REGISTRY_NUMBER,
	/** 电话 */
	PHONE,
	/** 出生日期 */
	BIRTH_DATE,
	/** 住址 */
	ADDRESS,
	/** 困难类别 or its reason */
	CATEGORY,
	/** The name of a pupil on the list, or of who cares for one */
	PERSON,
	/** Somebody's family: 奶奶, 家长 */
	KIN,
	/** A telephone of a family on the list */
	THEIR_PHONE,
	/** Where a family on the list lives */
	THEIR_HOME,
	/** Not what a name, a grade or a class looks like */
	NOT_ALLOWED

}
