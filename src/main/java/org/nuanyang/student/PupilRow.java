package org.nuanyang.student;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Sex;

/**
 * One line of the pupil list. Cells are those of the upper features' columns, in their
 * order.
 */
record PupilRow(long id, String name, Sex sex, String fullClass, String schoolName, String maskedRegistry,
		String maskedId, boolean boarding, EnrolmentStatus status, List<@Nullable PupilChip> cells) {

	PupilRow with(List<@Nullable PupilChip> cells) {
		return new PupilRow(this.id, this.name, this.sex, this.fullClass, this.schoolName, this.maskedRegistry,
				this.maskedId, this.boarding, this.status, cells);
	}

}
