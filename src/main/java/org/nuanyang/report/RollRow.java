package org.nuanyang.report;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Sex;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/**
 * One pupil of a roll. Numbers are masked, phones and addresses left out: whoever needs
 * them asks for them with a purpose.
 *
 * @param aid the programmes of this school year
 * @param paid what has reached the family of it
 */
record RollRow(long enrolmentId, String school, String name, Sex sex, String ethnicity, String maskedRegistry,
		String maskedId, String gradeName, String className, boolean boarding, LocalDate enteredOn, String status,
		String guardian, String relation, boolean registered, boolean disabled, boolean ruralAllowance,
		boolean urbanAllowance, @Nullable Tier tier, String aid, Yuan awarded, Yuan paid) {

}
