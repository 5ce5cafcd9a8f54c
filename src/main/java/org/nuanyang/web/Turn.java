package org.nuanyang.web;

/** Whose move a piece of work waits for. */
public enum Turn {

	/** The reader has to act. */
	MINE,
	/** Somebody else has to act first. */
	OTHERS,
	/** Nobody is late, but the reader should look. */
	ATTENTION

}
