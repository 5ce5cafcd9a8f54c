package org.nuanyang.objection;

import java.util.List;

/** The way an objection came in, or its answer went out (途径). */
public enum Channel {

	/** 网上 */
	ONLINE,
	/** 来访 */
	VISIT,
	/** 电话 */
	PHONE,
	/** 书面 */
	LETTER,
	/** 邮件 */
	MAIL;

	/** Those that staff enter; the form on the public page is nobody's. */
	static List<Channel> entered() {
		return List.of(VISIT, PHONE, LETTER, MAIL);
	}

}
