package org.nuanyang.award;

import java.time.LocalDate;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.Tier;

/** An award as it was granted, which is how the pupil's file shows it. */
public record PupilAward(SchoolYear year, String programme, Tier tier, Yuan annual, LocalDate grantedOn) {

}
