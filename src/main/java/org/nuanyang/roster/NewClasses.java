package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.nuanyang.importing.ImportRow;
import org.nuanyang.org.GradeNames;

/**
 * Classes that the file names and the school does not have. To a school without classes a
 * roster brings its structure; later 99班 is more often a slip of the pen than a class.
 *
 * @param known keys of the classes that the school has
 */
record NewClasses(Map<String, Long> known) {

	static String key(RosterRow pupil) {
		return pupil.grade() + GradeNames.ofClass(pupil.schoolClass());
	}

	void doubt(List<ImportRow<RosterRow>> rows) {
		if (this.known.isEmpty()) {
			return;
		}
		var fresh = new HashMap<String, List<ImportRow<RosterRow>>>();
		for (var row : rows) {
			var pupil = row.value();
			if (pupil != null && !row.isRejected() && !this.known.containsKey(key(pupil))) {
				fresh.computeIfAbsent(key(pupil), (key) -> new ArrayList<>()).add(row);
			}
		}
		fresh.values().forEach((together) -> together.forEach((row) -> doubt(row, together.size())));
	}

	private static void doubt(ImportRow<RosterRow> row, int pupils) {
		var pupil = row.value();
		if (pupil != null) {
			var field = (row.isEmpty("schoolClass") && !row.isEmpty("grade")) ? "grade" : "schoolClass";
			row.doubt(field, "roster.class.new",
					GradeNames.grade(pupil.grade()) + GradeNames.ofClass(pupil.schoolClass()), pupils);
		}
	}

}
