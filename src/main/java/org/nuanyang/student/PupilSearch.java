package org.nuanyang.student;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolStage;

/**
 * The filter form of the pupil list, as it stands in the address; everything may be
 * absent, and whatever cannot be read says nothing.
 *
 * @param q name, pinyin, initials, last digits of the registry number, or a whole number
 * @param at {@code g5} for a grade, {@code c} and the id for a class
 * @param status a status, {@code ALL}, or nothing for those who have not left
 */
record PupilSearch(@Nullable String q, @Nullable String school, @Nullable String at, @Nullable String status,
		@Nullable String boarding, @Nullable String sort, @Nullable String page) {

	static final int SIZE = 50;

	private static final String EVERYBODY = "ALL";

	public int pageNumber() {
		return (this.page != null && this.page.matches("\\d{1,9}")) ? Math.max(1, Integer.parseInt(this.page)) : 1;
	}

	public String words() {
		return (this.q != null) ? this.q.strip() : "";
	}

	public @Nullable Long schoolId() {
		return (this.school != null && this.school.matches("\\d{1,18}")) ? Long.valueOf(this.school) : null;
	}

	public @Nullable Integer grade() {
		return Optional.ofNullable(this.at)
			.filter((grade) -> grade.matches("g\\d"))
			.map((grade) -> Integer.valueOf(grade.substring(1)))
			.filter((grade) -> SchoolStage.ofGrade(grade).isPresent())
			.orElse(null);
	}

	public @Nullable Long classId() {
		return (this.at != null && this.at.matches("c\\d{1,18}")) ? Long.valueOf(this.at.substring(1)) : null;
	}

	public @Nullable Boolean boards() {
		return "true".equals(this.boarding) ? Boolean.TRUE : "false".equals(this.boarding) ? Boolean.FALSE : null;
	}

	/** Null for those who have not left, and where {@link #isOfEverybody} for all. */
	@Nullable EnrolmentStatus standing() {
		return Arrays.stream(EnrolmentStatus.values())
			.filter((one) -> one.name().equals(this.status))
			.findFirst()
			.orElse(null);
	}

	boolean isOfEverybody() {
		return EVERYBODY.equals(this.status);
	}

	public PupilOrder order() {
		return PupilOrder.of(this.sort);
	}

}
