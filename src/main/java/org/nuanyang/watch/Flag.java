package org.nuanyang.watch;

/** A check with how much it found. */
record Flag(Check check, long count) {

	public boolean isQuiet() {
		return this.count == 0;
	}

}
