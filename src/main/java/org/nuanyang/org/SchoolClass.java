package org.nuanyang.org;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A class of a grade, with its head teacher. */
@Entity
class SchoolClass {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long gradeId;

	private int number;

	private @Nullable Long headTeacherId;

	@Version
	private int version;

	protected SchoolClass() {
	}

	SchoolClass(long schoolId, long gradeId, int number) {
		this.schoolId = schoolId;
		this.gradeId = gradeId;
		this.number = number;
	}

	void entrustTo(@Nullable Long headTeacherId) {
		this.headTeacherId = headTeacherId;
	}

	@Nullable Long id() {
		return this.id;
	}

	long schoolId() {
		return this.schoolId;
	}

}
