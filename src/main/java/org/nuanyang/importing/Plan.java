package org.nuanyang.importing;

/** What an import would do. */
public enum Plan {

	NEW, CHANGED, SAME,
	/** Known to the school, but not in the file; an import leaves it alone. */
	MISSING

}
