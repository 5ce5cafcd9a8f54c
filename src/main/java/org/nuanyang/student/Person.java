package org.nuanyang.student;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.NameOrder;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Pinyin;
import org.nuanyang.kernel.Sex;

/** A child, one across schools, known to those where the child is or was enrolled. */
@Entity
public class Person {

	/** No name holds it. */
	static final String BETWEEN = "、";

	@Id
	@GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
	@SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
	private @Nullable Long id;

	private String name;

	private String nameKey;

	private String pinyin;

	private String pinyinInitials;

	private String sortKey;

	private @Nullable String formerName;

	@Enumerated(EnumType.STRING)
	private Sex sex;

	private LocalDate bornOn;

	private @Nullable String ethnicity;

	@Enumerated(EnumType.STRING)
	private IdDocumentType idType;

	@Convert(converter = PersonIdColumn.class)
	private @Nullable String idNumber;

	private byte @Nullable [] idFingerprint;

	@Version
	private int version;

	@SuppressWarnings("NullAway.Init")
	protected Person() {
	}

	@SuppressWarnings("NullAway.Init")
	Person(Identity identity, byte @Nullable [] fingerprint) {
		describe(identity, fingerprint);
	}

	/** A name that changes stays findable as the former one. */
	void amend(Identity identity, byte @Nullable [] fingerprint) {
		if (!identity.name().matches(new PersonName(this.name))) {
			this.formerName = formerNames(identity.name().value());
		}
		describe(identity, fingerprint);
	}

	/** All but the present one, each once. */
	private @Nullable String formerNames(String present) {
		var names = new LinkedHashSet<String>();
		if (this.formerName != null) {
			names.addAll(List.of(this.formerName.split(BETWEEN)));
		}
		names.add(this.name);
		names.remove(present);
		return names.isEmpty() ? null : String.join(BETWEEN, names);
	}

	/** As if the present name had never been another. */
	void restore(Identity identity, byte @Nullable [] fingerprint, @Nullable String formerly) {
		describe(identity, fingerprint);
		this.formerName = formerly;
	}

	private void describe(Identity identity, byte @Nullable [] fingerprint) {
		var keys = Pinyin.keys(identity.name());
		this.name = identity.name().value();
		this.nameKey = identity.name().matching();
		this.pinyin = keys.full();
		this.pinyinInitials = keys.initials();
		this.sortKey = NameOrder.key(identity.name());
		this.sex = identity.sex();
		this.bornOn = identity.bornOn();
		this.ethnicity = identity.ethnicity();
		this.idType = identity.document().type();
		this.idNumber = identity.document().number();
		this.idFingerprint = fingerprint;
	}

	public long id() {
		if (this.id == null) {
			throw new IllegalStateException("not saved yet");
		}
		return this.id;
	}

	public Identity identity() {
		return new Identity(new PersonName(this.name), this.sex, this.bornOn, this.ethnicity, document());
	}

	public String name() {
		return this.name;
	}

	public @Nullable String formerName() {
		return this.formerName;
	}

	public Sex sex() {
		return this.sex;
	}

	public LocalDate bornOn() {
		return this.bornOn;
	}

	public IdDocument document() {
		return new IdDocument(this.idType, this.idNumber);
	}

}
