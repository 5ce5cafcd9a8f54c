package org.nuanyang.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nuanyang.importing.ImportRow;

/**
 * Finds pupils who stand in the file twice (V-ID-9, V-XJ-4). Of two rows with one
 * document the first is taken; of two children who could be one, neither without a
 * person's word.
 */
class Duplicates {

	private final Map<String, ImportRow<RosterRow>> byDocument = new HashMap<>();

	private final Map<String, ImportRow<RosterRow>> byRegistry = new HashMap<>();

	private final Map<String, ImportRow<RosterRow>> byNameAndBirth = new HashMap<>();

	void check(List<ImportRow<RosterRow>> rows) {
		for (var row : rows) {
			var pupil = row.value();
			if (pupil != null && !row.isRejected()) {
				checkDocument(row, pupil);
				checkRegistry(row, pupil);
				checkNamesake(row, pupil);
			}
		}
	}

	private void checkDocument(ImportRow<RosterRow> row, RosterRow pupil) {
		if (pupil.identity().document().number() == null) {
			return;
		}
		var first = this.byDocument.putIfAbsent(pupil.identity().document().key(), row);
		if (first == null || first.value() == null) {
			return;
		}
		var same = pupil.identity().name().matches(first.value().identity().name());
		row.reject("idNumber", same ? "roster.duplicate.same" : "roster.duplicate.two-names", first.place());
		first.note("idNumber", "roster.duplicate.first", row.place());
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
