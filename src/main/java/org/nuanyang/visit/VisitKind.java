package org.nuanyang.visit;

/** How a family was visited. */
public enum VisitKind {

	/** 上门 */
	ON_SITE,
	/** 电话 */
	PHONE,
	/** 视频 */
	VIDEO;

	public String labelKey() {
		return "visit.kind." + name();
	}

}
