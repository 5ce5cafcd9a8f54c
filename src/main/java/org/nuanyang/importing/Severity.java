package org.nuanyang.importing;

/** How grave a finding is; a row is as grave as its gravest. */
public enum Severity {

	/** Put right on reading, worth knowing. */
	OK,
	/** Imported only if a person says so. */
	CONFIRM,
	/** Never imported. */
	ERROR

}
