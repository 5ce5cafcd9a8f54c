package org.nuanyang.application;

/**
 * Says which cases on notice have stood to its end and may be filed: what it is past is
 * never stored, but read off the clock. Implemented by the feature of the notices.
 */
public interface PastNotice {

	/** A condition on a case a; :today is the day. */
	String condition();

}
