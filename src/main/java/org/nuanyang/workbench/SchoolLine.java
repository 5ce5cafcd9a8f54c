package org.nuanyang.workbench;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.RoundStatus;

/** One school as its district or county sees it. */
record SchoolLine(long id, String name, String districtName, long pupils, @Nullable Long roundId,
		@Nullable RoundStatus status, long applied, long recognised) {

	SchoolLine at(@Nullable RoundStatus now) {
		return new SchoolLine(this.id, this.name, this.districtName, this.pupils, this.roundId, now, this.applied,
				this.recognised);
	}

}
