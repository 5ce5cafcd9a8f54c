package org.nuanyang.report;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * One pupil of a measure.
 *
 * @param state message key
 * @param missing what the file lacks, by name
 */
record FigureRow(String school, long enrolmentId, String name, String className, @Nullable Long applicationId,
		@Nullable Tier tier, String state, @Nullable LocalDate on, @Nullable Yuan amount, List<String> missing) {

}
