package org.nuanyang.roster;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdDocumentType;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Sex;
import org.nuanyang.student.Identity;

/**
 * Reads who a row is about (rules V-ID and V-XJ of the exchange design). What contradicts
 * the id number is asked about; accepted, the id number counts.
 */
class IdentityReader {

	private static final Set<String> NO_DOCUMENT = Set.of("无", "没有", "暂无");

	/** A disability certificate: the id number, and the kind and degree after it. */
	private static final Pattern CERTIFICATE = Pattern.compile("\\d{17}[\\dX][\\dB].{1,3}");

	private static final Pattern REGION = Pattern
		.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]).*|100000");

	private final ImportRow<RosterRow> row;

	IdentityReader(ImportRow<RosterRow> row) {
		this.row = row;
	}

	/** Null if the row does not say who it is about; the row then says why. */
	@Nullable Identity read() {
		var name = name();
		var document = document();
		var id = (document != null) ? document.idNumber() : Optional.<IdNumber>empty();
		var sex = sex(id);
		var born = bornOn(id);
		if (name == null || document == null || sex == null || born == null || this.row.isRejected("idNumber")) {
			return null;
		}
		return new Identity(name, sex, born, ethnicity(), document);
	}

	/** Nobody is called 无. */
	private @Nullable PersonName name() {
		if (this.row.isEmpty("name")) {
			this.row.label(this.row.written("name"));
			this.row.reject("name", "kernel.name.missing");
			return null;
		}
		try {
			var name = new PersonName(this.row.cell("name").text());
			this.row.label(name.value());
			if (!name.value().equals(this.row.written("name"))) {
				this.row.note("name", "roster.name.tidied", name.value());
			}
			return name;
		}
		catch (RuleViolation ex) {
			this.row.label(this.row.written("name"));
			this.row.reject("name", ex);
			return null;
		}
	}

	private @Nullable IdDocument document() {
		// 无 is elsewhere nothing, but here an answer.
		var told = Plain.text(this.row.cell("idType").text());
		var type = (NO_DOCUMENT.contains(told)) ? Optional.of(IdDocumentType.NONE)
				: Codes.idType(Codes.code(this.row.text("idType")));
		if (type.isEmpty()) {
			this.row.reject("idType", "roster.id.type-unknown");
			return null;
		}
		if (this.row.isRejected("idNumber")) {
			return null;
		}
		var number = this.row.text("idNumber");
		try {
			return (type.get() == IdDocumentType.RESIDENT_ID) ? residentId(number) : other(type.get(), number);
		}
		catch (RuleViolation ex) {
			rejectNumber(ex, number);
			return null;
		}
	}

	private @Nullable IdDocument other(IdDocumentType type, String number) {
		if (type == IdDocumentType.NONE && !number.isEmpty()) {
			return residentId(number);
		}
		return new IdDocument(type, number);
	}

	private @Nullable IdDocument residentId(String number) {
		if (number.isEmpty()) {
			this.row.reject("idNumber", "roster.id.missing");
			return null;
		}
		var plain = IdNumber.normalised(number);
		if (CERTIFICATE.matcher(plain).matches()) {
			var id = new IdNumber(plain.substring(0, 18));
			this.row.doubt("idNumber", "roster.id.disability-certificate");
			return IdDocument.of(id);
		}
		var id = new IdNumber(number);
		if (!id.value().equals(this.row.cell("idNumber").text().toUpperCase(Locale.ROOT))) {
			this.row.note("idNumber", "roster.id.tidied");
		}
		if (!REGION.matcher(id.region()).matches()) {
			this.row.note("idNumber", "roster.id.region");
		}
		return IdDocument.of(id);
	}

	/**
	 * A wrong number that ends in 000 was a numeric cell once, whatever the file is now.
	 */
	private void rejectNumber(RuleViolation violation, String number) {
		if (IdNumber.normalised(number).matches("\\d{15}000")) {
			this.row.reject("idNumber", "importing.cell.lost-digits");
		}
		else {
			this.row.reject("idNumber", violation);
		}
	}

	private @Nullable Sex sex(Optional<IdNumber> id) {
		var text = this.row.text("sex");
		if (text.isEmpty()) {
			if (id.isEmpty() && !this.row.isRejected("idNumber")) {
				this.row.reject("sex", "roster.sex.missing");
			}
			return id.map(IdNumber::sex).orElse(null);
		}
		var told = Codes.sex(Codes.code(text));
		if (told.isEmpty()) {
			this.row.reject("sex", "roster.sex.unknown");
			return null;
		}
		if (id.isPresent() && id.get().sex() != told.get()) {
			this.row.doubt("sex", "roster.sex.disagrees." + id.get().sex());
		}
		return id.map(IdNumber::sex).orElse(told.get());
	}

	private @Nullable LocalDate bornOn(Optional<IdNumber> id) {
		if (this.row.isEmpty("bornOn")) {
			if (id.isEmpty() && !this.row.isRejected("idNumber")) {
				this.row.reject("bornOn", "roster.born.missing");
			}
			return id.map(IdNumber::birthDate).orElse(null);
		}
		var told = DateText.of(this.row.cell("bornOn"));
		switch (told.outcome()) {
			case IMPOSSIBLE -> this.row.reject("bornOn", "roster.born.impossible");
			case UNREADABLE -> this.row.reject("bornOn", "roster.born.unreadable");
			case MONTH -> checkMonth(told, id);
			case DAY -> checkDay(told, id);
		}
		return id.map(IdNumber::birthDate).orElse(told.day());
	}

	private void checkMonth(DateText told, Optional<IdNumber> id) {
		if (id.isEmpty()) {
			this.row.reject("bornOn", "roster.born.month-only");
		}
		else if (!YearMonth.from(id.get().birthDate()).equals(YearMonth.of(told.year(), told.month()))) {
			this.row.doubt("bornOn", "roster.born.disagrees", id.get().birthDate());
		}
	}

	private void checkDay(DateText told, Optional<IdNumber> id) {
		if (id.isPresent() && !id.get().birthDate().equals(told.day())) {
			this.row.doubt("bornOn", "roster.born.disagrees", id.get().birthDate());
		}
	}

	private @Nullable String ethnicity() {
		var text = this.row.text("ethnicity");
		return (text.isEmpty()) ? null : cut(Codes.ethnicity(Codes.code(text)), 40);
	}

	/**
	 * The registry number, checked against the id; null if there is none or it is wrong.
	 */
	@Nullable RegistryNumber registry(@Nullable Identity identity) {
		if (!this.row.has("registryNumber") || this.row.isRejected("registryNumber")) {
			return null;
		}
		var text = this.row.text("registryNumber");
		if (text.isEmpty()) {
			this.row.doubt("registryNumber", "roster.registry.missing");
			return null;
		}
		var id = (identity != null) ? identity.document().idNumber() : Optional.<IdNumber>empty();
		if (id.isPresent() && Plain.number(text).equalsIgnoreCase(id.get().value())) {
			this.row.doubt("registryNumber", "roster.registry.without-letter");
			return new RegistryNumber("G" + id.get().value());
		}
		try {
			var registry = new RegistryNumber(text);
			if (id.isPresent() && !registry.agreesWith(id.get())) {
				this.row.doubt("registryNumber", "roster.registry.disagrees");
			}
			return registry;
		}
		catch (RuleViolation ex) {
			this.row.reject("registryNumber", ex);
			return null;
		}
	}

	static String cut(String text, int length) {
		return (text.codePointCount(0, text.length()) <= length) ? text
				: text.substring(0, text.offsetByCodePoints(0, length));
	}

}
