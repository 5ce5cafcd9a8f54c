package org.nuanyang.report;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * 资助发放统计表: the money of a school year by programme and term; says nothing of anybody's
 * hardship.
 *
 * @param rows whose last is their sum
 * @param several whether several schools stand in it
 */
record PayTable(String place, LocalDate day, SchoolYear year, List<PayRow> rows, boolean several,
		@Nullable Long school) {

	public boolean isEmpty() {
		return this.rows.size() < 2;
	}

	/** This year and the last, to turn to. */
	public List<SchoolYear> years() {
		var now = SchoolYear.of(this.day);
		return List.of(now, now.previous());
	}

}
