package org.nuanyang.visit;

/** Why a family was visited. */
public enum VisitPurpose {

	ECONOMY, STUDY, MIND, LEFT_BEHIND, DROPOUT, ROUTINE;

	public String labelKey() {
		return "visit.purpose." + name();
	}

}
