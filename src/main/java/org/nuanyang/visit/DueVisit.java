package org.nuanyang.visit;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.student.PupilView;

/**
 * A visit to be made.
 *
 * @param followUpOn the day agreed at the last visit, or null when none was made this
 * year
 * @param asked who wants the family visited once more, or null
 */
public record DueVisit(PupilView pupil, DueReason reason, @Nullable LocalDate followUpOn, boolean overdue,
		@Nullable VisitAsked asked) {

}
