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
	/** Not what a name, a grade or a class looks like */
	NOT_ALLOWED

}
