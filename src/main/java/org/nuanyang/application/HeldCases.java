package org.nuanyang.application;

/**
 * Says which cases wait for somebody else than their status tells: implemented by
 * features in whose hands a case is for a while.
 */
public interface HeldCases {

	/** A select of the cases. */
	String applications();

}
