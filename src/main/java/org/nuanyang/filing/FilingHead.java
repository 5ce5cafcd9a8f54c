package org.nuanyang.filing;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * A filing without its rows.
 *
 * @param number 备案〔2026〕1号
 * @param sha256 of the rows, taken when they were sent
 */
public record FilingHead(long id, long schoolId, String schoolName, String districtName, long roundId, SchoolYear year,
		String number, int people, String sha256, String sentBy, LocalDateTime sentAt, @Nullable Answer answer) {

	/**
	 * What the centre said.
	 *
	 * @param returned how many rows it gave back while it accepted the others
	 */
	public record Answer(boolean accepted, @Nullable String reason, int returned, String by, LocalDateTime at) {

	}

	public FilingStatus status() {
		if (this.answer == null) {
			return FilingStatus.SENT;
		}
		return this.answer.accepted() ? FilingStatus.ACCEPTED : FilingStatus.RETURNED;
	}

	/** How many single rows were given back. */
	public int returned() {
		return (this.answer != null) ? this.answer.returned() : 0;
	}

	public boolean isAccepted() {
		return status() == FilingStatus.ACCEPTED;
	}

}
