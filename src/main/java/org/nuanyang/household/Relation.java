package org.nuanyang.household;

/** How a member of the household stands to the pupil. */
public enum Relation {

	/** Also the husband of a remarried mother: the new family counts. */
	FATHER(true), MOTHER(true),
	/** Unmarried brother or sister. */
	SIBLING(true),
	/** 监护 (of an orphan): stands in for the parents. */
	GUARDIAN(true), GRANDPARENT(false), OTHER(false);

	private final boolean counted;

	Relation(boolean counted) {
		this.counted = counted;
	}

	/** Whether the filling rules count such a member in 家庭人口. */
	boolean counted() {
		return this.counted;
	}

	/** What the roster's word for a relation means here. */
	static Relation called(String word) {
		return switch (word) {
			case String w when w.matches(".*(祖|外公|外婆|爷|奶|姥).*") -> GRANDPARENT;
			case String w when w.matches(".*(父|爸).*") -> FATHER;
			case String w when w.matches(".*(母|妈).*") -> MOTHER;
			case String w when w.matches(".*(兄|弟|姐|妹|哥).*") -> SIBLING;
			case String w when w.contains("监护") -> GUARDIAN;
			default -> OTHER;
		};
	}

	public String labelKey() {
		return "household.relation." + name();
	}

}
