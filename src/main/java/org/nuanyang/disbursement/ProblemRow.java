package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/** A line of a bank return that was not taken, and why. */
public record ProblemRow(String fileName, int lineNo, String rowKey, @Nullable Yuan amount, String code,
		@Nullable String message, ReturnProblem problem) {

}
