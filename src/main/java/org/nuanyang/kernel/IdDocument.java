package org.nuanyang.kernel;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An identity document: its type and its number, normalised. A resident id card is
 * checked in full; other types only for plausible characters; a person may have none.
 */
public record IdDocument(IdDocumentType type, @Nullable String number) implements Serializable {

	private static final Pattern PLAUSIBLE = Pattern.compile("[\\p{L}\\p{Nd}()/.]{4,30}");

	public static final IdDocument NONE = new IdDocument(IdDocumentType.NONE, null);

	public IdDocument {
		number = (number == null || number.isBlank()) ? null : normalised(type, number);
		if (number == null && type.needsNumber()) {
			throw new RuleViolation("kernel.id.missing");
		}
		if (number != null && type == IdDocumentType.NONE) {
			throw new RuleViolation("kernel.id.type");
		}
	}

	public static IdDocument of(IdNumber number) {
		return new IdDocument(IdDocumentType.RESIDENT_ID, number.value());
	}

	private static String normalised(IdDocumentType type, String number) {
		if (type == IdDocumentType.RESIDENT_ID) {
			return new IdNumber(number).value();
		}
		var plain = Plain.number(number).toUpperCase(Locale.ROOT);
		if (!PLAUSIBLE.matcher(plain).matches()) {
			throw new RuleViolation("kernel.id.other");
		}
		return plain;
	}

	/** The id-card number, if it is one. */
	public Optional<IdNumber> idNumber() {
		return (this.type == IdDocumentType.RESIDENT_ID && this.number != null) ? Optional.of(new IdNumber(this.number))
				: Optional.empty();
	}

	/**
	 * Equal for equal documents, for fingerprints: the code of the type and the number.
	 */
	public String key() {
		return this.type.code() + ":" + ((this.number != null) ? this.number : "");
	}

	/** The first and last four characters; empty if there is no number. */
	public String masked() {
		return (this.number != null) ? Plain.masked(this.number) : "";
	}

	@Override
	public String toString() {
		return this.type + " " + masked();
	}

}
