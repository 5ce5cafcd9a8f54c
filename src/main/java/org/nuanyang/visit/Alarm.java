package org.nuanyang.visit;

import java.time.Instant;
import java.util.List;

import org.nuanyang.student.PupilView;

/**
 * A finding that has to be reported at once, as principal and psychology teacher see it.
 *
 * @param steps what was done about it, the first first
 */
public record Alarm(long id, PupilView pupil, String finding, String raisedBy, Instant raisedAt,
		List<AlarmStep> steps) {

	public Alarm {
		steps = List.copyOf(steps);
	}

	/** Whether nobody has called the police yet, nor found it to be nothing. */
	public boolean isOpen() {
		return this.steps.stream().noneMatch(AlarmStep::isAnswer);
	}

}
