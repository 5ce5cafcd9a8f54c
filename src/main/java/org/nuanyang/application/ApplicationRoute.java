package org.nuanyang.application;

/** How a case came to be; entitlement never depends on a parent's form. */
public enum ApplicationRoute {

	/** 本人申请: the guardian's paper form, entered by staff */
	GUARDIAN,
	/** 校方代办 */
	ON_BEHALF,
	/** 名单触发: opened from an outside list */
	LISTED

}
