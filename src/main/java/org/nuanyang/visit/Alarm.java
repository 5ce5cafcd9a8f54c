package org.nuanyang.visit;

import java.time.Instant;

import org.nuanyang.student.PupilView;

/**
 * A finding that has to be reported at once, as principal and psychology teacher see it.
 */
public record Alarm(long id, PupilView pupil, String finding, String raisedBy, Instant raisedAt) {

}
