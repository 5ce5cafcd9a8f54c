package org.nuanyang.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.kernel.IdDocument;
import org.nuanyang.kernel.IdNumber;
import org.nuanyang.kernel.PersonName;
import org.nuanyang.kernel.RuleViolation;

/**
 * Finds pupils who stand in the file twice (V-ID-9, V-XJ-4), also where another fault
 * keeps one of the rows out. Of two rows with one document the first is taken; with two
 * names and another fault in one of them nobody knows whose the number is, so neither is;
 * of two children who could be one, neither without a person's word.
 */
class Duplicates {

	private final Map<String, ImportRow<RosterRow>> byDocument = new HashMap<>();

	private final Map<String, ImportRow<RosterRow>> byRegistry = new HashMap<>();

	private final Map<String, ImportRow<RosterRow>> byNameAndBirth = new HashMap<>();

	void check(List<ImportRow<RosterRow>> rows) {
		for (var row : rows) {
			var pupil = row.value();
			checkDocument(row, pupil != null && !row.isRejected());
			if (pupil != null && !row.isRejected()) {
				checkRegistry(row, pupil);
				checkNamesake(row, pupil);
			}
		}
	}

	private void checkDocument(ImportRow<RosterRow> row, boolean whole) {
		var key = document(row);
		var first = (key.isEmpty()) ? null : this.byDocument.putIfAbsent(key, row);
		if (first == null) {
			return;
		}
		if (!isSameName(name(first), name(row))) {
			row.reject("idNumber", "roster.duplicate.two-names", first.place());
			if (whole && !first.isRejected()) {
				first.note("idNumber", "roster.duplicate.first", row.place());
			}
			else {
				first.reject("idNumber", "roster.duplicate.two-names", row.place());
			}
		}
		else if (whole && first.isRejected() && !first.isRejected("idNumber")) {
			// Of one child the row without fault is the one to keep.
			first.reject("idNumber", "roster.duplicate.same", row.place());
			row.note("idNumber", "roster.duplicate.first", first.place());
			this.byDocument.put(key, row);
		}
		else {
			row.reject("idNumber", "roster.duplicate.same", first.place());
			first.note("idNumber", "roster.duplicate.first", row.place());
		}
	}

	/** Also of a row that cannot be read otherwise; empty for a number that is none. */
	private static String document(ImportRow<RosterRow> row) {
		var pupil = row.value();
		if (pupil != null) {
			var document = pupil.identity().document();
			return (document.number() != null) ? document.key() : "";
		}
		try {
			return IdDocument.of(new IdNumber(row.text("idNumber"))).key();
		}
		catch (RuleViolation ex) {
			// The row says so itself.
			return "";
		}
	}

	/** A row without a readable name contradicts nobody's. */
	private static boolean isSameName(String one, String other) {
		return one.isEmpty() || other.isEmpty() || one.equals(other);
	}

	private static String name(ImportRow<RosterRow> row) {
		try {
			return new PersonName(row.cell("name").text()).matching();
		}
		catch (RuleViolation ex) {
			// The row says so itself.
			return "";
		}
	}

	private void checkRegistry(ImportRow<RosterRow> row, RosterRow pupil) {
		if (pupil.registry() == null || row.isRejected()) {
			return;
		}
		var first = this.byRegistry.putIfAbsent(pupil.registry().value(), row);
		if (first != null) {
			row.reject("registryNumber", "roster.duplicate.registry", first.place());
			first.note("registryNumber", "roster.duplicate.registry-first", row.place());
		}
	}

	private void checkNamesake(ImportRow<RosterRow> row, RosterRow pupil) {
		if (row.isRejected()) {
			return;
		}
		var first = this.byNameAndBirth.putIfAbsent(key(pupil), row);
		if (first != null) {
			row.doubt("name", "roster.duplicate.namesake", first.place());
			first.doubt("name", "roster.duplicate.namesake", row.place());
		}
	}

	static String key(RosterRow pupil) {
		return pupil.identity().name().matching() + " " + pupil.identity().bornOn();
	}

}
