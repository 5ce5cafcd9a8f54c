package org.nuanyang.roster;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.ImportContext;
import org.nuanyang.importing.ImportRow;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RegistryNumber;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.org.SchoolView;
import org.nuanyang.student.Circumstances;
import org.nuanyang.student.Disability;
import org.nuanyang.student.Identity;
import org.nuanyang.student.LeftBehind;

/** Reads one row of a roster: who, where, in which circumstances, with which family. */
class RosterReader {

	/**
	 * Outside of these nobody goes to school; children with disabilities may be older
	 * than their class.
	 */
	private static final int YOUNGEST = 5;

	private static final int OLDEST = 18;

	private final ImportRow<RosterRow> row;

	private final SchoolView school;

	private final SchoolYear year;

	private final LocalDate today;

	RosterReader(ImportRow<RosterRow> row, SchoolView school, ImportContext context) {
		this.row = row;
		this.school = school;
		this.today = context.today();
		this.year = SchoolYear.of(context.today());
	}

	@Nullable RosterRow read() {
		var identities = new IdentityReader(this.row);
		var identity = identities.read();
		var registry = identities.registry(identity);
		var place = new PlaceReader(this.row, this.school.stage(), this.year).read();
		checkSchool();
		if (identity != null) {
			checkAge(identity.bornOn(), (place != null) ? place.grade() : null);
		}
		var family = new FamilyReader(this.row).read(identity);
		var circumstances = circumstances();
		var boarding = boarding();
		// 家长电话 in a table that names no parent is simply where the family answers.
		var phone = FamilyReader.phone(this.row,
				(this.row.has("phone") || this.row.has("guardian1Name")) ? "phone" : "guardian1Phone");
		var enteredOn = enteredOn((identity != null) ? identity.bornOn() : LocalDate.MIN);
		if (identity == null || place == null || place.grade() == null || place.schoolClass() == null
				|| this.row.isRejected()) {
			return null;
		}
		return new RosterRow(identity, place.grade(), place.schoolClass(), registry, schoolNumber(registry), boarding,
				enteredOn, address(), phone, circumstances, family, new RosterRow.Match());
	}

	/** V-ID-3: outside the ages of school an error, unusual for the grade a question. */
	private void checkAge(LocalDate born, @Nullable Integer grade) {
		var age = age(born, this.today);
		if (age < YOUNGEST || age > OLDEST) {
			this.row.reject(this.row.isEmpty("bornOn") ? "idNumber" : "bornOn", "roster.age.impossible", age);
			return;
		}
		var atStart = age(born, this.year.first());
		if (grade != null && (atStart < SchoolStage.usualAge(grade) - 1 || atStart > SchoolStage.usualAge(grade) + 3)) {
			this.row.doubt(this.row.isEmpty("bornOn") ? "idNumber" : "bornOn", "roster.age.unusual", atStart);
		}
	}

	private static int age(LocalDate born, LocalDate day) {
		return born.until(day).getYears();
	}

	private void checkSchool() {
		var code = this.row.text("schoolCode");
		var name = this.row.text("school");
		if (!code.isEmpty() && !code.equals(this.school.code())) {
			this.row.doubt("schoolCode", "roster.school.other");
		}
		else if (!name.isEmpty() && !name.contains(this.school.name()) && !this.school.name().contains(name)) {
			this.row.doubt("school", "roster.school.other");
		}
	}

	private Circumstances circumstances() {
		return new Circumstances(code("leftBehind", Codes::leftBehind, LeftBehind.NONE, LeftBehind.SINGLE),
				yes("orphan"), yes("martyrFamily"),
				code("disability", (text) -> Codes.disability(text, asks("disability")), Disability.NONE,
						Disability.OTHER),
				yes("needsAid"), yes("receivesSubsidy"), yes("migrantChild"),
				Codes.residence(Codes.code(this.row.text("residence"))).orElse(null));
	}

	private boolean yes(String field) {
		return code(field, Codes::yes, false, false);
	}

	/**
	 * A coded field.
	 * @param otherwise what an accepted row gets whose text nobody understands
	 */
	private <T> T code(String field, Function<String, Optional<T>> codes, T empty, T otherwise) {
		// 不详 is elsewhere nothing, but here no answer.
		var told = Plain.text(this.row.cell(field).text());
		if (Codes.isUnsettled(told)) {
			this.row.doubt(field, "roster.code.unsettled", IdentityReader.cut(told, 20));
			return empty;
		}
		var text = this.row.text(field);
		if (text.isEmpty()) {
			return empty;
		}
		var known = codes.apply(Codes.code(text));
		if (known.isEmpty()) {
			this.row.doubt(field, "roster.code.unknown." + field);
		}
		return known.orElse(otherwise);
	}

	private boolean boarding() {
		if (!this.row.has("boarding")) {
			return false;
		}
		// 是否住校 may be answered with 0, which elsewhere is nothing.
		var text = Plain.text(this.row.cell("boarding").text());
		if (text.isEmpty()) {
			this.row.doubt("boarding", "roster.boarding.missing");
			return false;
		}
		var known = Codes.boarding(Codes.code(text), asks("boarding"));
		if (known.isEmpty()) {
			this.row.doubt("boarding", "roster.boarding.unknown", IdentityReader.cut(text, 20));
		}
		return known.orElse(false);
	}

	/** Whether the heading is a question to be answered with yes or no. */
	private boolean asks(String field) {
		return this.row.heading(field).startsWith("是否");
	}

	private @Nullable String schoolNumber(@Nullable RegistryNumber registry) {
		var text = this.row.text("schoolNumber");
		return (text.isEmpty() || (registry != null && registry.value().equals(text))) ? null
				: IdentityReader.cut(text, 32);
	}

	private @Nullable String address() {
		var text = this.row.written("address");
		return (this.row.isEmpty("address")) ? null : IdentityReader.cut(text, 200);
	}

	/** Null where it is not told, or cannot be. */
	private @Nullable LocalDate enteredOn(LocalDate born) {
		if (this.row.isEmpty("enteredOn")) {
			return null;
		}
		var told = DateText.of(this.row.cell("enteredOn"));
		var day = (told.outcome() == DateText.Outcome.MONTH) ? LocalDate.of(told.year(), told.month(), 1) : told.day();
		if (day == null) {
			this.row.doubt("enteredOn", "roster.entered.unreadable");
			return null;
		}
		if (day.isAfter(this.today)) {
			this.row.doubt("enteredOn", "roster.entered.future");
			return null;
		}
		if (day.isBefore(born)) {
			this.row.reject("enteredOn", "roster.entered.before-birth");
			return null;
		}
		return day;
	}

}
