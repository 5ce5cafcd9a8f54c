package org.nuanyang.application;

import java.util.EnumSet;
import java.util.Set;

/** What the cases of a round have in common that a page counts together. */
public enum CaseStage {

	/** 收到申请: handed in and not taken back. */
	RECEIVED(EnumSet.complementOf(EnumSet.of(ApplicationStatus.DRAFT, ApplicationStatus.WITHDRAWN))),

	/** 待评审决定: handed in, and the committee has not decided. */
	UNDECIDED(EnumSet.of(ApplicationStatus.SUBMITTED, ApplicationStatus.SENT_BACK, ApplicationStatus.ACCEPTED,
			ApplicationStatus.VISITED, ApplicationStatus.CLASS_APPRAISED)),

	/** 已定等级: the committee has decided a tier, recognised or on the way to it. */
	DECIDED(EnumSet.of(ApplicationStatus.PASSED, ApplicationStatus.ON_NOTICE, ApplicationStatus.OBJECTED,
			ApplicationStatus.RECOGNISED, ApplicationStatus.ADJUSTED));

	private final Set<ApplicationStatus> statuses;

	CaseStage(Set<ApplicationStatus> statuses) {
		this.statuses = Set.copyOf(statuses);
	}

	public Set<ApplicationStatus> statuses() {
		return this.statuses;
	}

}
