package org.nuanyang.award;

import org.jspecify.annotations.Nullable;
import org.nuanyang.filing.FilingRow;

/**
 * A filed pupil without an award.
 *
 * @param obstacle what stands against it, or null if nothing does
 */
record Ungranted(FilingRow row, @Nullable Obstacle obstacle) {

}
