package org.nuanyang.visit;

import java.time.Instant;

/**
 * What was done about a finding that has to be reported at once.
 *
 * @param note whom, and what they said
 */
public record AlarmStep(long alarmId, Kind kind, Instant doneAt, String note, String recordedBy) {

	/** Whether the duty to report is met by it, or was none. */
	boolean isAnswer() {
		return this.kind == Kind.POLICE || this.kind == Kind.UNFOUNDED;
	}

	/** What can be done about it (privacy.md P16: the police, at once). */
	enum Kind {

		POLICE, RESCUE, AUTHORITY, OTHER,
		/** Looked into, and nothing that has to be reported. */
		UNFOUNDED

	}

}
