package org.nuanyang.payee;

/** Whose account it is, seen from the pupil. */
public enum PayeeRelation {

	SELF, FATHER, MOTHER, GRANDPARENT, GUARDIAN, OTHER;

	public String labelKey() {
		return "payee.relation." + name();
	}

}
