package org.nuanyang.student;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Phone;

/** A family member of a pupil, as the school knows them. */
@Entity
public class Guardian {

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private long schoolId;

	private long enrolmentId;

	private short position;

	private String name;

	private String relation;

	@Convert(converter = GuardianPhoneColumn.class)
	private @Nullable String phone;

	@Enumerated(EnumType.STRING)
	private IdDocumentType idType;

	@Convert(converter = GuardianIdColumn.class)
	private @Nullable String idNumber;

	private byte @Nullable [] idFingerprint;

	private @Nullable String workplace;

	private boolean isGuardian;

	@SuppressWarnings("NullAway.Init")
	protected Guardian() {
	}

	@SuppressWarnings("NullAway.Init")
	Guardian(Enrolment enrolment, int position, GuardianDraft draft, byte @Nullable [] fingerprint) {
		this.schoolId = enrolment.schoolId();
		this.enrolmentId = enrolment.id();
		this.position = (short) position;
		amend(draft, fingerprint);
	}

	void amend(GuardianDraft draft, byte @Nullable [] fingerprint) {
		this.name = draft.name().value();
		this.relation = draft.relation();
		this.phone = (draft.phone() != null) ? draft.phone().number() : null;
		this.idType = draft.document().type();
		this.idNumber = draft.document().number();
		this.idFingerprint = fingerprint;
		this.workplace = draft.workplace();
		this.isGuardian = draft.guardian();
	}

	public GuardianDraft draft() {
		return new GuardianDraft(new PersonName(this.name), this.relation,
				(this.phone != null) ? new Phone(this.phone) : null, new IdDocument(this.idType, this.idNumber),
				this.workplace, this.isGuardian);
	}

	GuardianView view() {
		var draft = draft();
		return new GuardianView(this.position, this.name, this.relation,
				(draft.phone() != null) ? draft.phone().masked() : "", draft.document().masked(), this.workplace,
				this.isGuardian);
	}

	int position() {
		return this.position;
	}

	long enrolmentId() {
		return this.enrolmentId;
	}

}
