package org.nuanyang.roster;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import org.nuanyang.importing.ImportService;
import org.nuanyang.importing.RowsOf;
import org.nuanyang.org.OrgService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rosters that chance made: every fault in rows, columns, headings and formats that
 * nobody chose, each found where it is and nothing found where nothing is.
 */
@IntegrationTest
class GeneratedRosterTests {

	@Autowired
	private ImportService imports;

	@Autowired
	private OrgService org;

	@Autowired
	private RowsOf rowsOf;

	@Autowired
	private Cast cast;

	@ParameterizedTest
	@CsvSource({ "1, XLSX", "2, XLS", "3, CSV", "4, XLSX", "5, XLS", "6, CSV", "7, XLSX", "8, XLS", "9, CSV",
			"10, XLSX", "11, XLS", "12, CSV", "13, CSV", "14, CSV" })
	void everyFaultIsFoundWhereItIs(long seed, MadeTable.Format format) {
		var school = this.cast.school();
		var officer = school.officer();
		var code = officer.scope().call(() -> this.org.school(school.schoolId()).code());
		var roster = new MadeRoster(seed, format, code);
		var found = officer.scope().call(() -> {
			var id = this.imports.upload(officer, "roster", "名册." + format, roster.table().bytes());
			this.imports.check(officer, id);
			return this.rowsOf.outcomes(officer, id);
		});
		var wrong = new ArrayList<String>();
		roster.table().childOfRow().forEach((row, child) -> {
			var outcome = found.remove(row);
			var told = (outcome == null) ? "not read"
					: outcome.bucket() + " " + outcome.places().stream().sorted().toList();
			var expected = child.bucket() + " " + places(roster, child);
			if (!told.equals(expected)) {
				wrong.add("row %d, %s: %s expected, but %s".formatted(row, child.story, expected, told));
			}
		});
		assertThat(wrong).as(roster.table().toString()).isEmpty();
		assertThat(found).as("rows that are no pupils").isEmpty();
	}

	private static List<String> places(MadeRoster roster, MadeChild child) {
		return child.expected.stream()
			.map((finding) -> finding.severity() + " " + finding.field() + "@"
					+ roster.table().columnOf(finding.field()) + " " + finding.key())
			.sorted()
			.toList();
	}

}
