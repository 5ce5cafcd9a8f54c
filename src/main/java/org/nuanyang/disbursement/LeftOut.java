package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * An awarded pupil who is not on the list.
 *
 * @param detail the other batch's number, or what hinders the award, or null
 */
public record LeftOut(long enrolmentId, String name, String className, Yuan amount, LeftOutReason reason,
		@Nullable String detail) {

}
