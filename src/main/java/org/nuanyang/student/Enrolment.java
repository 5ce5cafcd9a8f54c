package org.nuanyang.student;

import java.time.LocalDate;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Phone;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.RuleViolation;

/**
 * A person at one school, from entering to leaving. Its id is the pupil id everywhere.
 */
@Entity
public class Enrolment {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long personId;

	private long classId;

	@Convert(converter = RegistryColumn.class)
	private @Nullable String registryNumber;

	private byte @Nullable [] registryFingerprint;

	private @Nullable String registryTail;

	private @Nullable String schoolNumber;

	@Enumerated(EnumType.STRING)
	private EnrolmentStatus status;

	private boolean boarding;

	private LocalDate enteredOn;

	@Enumerated(EnumType.STRING)
	private Entry entry;

	private @Nullable String entryNote;

	private @Nullable String registeredClass;

	private @Nullable String registeredBy;

	private @Nullable Long registeredImport;

	private @Nullable LocalDate leftOn;

	private @Nullable String leavingReason;

	@Embedded
	private Circumstances circumstances;

	@Convert(converter = AddressColumn.class)
	private @Nullable String address;

	@Convert(converter = PhoneColumn.class)
	private @Nullable String phone;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Enrolment() {
	}

	@SuppressWarnings("NullAway.Init")
	Enrolment(long schoolId, long personId, Schooling schooling, byte @Nullable [] registryFingerprint,
			Registration registration) {
		this.schoolId = schoolId;
		this.personId = personId;
		this.status = EnrolmentStatus.ENROLLED;
		this.registeredClass = registration.classes().apply(schooling.classId());
		this.registeredBy = registration.by();
		this.registeredImport = registration.importId();
		describe(schooling, registryFingerprint);
	}

	void amend(Schooling schooling, byte @Nullable [] registryFingerprint) {
		requireLive();
		describe(schooling, registryFingerprint);
	}

	private void describe(Schooling schooling, byte @Nullable [] registryFingerprint) {
		var registry = schooling.registry();
		this.classId = schooling.classId();
		this.registryNumber = (registry != null) ? registry.value() : null;
		this.registryTail = (registry != null) ? registry.tail() : null;
		this.registryFingerprint = registryFingerprint;
		this.schoolNumber = schooling.schoolNumber();
		this.boarding = schooling.boarding();
		this.enteredOn = schooling.enteredOn();
		this.entry = schooling.entry();
		this.entryNote = schooling.entryNote();
		this.address = schooling.address();
		this.phone = (schooling.phone() != null) ? schooling.phone().number() : null;
		this.circumstances = schooling.circumstances();
	}

	/**
	 * Changes the status as the action table allows, on a day not before the pupil came.
	 */
	void change(EnrolmentAction action, LocalDate day, String reason) {
		if (!action.from().contains(this.status)) {
			throw new RuleViolation("student.change.closed");
		}
		if (day.isBefore(this.enteredOn)) {
			throw RuleViolation.on("day", "student.change.before-entry", this.enteredOn.toString());
		}
		this.status = action.to();
		this.leftOn = action.to().isLive() ? null : day;
		this.leavingReason = action.to().isLive() ? null : reason;
	}

	void moveTo(long classId) {
		requireLive();
		this.classId = classId;
	}

	void requireLive() {
		if (!isLive()) {
			throw new RuleViolation("student.ended");
		}
	}

	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("not saved yet");
		}
		return this.id;
	}

	public long schoolId() {
		return this.schoolId;
	}

	public long personId() {
		return this.personId;
	}

	public long classId() {
		return this.classId;
	}

	public Schooling schooling() {
		return new Schooling(this.classId, registry(), this.schoolNumber, this.boarding, this.enteredOn, this.entry,
				this.entryNote, this.address, (this.phone != null) ? new Phone(this.phone) : null, this.circumstances);
	}

	public @Nullable RegistryNumber registry() {
		return (this.registryNumber != null) ? new RegistryNumber(this.registryNumber) : null;
	}

	public EnrolmentStatus status() {
		return this.status;
	}

	public boolean isLive() {
		return this.status.isLive();
	}

	public LocalDate enteredOn() {
		return this.enteredOn;
	}

	public Circumstances circumstances() {
		return this.circumstances;
	}

	public int version() {
		return this.version;
	}

}
