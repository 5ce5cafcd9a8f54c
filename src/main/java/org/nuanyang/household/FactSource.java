package org.nuanyang.household;

/** Where a verified fact comes from; what a family declares is no source. */
public enum FactSource {

	/** 名单 */
	LIST,
	/** 家访 */
	VISIT,
	/** 材料 */
	DOCUMENT;

	/** Message key of the source's name. */
	public String labelKey() {
		return "household.source." + name();
	}

	/** The CSS class that tells the sources apart, next to the word. */
	public String style() {
		return switch (this) {
			case LIST -> "src src-list";
			case VISIT -> "src src-visit";
			case DOCUMENT -> "src src-doc";
		};
	}

}
