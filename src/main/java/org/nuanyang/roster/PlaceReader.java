package org.nuanyang.roster;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.workbook.Cell;

/**
 * Reads grade and class of a row, whether each has its column or one column tells both.
 */
class PlaceReader {

	private static final String GRADE = "grade";

	private static final String CLASS = "schoolClass";

	private final ImportRow<RosterRow> row;

	private final SchoolStage stage;

	private final SchoolYear year;

	PlaceReader(ImportRow<RosterRow> row, SchoolStage stage, SchoolYear year) {
		this.row = row;
		this.stage = stage;
		this.year = year;
	}

	/** Both are known, or the row says why not. */
	@Nullable ClassText read() {
		var place = bothIn(GRADE);
		if (place == null) {
			place = apart();
		}
		else if (!this.row.isEmpty(CLASS) && !this.row.isGiven(CLASS)) {
			place = agreed(place);
		}
		if (place != null && place.grade() != null && !this.stage.has(place.grade())) {
			this.row.reject(this.row.isEmpty(GRADE) ? CLASS : GRADE, "roster.grade.not-here", this.stage.firstGrade(),
					this.stage.lastGrade());
			return null;
		}
		return place;
	}

	/** 五年级(2)班 in the column of the grade; null if it tells the grade alone. */
	private @Nullable ClassText bothIn(String field) {
		if (this.row.isEmpty(field) || this.row.isGiven(field)) {
			return null;
		}
		var cell = this.row.cell(field);
		if (cell.kind() == Cell.Kind.DATE) {
			return ofDate(field, cell);
		}
		if (ClassText.grade(this.row.text(field), this.year, this.stage).isPresent()) {
			return null;
		}
		var read = ClassText.of(cell.text(), this.year, this.stage);
		return (read != null && read.grade() != null && isClass(read)) ? read : null;
	}

	/** What the class column adds where the grade column tells both already. */
	private @Nullable ClassText agreed(ClassText both) {
		var inClass = schoolClass();
		if (inClass == null) {
			return null;
		}
		var sameGrade = inClass.grade() == null || inClass.grade().equals(both.grade());
		if (!sameGrade || !Objects.equals(both.schoolClass(), inClass.schoolClass())) {
			this.row.reject(CLASS, sameGrade ? "roster.class.differs" : "roster.class.disagrees");
			return null;
		}
		return both;
	}

	private @Nullable ClassText apart() {
		var inClass = schoolClass();
		if (inClass == null) {
			return null;
		}
		var grade = inClass.grade();
		if (!this.row.isEmpty(GRADE) && (grade == null || !this.row.isGiven(GRADE))) {
			var told = ClassText.grade(this.row.text(GRADE), this.year, this.stage);
			if (told.isEmpty()) {
				this.row.reject(GRADE, "roster.grade.unreadable");
				return null;
			}
			if (grade != null && !grade.equals(told.get())) {
				this.row.reject(CLASS, "roster.class.disagrees");
				return null;
			}
			grade = told.get();
		}
		if (grade == null) {
			this.row.reject(GRADE, "roster.grade.missing");
			return null;
		}
		return new ClassText(grade, inClass.schoolClass());
	}

	private @Nullable ClassText schoolClass() {
		if (this.row.isEmpty(CLASS)) {
			this.row.reject(CLASS, "roster.class.missing");
			return null;
		}
		var cell = this.row.cell(CLASS);
		if (cell.kind() == Cell.Kind.DATE) {
			return ofDate(CLASS, cell);
		}
		var read = ClassText.of(cell.text(), this.year, this.stage);
		if (read == null || !isClass(read)) {
			this.row.reject(CLASS, "roster.class.unreadable");
			return null;
		}
		if (cell.kind() == Cell.Kind.NUMBER && cell.text().matches("\\d\\.1")) {
			this.row.note(CLASS, "roster.class.number", String.valueOf(read.grade()));
		}
		return read;
	}

	/** A spreadsheet turns 1-2 into the second of January. */
	private ClassText ofDate(String field, Cell cell) {
		var day = LocalDate.parse(cell.text());
		this.row.doubt(field, "roster.class.date", day.getMonthValue(), day.getDayOfMonth());
		return new ClassText(day.getMonthValue(), day.getDayOfMonth());
	}

	private static boolean isClass(ClassText read) {
		return read.schoolClass() != null && read.schoolClass() >= 1;
	}

}
