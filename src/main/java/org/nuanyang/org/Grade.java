package org.nuanyang.org;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/** The pupils who entered a school together: first grade this year, second the next. */
@Entity
class Grade {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private int entryYear;

	private @Nullable Integer number;

	@Version
	private int version;

	protected Grade() {
	}

	Grade(long schoolId, int entryYear, int number) {
		this.schoolId = schoolId;
		this.entryYear = entryYear;
		this.number = number;
	}

	/**
	 * Moves the cohort up; past the last grade of its school it has left and has no
	 * number.
	 */
	void promote(int lastGrade) {
		if (this.number != null) {
			this.number = (this.number < lastGrade) ? this.number + 1 : null;
		}
	}

	/** Whether a cohort that entered then should be further up in the school year. */
	boolean isBehind(SchoolYear year, int firstGrade) {
		return this.number != null && this.number < year.firstYear() - this.entryYear + firstGrade;
	}

	@Nullable Long id() {
		return this.id;
	}

	@Nullable Integer number() {
		return this.number;
	}

	int entryYear() {
		return this.entryYear;
	}

}
