package org.nuanyang.filing;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * A filing without its rows.
 *
 * @param number 备案〔2026〕1号
 * @param sha256 of the rows, taken when they were sent
 * @param corrected what was put right since the centre returned rows of it, or null
 */
public record FilingHead(long id, long schoolId, String schoolName, String districtName, long roundId, SchoolYear year,
		String number, int people, String sha256, String sentBy, LocalDateTime sentAt, @Nullable String corrected,
		@Nullable Answer answer) {

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

	/** The list or rows of it went back to the school. */
	boolean cameBack() {
		return status() == FilingStatus.RETURNED || returned() > 0;
	}

	public boolean isAccepted() {
		return status() == FilingStatus.ACCEPTED;
	}

}
