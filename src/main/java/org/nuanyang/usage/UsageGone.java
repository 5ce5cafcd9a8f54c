package org.nuanyang.usage;

/** A notice that was withdrawn: its address answers 410. */
class UsageGone extends RuntimeException {

	UsageGone(long id) {
		super("notice of fund use " + id + " was withdrawn");
	}

}
