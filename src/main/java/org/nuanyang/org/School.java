package org.nuanyang.org;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolStage;

/** A school, known to the authority by its code (学校标识码). */
@Entity
class School {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long districtId;

	private String name = "";

	private String code = "";

	@Enumerated(EnumType.STRING)
	private SchoolStage stage = SchoolStage.PRIMARY;

	private boolean boarding;

	@Version
	private int version;

	protected School() {
	}

	School(long districtId, String name, String code, SchoolStage stage, boolean boarding) {
		this.districtId = districtId;
		this.code = code;
		describe(name, stage, boarding);
	}

	void describe(String name, SchoolStage stage, boolean boarding) {
		this.name = name;
		this.stage = stage;
		this.boarding = boarding;
	}

	@Nullable Long id() {
		return this.id;
	}

	long districtId() {
		return this.districtId;
	}

}
