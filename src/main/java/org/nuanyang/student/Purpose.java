package org.nuanyang.student;

/** Why somebody reads or takes out personal data; recorded with the reading. */
public enum Purpose {

	/** 核对证件或学籍 */
	CHECK_DOCUMENT,
	/** 联系家长 */
	CONTACT_FAMILY,
	/** 办理转学、休学等手续 */
	FORMALITIES,
	/** 办理银行卡或发放 */
	PAYMENT,
	/** 上级检查或报送 */
	REPORT,
	/** 校内工作 */
	SCHOOL_WORK,
	/** 其他, with a word of explanation */
	OTHER

}
