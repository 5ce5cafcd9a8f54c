package org.nuanyang.visit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.student.PupilView;

/**
 * A visit to be made.
 *
 * @param followUpOn the day agreed at the last visit, or null when none was made this
 * year
 */
public record DueVisit(PupilView pupil, DueReason reason, @Nullable LocalDate followUpOn, boolean overdue) {

}
