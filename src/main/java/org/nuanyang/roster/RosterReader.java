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
import org.nuanyang.workbook.Cell;

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
		var place = place();
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
		if (identity == null || place == null || place.grade() == null || place.schoolClass() == null
				|| this.row.isRejected()) {
			return null;
		}
		return new RosterRow(identity, place.grade(), place.schoolClass(), registry, schoolNumber(registry), boarding,
				enteredOn(), address(), phone, circumstances, family, new RosterRow.Match());
	}

	private @Nullable ClassText place() {
		var stage = this.school.stage();
		var inClass = schoolClass(stage);
		if (inClass == null) {
			return null;
		}
		var grade = inClass.grade();
		if (!this.row.isEmpty("grade") && (grade == null || !this.row.isGiven("grade"))) {
			var told = ClassText.grade(this.row.text("grade"), this.year, stage);
			if (told.isEmpty()) {
				this.row.reject("grade", "roster.grade.unreadable");
				return null;
			}
			if (grade != null && !grade.equals(told.get())) {
				this.row.reject("schoolClass", "roster.class.disagrees");
				return null;
			}
			grade = told.get();
		}
		if (grade == null) {
			this.row.reject("grade", "roster.grade.missing");
			return null;
		}
		if (!stage.has(grade)) {
			this.row.reject(this.row.isEmpty("grade") ? "schoolClass" : "grade", "roster.grade.not-here",
					stage.firstGrade(), stage.lastGrade());
			return null;
		}
		return new ClassText(grade, inClass.schoolClass());
	}

	private @Nullable ClassText schoolClass(SchoolStage stage) {
		if (this.row.isEmpty("schoolClass")) {
			this.row.reject("schoolClass", "roster.class.missing");
			return null;
		}
		var cell = this.row.cell("schoolClass");
		if (cell.kind() == Cell.Kind.DATE) {
			// A spreadsheet turns 1-2 into the second of January.
			var day = LocalDate.parse(cell.text());
			this.row.doubt("schoolClass", "roster.class.date", day.getMonthValue(), day.getDayOfMonth());
			return new ClassText(day.getMonthValue(), day.getDayOfMonth());
		}
		var read = ClassText.of(cell.text(), this.year, stage);
		if (read == null || read.schoolClass() == null || read.schoolClass() < 1) {
			this.row.reject("schoolClass", "roster.class.unreadable");
			return null;
		}
		if (cell.kind() == Cell.Kind.NUMBER && cell.text().matches("\\d\\.1")) {
			this.row.note("schoolClass", "roster.class.number", String.valueOf(read.grade()));
		}
		return read;
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
				code("disability", Codes::disability, Disability.NONE, Disability.OTHER), yes("needsAid"),
				yes("receivesSubsidy"), yes("migrantChild"),
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
		var known = Codes.boarding(Codes.code(text));
		if (known.isEmpty()) {
			this.row.doubt("boarding", "roster.boarding.unknown");
		}
		return known.orElse(false);
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

	private @Nullable LocalDate enteredOn() {
		var told = DateText.of(this.row.cell("enteredOn"));
		return switch (told.outcome()) {
			case DAY -> (told.day() != null && told.day().isAfter(this.today)) ? null : told.day();
			case MONTH -> LocalDate.of(told.year(), told.month(), 1).isAfter(this.today) ? null
					: LocalDate.of(told.year(), told.month(), 1);
			case IMPOSSIBLE, UNREADABLE -> null;
		};
	}

}
