package org.nuanyang.visit;

/** Why a visit is due; the first that applies. */
public enum DueReason {

	/** A day was agreed at the last visit. */
	FOLLOW_UP,
	/** A case of the round waits for it. */
	APPLICATION,
	/** The family declared itself, or is in a category that leads to money. */
	NEED

}
