package org.nuanyang.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.nuanyang.importing.ImportService;
import org.nuanyang.importing.ImportStatus;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Scope;
import org.nuanyang.kernel.Sex;
import org.nuanyang.student.PupilDraft;
import org.postgresql.PGConnection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 20,000 pupils in and out, into one school. */
final class BenchmarkRoster {

	private static final int ROWS = 20_000;

	private static final int CLASSES = 60;

	private final BenchmarkCounty county;

	BenchmarkRoster(BenchmarkCounty county) {
		this.county = county;
	}

	void run() throws InterruptedException {
		var school = this.county.empty("i");
		this.county.table().said("");
		var rate = importRoster(school.officer());
		copy(school.officer().scope(), rate);
		export();
	}

	/**
	 * @return rows in a second, from the upload to the last one written
	 */
	private double importRoster(Actor officer) throws InterruptedException {
		var imports = this.county.bean(ImportService.class);
		var file = roster();
		var begun = System.nanoTime();
		var id = officer.scope().call(() -> imports.upload(officer, "roster", "测量.csv", file));
		var uploaded = System.nanoTime();
		officer.scope().call(() -> imports.check(officer, id));
		var verified = System.nanoTime();
		officer.scope().run(() -> imports.accept(officer, id, null));
		officer.scope().call(() -> imports.confirm(officer, id));
		while (officer.scope().call(() -> imports.one(officer, id)).status() != ImportStatus.DONE) {
			Thread.sleep(100);
		}
		var written = System.nanoTime();
		var seconds = (written - begun) / 1e9;
		this.county.table()
			.said(String.format(Locale.ROOT,
					"import of %,d rows: upload %.1f s, check %.1f s, write %.1f s, %,.0f rows/s in all, %,d pupils",
					ROWS, (uploaded - begun) / 1e9, (verified - uploaded) / 1e9, (written - verified) / 1e9,
					ROWS / seconds, pupils(officer)));
		return ROWS / seconds;
	}

	private long pupils(Actor officer) {
		return officer.scope()
			.call(() -> Objects.requireNonNull(this.county.bean(TransactionTemplate.class)
				.execute((status) -> this.county.bean(JdbcClient.class)
					.sql("select count(*) from enrolment")
					.query((row, number) -> row.getLong(1))
					.single())));
	}

	/**
	 * Children of the age for their grade, or no row would be taken; the few whose number
	 * a child of the demo county happens to have stay out.
	 */
	private byte[] roster() {
		var people = new DemoPeople(0, 20261122);
		var csv = new StringBuilder("学籍号,姓名,性别,出生日期,身份证件类型,身份证件号,年级,班级,就读方式,入学年月,家庭成员一姓名,家庭成员一关系,家庭成员一联系电话\n");
		var year = this.county.days().year().firstYear();
		for (var row = 0; row < ROWS; row++) {
			var grade = 1 + row * 6 / ROWS;
			var pupil = people.pupil(0, grade, year, LocalDate.of(year + 1 - grade, 9, 1));
			csv.append(line(pupil, grade, 1 + row % CLASSES));
		}
		return csv.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String line(PupilDraft pupil, int grade, int schoolClass) {
		var who = pupil.identity();
		var guardian = pupil.guardians().getFirst();
		return String.join(",", "G" + who.document().number(), who.name().value(), (who.sex() == Sex.MALE) ? "男" : "女",
				who.bornOn().toString().replace("-", ""), "居民身份证", who.document().number(),
				"一二三四五六".charAt(grade - 1) + "年级", schoolClass + "班", pupil.schooling().boarding() ? "住校" : "走读",
				pupil.schooling().enteredOn().getYear() + "09", guardian.name().value(), guardian.relation(),
				Objects.requireNonNull(guardian.phone()).number()) + "\n";
	}

	/** The same rows into tables of the same shape, by the quickest way there is. */
	private void copy(Scope scope, double imported) {
		var seconds = scope.call(() -> Objects.requireNonNull(this.county.bean(TransactionTemplate.class)
			.execute((status) -> this.county.bean(JdbcTemplate.class)
				.execute((Connection connection) -> copy(connection) / 1e9))));
		this.county.table()
			.said(String.format(Locale.ROOT, "COPY of the same rows: %.1f s, %,.0f rows/s; import / COPY %.2f", seconds,
					ROWS / seconds, imported / (ROWS / seconds)));
	}

	private static long copy(Connection connection) {
		var taken = 0L;
		try (var statement = connection.createStatement()) {
			var rows = connection.unwrap(PGConnection.class).getCopyAPI();
			for (var name : List.of("person", "enrolment", "guardian")) {
				var out = new ByteArrayOutputStream();
				rows.copyOut("copy (select * from %s) to stdout (format binary)".formatted(name), out);
				statement.execute("create temp table copy_of_%s (like %1$s including indexes)".formatted(name));
				var begun = System.nanoTime();
				rows.copyIn("copy copy_of_%s from stdin (format binary)".formatted(name),
						new ByteArrayInputStream(out.toByteArray()));
				taken += System.nanoTime() - begun;
			}
			return taken;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void export() {
		try (var officer = this.county.browser().signedIn("officerbi")) {
			var begun = System.nanoTime();
			var file = officer.post("/students/exports/new", "/students/exports",
					Map.of("purpose", "REPORT", "note", "测量"));
			var seconds = (System.nanoTime() - begun) / 1e9;
			this.county.table()
				.said(String.format(Locale.ROOT, "export of %,d pupils: %.1f s, %,.0f rows/s, %,d KB", ROWS, seconds,
						ROWS / seconds, file.length >> 10));
		}
	}

}
