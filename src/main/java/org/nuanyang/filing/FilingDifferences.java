package org.nuanyang.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.nuanyang.kernel.SchoolYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Compares what was filed with the files of today, as far as the reader's schools show.
 */
@Repository
class FilingDifferences {

	private final JdbcClient jdbc;

	private final Clock clock;

	FilingDifferences(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Of a filing of this school year all of them; of an earlier one only who the child
	 * is: class, tier and the rest have since been filed anew.
	 */
	List<FilingDifference> of(FilingHead filing) {
		var past = filing.year().firstYear() < SchoolYear.of(LocalDate.now(this.clock)).firstYear();
		return this.jdbc.sql("select * from filing_difference where school_id = ? and filing_id = ? order by position")
			.params(filing.schoolId(), filing.id())
			.query((row, number) -> new FilingDifference(row.getLong("filing_id"), row.getInt("position"),
					FilingDifference.Field.valueOf(row.getString("field")), row.getString("filed"),
					row.getString("current")))
			.list()
			.stream()
			.filter((difference) -> !past || difference.field().isIdentity())
			.toList();
	}

}
