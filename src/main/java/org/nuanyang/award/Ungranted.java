package org.nuanyang.award;

import org.jspecify.annotations.Nullable;
import org.nuanyang.filing.FilingRow;
import org.nuanyang.programme.Recipient;

/**
 * A filed pupil without an award of a programme.
 *
 * @param who what the amount depends on
 * @param obstacle what stands against it, or null if nothing does
 * @param other the programme that excludes this one, or nothing
 */
record Ungranted(FilingRow row, Recipient who, @Nullable Obstacle obstacle, String other) {

}
