package org.nuanyang.application;

/** Tells whether a later step has a decided case in hand and must let go of it first. */
public interface CaseHold {

	boolean holds(long applicationId);

}
