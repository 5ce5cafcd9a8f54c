package org.nuanyang.objection;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What follows from an upheld objection to no line, and how far that is.
 *
 * @param anew the whole notice is to be published anew
 * @param withdrawn the notice that it was about has been taken down since
 */
public record Followed(String measure, String by, LocalDate due, @Nullable Missed missed, boolean anew,
		boolean withdrawn) {

	/** Whose words are {@code objection.renotice.…}. */
	public String renotice() {
		return !this.anew ? "false" : this.withdrawn ? "withdrawn" : "waits";
	}

	/** As pages show it. */
	Followed masked() {
		return new Followed(Masked.of(this.measure), this.by, this.due, this.missed, this.anew, this.withdrawn);
	}

	/**
	 * The pupil whom the list missed.
	 *
	 * @param application the application that was opened since, or null
	 */
	public record Missed(long enrolmentId, String label, long classId, long roundId, @Nullable Long application) {

		/** Where the officer opens it, with the pupil chosen. */
		public String path() {
			return "/applications/new?round=" + this.roundId + "&class=" + this.classId + "&pupils=" + this.enrolmentId;
		}

	}

}
