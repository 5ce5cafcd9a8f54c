package org.nuanyang.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
		var past = isPast(filing);
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

	/** How many rows of each of them differ in something; those without are left out. */
	Map<Long, Integer> people(Collection<FilingHead> filings) {
		if (filings.isEmpty()) {
			return Map.of();
		}
		var people = new HashMap<Long, Integer>();
		this.jdbc.sql("""
				select filing_id, count(distinct position) from filing_difference
				where school_id in (:schools) and (filing_id in (:now) or filing_id in (:past) and field in (:identity))
				group by filing_id""")
			.param("schools", filings.stream().map(FilingHead::schoolId).distinct().toList())
			.param("now", ids(filings, (one) -> !isPast(one)))
			.param("past", ids(filings, this::isPast))
			.param("identity",
					Arrays.stream(FilingDifference.Field.values())
						.filter(FilingDifference.Field::isIdentity)
						.map(Enum::name)
						.toList())
			.query((row) -> {
				people.put(row.getLong(1), row.getInt(2));
			});
		return people;
	}

	/** Never empty, as SQL wants it: no filing has the number 0. */
	private static List<Long> ids(Collection<FilingHead> filings, Predicate<FilingHead> wanted) {
		return Stream.concat(Stream.of(0L), filings.stream().filter(wanted).map(FilingHead::id)).toList();
	}

	private boolean isPast(FilingHead filing) {
		return filing.year().firstYear() < SchoolYear.of(LocalDate.now(this.clock)).firstYear();
	}

}
