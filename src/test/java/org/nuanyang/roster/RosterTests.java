package org.nuanyang.roster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.nuanyang.importing.ImportRun;
import org.nuanyang.importing.ImportService;
import org.nuanyang.importing.ImportStatus;
import org.nuanyang.importing.RowsOf;
import org.nuanyang.job.JobService;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.TestSchool;

import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The roster that a school hands in, from dry run to undo. */
@IntegrationTest
class RosterTests {

	@Autowired
	private ImportService imports;

	@Autowired
	private JobService jobs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private RowsOf rowsOf;

	@Autowired
	private Cast cast;

	private final List<Runnable> done = new ArrayList<>();

	@Test
	void theDirtyRosterGivesWhatTheTruthSays() throws IOException {
		var school = this.cast.school();
		var id = upload(school, "dirty.xlsx");
		var found = this.rowsOf.outcomes(school.officer(), id);
		var truth = JsonMapper.shared().readTree(Rosters.read("truth.json")).get("dirty");
		var told = new LinkedHashMap<Integer, String>();
		truth.properties().forEach((entry) -> told.put(Integer.valueOf(entry.getKey()), entry.getValue().asString()));
		for (var entry : told.entrySet()) {
			assertThat(found).containsKey(entry.getKey());
			var outcome = Objects.requireNonNull(found.get(entry.getKey()));
			assertThat(entry.getValue().split(":")[0].split(" or "))
				.as("row %s: %s but %s", entry.getKey(), entry.getValue(), outcome)
				.contains(outcome.bucket());
		}
		found.forEach((row, outcome) -> {
			if (!told.containsKey(row)) {
				assertThat(outcome.bucket()).as("row %s: %s", row, outcome).isEqualTo("ok");
			}
		});
		assertThat(found).hasSize(642);
	}

	@ParameterizedTest
	@ValueSource(strings = { "clean.xlsx", "legacy.xls", "gb18030.csv", "utf8bom.csv" })
	void anEmptySchoolGetsItsGradesClassesAndPupils(String file) throws IOException {
		var school = this.cast.school();
		var id = upload(school, file);
		confirm(school, id);
		assertThat(one(school, id).status()).isEqualTo(ImportStatus.DONE);
		assertThat(pupilsByGrade(school)).isEqualTo(Map.of(1, 107, 2, 107, 3, 106, 4, 107, 5, 107, 6, 106));
		assertThat(count(school, "school_class")).isEqualTo(18);
		assertThat(count(school, "guardian")).isEqualTo(640);
		assertThat(count(school, "import_file") + count(school, "import_row")).isZero();
	}

	@Test
	void theSameRosterAgainChangesNothing() throws IOException {
		var school = this.cast.school();
		confirm(school, upload(school, "clean.xlsx"));
		var again = upload(school, "legacy.xls");
		var counts = one(school, again).counts();
		assertThat(counts.same()).isEqualTo(640);
		assertThat(counts.toWrite() + counts.missing() + counts.confirm() + counts.error()).isZero();
		assertThatThrownBy(() -> confirm(school, again)).isInstanceOf(RuleViolation.class)
			.hasMessage("importing.nothing");
	}

	@Test
	void anUndoneImportLeavesNothing() throws IOException {
		var school = this.cast.school();
		var id = upload(school, "clean.xlsx");
		confirm(school, id);
		undo(school, id);
		assertThat(count(school, "enrolment") + count(school, "guardian")).isZero();
		assertThat(one(school, id).status()).isEqualTo(ImportStatus.UNDONE);
		// The persons are gone too: the same file enrols them afresh.
		var again = upload(school, "clean.xlsx");
		assertThat(one(school, again).counts().added()).isEqualTo(640);
	}

	/**
	 * The children of these files exist once: what one test enrols, the next must not
	 * meet.
	 */
	@AfterEach
	void takeBack() {
		this.done.reversed().forEach((undo) -> undo.run());
	}

	private ImportRun one(TestSchool school, long id) {
		return school.officer().scope().call(() -> this.imports.one(school.officer(), id));
	}

	private void undo(TestSchool school, long id) {
		if (one(school, id).status() == ImportStatus.DONE) {
			school.officer().scope().run(() -> this.imports.undo(school.officer(), id));
		}
	}

	private long upload(TestSchool school, String file) throws IOException {
		var content = Rosters.read(file);
		return school.officer().scope().call(() -> {
			var id = this.imports.upload(school.officer(), "roster", file, content);
			this.imports.check(school.officer(), id);
			return id;
		});
	}

	private void confirm(TestSchool school, long id) {
		school.officer().scope().run(() -> this.imports.confirm(school.officer(), id));
		this.jobs.runDue();
		this.done.add(() -> undo(school, id));
	}

	private Map<Integer, Integer> pupilsByGrade(TestSchool school) {
		return school.officer().scope().call(() -> this.transactions.execute((status) -> {
			var grades = new LinkedHashMap<Integer, Integer>();
			this.jdbc.sql("""
					select g.number, count(*) from enrolment e join school_class c on c.id = e.class_id
						join grade g on g.id = c.grade_id where e.school_id = ? group by g.number order by 1""")
				.param(school.schoolId())
				.query((row) -> {
					grades.put(row.getInt(1), row.getInt(2));
				});
			return grades;
		}));
	}

	private int count(TestSchool school, String table) {
		return school.officer()
			.scope()
			.call(() -> this.transactions
				.execute((status) -> this.jdbc.sql("select count(*) from " + table + " where school_id = ?")
					.params(List.of(school.schoolId()))
					.query((row, number) -> row.getInt(1))
					.single()));
	}

}
