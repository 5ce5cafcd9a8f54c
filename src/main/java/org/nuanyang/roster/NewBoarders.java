package org.nuanyang.roster;

import java.util.List;

import org.nuanyang.importing.ImportRow;

/**
 * Boarders whom the file names and the school did not have: a school set up without them
 * has none, or was set up wrongly.
 *
 * @param expected whether the school is set up with boarders
 */
record NewBoarders(boolean expected) {

	void doubt(List<ImportRow<RosterRow>> rows) {
		if (this.expected) {
			return;
		}
		for (var row : rows) {
			var pupil = row.value();
			if (pupil != null && pupil.boarding() && !row.isRejected() && !boarded(pupil)) {
				row.doubt("boarding", "roster.boarding.not-here");
			}
		}
	}

	private static boolean boarded(RosterRow pupil) {
		var before = pupil.match().before;
		return before != null && before.schooling().boarding();
	}

}
