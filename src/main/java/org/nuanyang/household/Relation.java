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

	public String labelKey() {
		return "household.relation." + name();
	}

}
