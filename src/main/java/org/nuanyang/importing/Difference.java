package org.nuanyang.importing;

/**
 * What an import would change in one field of a thing that is there already.
 *
 * @param before as a person may see it, masked where the field is; empty if it is not
 * told
 * @param after the same for the file's value
 * @param coded whether both are message keys
 */
public record Difference(String field, String before, String after, boolean coded) {

	/** Only that it changes. */
	static Difference in(String field) {
		return new Difference(field, "", "", false);
	}

	/** Whether there is anything to tell beyond the field. */
	boolean isTold() {
		return !this.before.equals(this.after);
	}

}
