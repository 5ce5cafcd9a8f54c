package org.nuanyang.student;

import org.jspecify.annotations.Nullable;

/**
 * The filter form of the pupil list; everything may be absent.
 *
 * @param q name, pinyin, initials, last digits of the registry number, or a whole number
 * @param at {@code g5} for a grade, {@code c} and the id for a class
 * @param status a status, {@code ALL}, or nothing for those who have not left
 */
record PupilSearch(@Nullable String q, @Nullable Long school, @Nullable String at, @Nullable String status,
		@Nullable Boolean boarding, @Nullable String sort, @Nullable Integer page) {

	static final int SIZE = 50;

	static final PupilSearch ALL = new PupilSearch(null, null, null, null, null, null, null);

	public int pageNumber() {
		return (this.page != null) ? Math.max(1, this.page) : 1;
	}

	public String words() {
		return (this.q != null) ? this.q.strip() : "";
	}

	public @Nullable Integer grade() {
		return (this.at != null && this.at.matches("g\\d")) ? Integer.valueOf(this.at.substring(1)) : null;
	}

	public @Nullable Long classId() {
		return (this.at != null && this.at.matches("c\\d{1,18}")) ? Long.valueOf(this.at.substring(1)) : null;
	}

	public PupilOrder order() {
		return PupilOrder.of(this.sort);
	}

}
