package org.nuanyang.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.nuanyang.Nuanyang;
import org.nuanyang.importing.ImportService;
import org.nuanyang.importing.ImportStatus;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.Scope;
import org.nuanyang.kernel.Sex;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.PupilDraft;
import org.nuanyang.support.Statements;
import org.nuanyang.user.UserService;
import org.postgresql.PGConnection;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * {@code mvn -Pbenchmark verify}: how fast the pages, the import and the export are as a
 * county grows. It asserts nothing; {@code docs/benchmarks.md} holds what it printed.
 */
class CountyBenchmark {

	private static final int PER_SCHOOL = 6 * 8 * 42;

	private final BenchmarkTable table = new BenchmarkTable();

	private final Path data = Path.of("target", "benchmark");

	@Test
	void aCountyGrows() throws Exception {
		FileSystemUtils.deleteRecursively(this.data);
		try (var app = started("empty database, demo county included")) {
			new Growing(app, this.table)
				.run(Arrays.stream(System.getProperty("benchmark.pupils", "2000,20000,200000").split(","))
					.map(Integer::valueOf)
					.toList());
		}
		try (var app = started("full database")) {
			this.table.said("");
		}
		this.table.said(String.format(Locale.ROOT, "heap: peak %d MB of %d MB",
				ManagementFactory.getMemoryPoolMXBeans()
					.stream()
					.filter((pool) -> pool.getType() == MemoryType.HEAP)
					.map(MemoryPoolMXBean::getPeakUsage)
					.mapToLong((use) -> use.getUsed() >> 20)
					.sum(),
				Runtime.getRuntime().maxMemory() >> 20));
		this.table.print();
	}

	private ConfigurableApplicationContext started(String what) {
		var begun = System.nanoTime();
		var app = new SpringApplicationBuilder(Nuanyang.class, Statements.class).run("--nuanyang.data=" + this.data,
				"--server.port=0", "--management.server.port=-1");
		try (var browser = new BenchmarkBrowser(port(app))) {
			browser.get("/login");
		}
		this.table.said(
				String.format(Locale.ROOT, "time to first page, %s: %.1f s", what, (System.nanoTime() - begun) / 1e9));
		return app;
	}

	private static int port(ConfigurableApplicationContext app) {
		return Integer.parseInt(app.getBean(Environment.class).getRequiredProperty("local.server.port"));
	}

	/** A county that gets one school after the other, all like the first. */
	private static final class Growing {

		private final ConfigurableApplicationContext app;

		private final BenchmarkTable table;

		private final OrgService orgs;

		private final DemoStaff staff;

		private final DemoPeople people = new DemoPeople(20);

		private final DemoDays days;

		private final long district;

		private final Actor county;

		Growing(ConfigurableApplicationContext app, BenchmarkTable table) {
			this.app = app;
			this.table = table;
			this.orgs = app.getBean(OrgService.class);
			this.staff = app.getBean(DemoStaff.class);
			var services = app.getBean(DemoServices.class);
			this.days = new DemoDays(services.calendar(), LocalDate.now(services.clock()));
			var countyId = this.orgs.addCounty("测量县");
			this.district = this.orgs.addDistrict(countyId, "测量学区");
			this.county = app.getBean(UserService.class)
				.createForDemo("bcounty", "测样一", this.orgs.place(countyId, null, null), Set.of(Role.COUNTY),
						DemoStaff.PASSWORD);
		}

		void run(List<Integer> sizes) throws Exception {
			var first = school(1);
			var meeting = meeting(first);
			var begun = System.nanoTime();
			var schools = 1;
			for (var size : sizes) {
				for (; schools * PER_SCHOOL < size - PER_SCHOOL / 2; schools++) {
					school(schools + 1);
				}
				this.table.said("");
				this.table.said(String.format(Locale.ROOT, "enrolled through the service since the last: %.1f s",
						(System.nanoTime() - begun) / 1e9));
				measure(schools * PER_SCHOOL, meeting);
				begun = System.nanoTime();
			}
			new Moving(this.app, this.table, this.orgs, this.staff, this.people).run(this.district);
		}

		private record Filled(DemoStaff.School school, DemoStaff.Teachers teachers, List<ClassView> classes) {

		}

		private Filled school(int number) {
			var id = this.orgs.addSchool(this.district, "测量第%d小学".formatted(number), "B%09d".formatted(number),
					SchoolStage.PRIMARY, true);
			var school = this.staff.school(id, "b" + number, this.people);
			var teachers = this.app.getBean(DemoSchools.class)
				.fill(school, new DemoSchools.Size("b" + number + "t", 8, 42), this.days.year(), this.people);
			return new Filled(school, teachers, school.officer().scope().call(() -> this.orgs.classes(id)));
		}

		/** 300 cases that wait for the committee. */
		private Board meeting(Filled first) {
			var begin = this.days.before(5);
			var round = new DemoRound(this.app.getBean(DemoServices.class), first.school(), first.teachers(),
					this.people, this.days.year(), this.days.plan(this.days.opening(begin)), begin);
			var intake = new DemoIntake(round);
			var decisions = new DemoDecisions(round);
			var published = new ArrayList<Long>();
			first.classes().subList(0, 4).forEach((one) -> published.addAll(intake.apply(one.id(), 0, 5)));
			DemoYear.appraised(intake, decisions, published);
			round.later(0);
			decisions.decide();
			round.later(0);
			var notice = decisions.publish();
			round.later(0);
			var cases = new ArrayList<Long>();
			first.classes().forEach((one) -> cases.addAll(intake.apply(one.id(), 10, 7)));
			DemoYear.appraised(intake, decisions, cases.subList(0, 300));
			round.later(0);
			return new Board(decisions.meet().id(), cases.getFirst(), notice,
					round.cases(cases.subList(0, 1)).getFirst().enrolmentId());
		}

		private record Board(long meeting, long application, long notice, long pupil) {

		}

		private void measure(int pupils, Board board) {
			this.table.pupils(pupils);
			var port = port(this.app);
			try (var stranger = new BenchmarkBrowser(port);
					var officer = new BenchmarkBrowser(port).signedIn("officerb1");
					var county = new BenchmarkBrowser(port).signedIn("bcounty")) {
				this.table.limit("sign-in page", () -> stranger.get("/login"));
				this.table.page("workbench", () -> officer.get("/"));
				this.table.page("pupil list, first page", () -> officer.get("/students"));
				this.table.page("pupil list, one grade", () -> officer.get("/students?grade=5"));
				this.table.page("pupil list, searched by pinyin", () -> officer.get("/students?q=shen"));
				this.table.page("pupil file", () -> officer.get("/students/" + board.pupil()));
				this.table.page("case page", () -> officer.get("/applications/" + board.application()));
				this.table.page("committee board, 300 cases", () -> officer.get("/meetings/" + board.meeting()));
				this.table.page("public notice", () -> stranger.get("/public/notices/" + board.notice()));
				this.table.page("county: workbench", () -> county.get("/"));
				this.table.page("county: pupil list, first page", () -> county.get("/students"));
				this.table.page("county: searched by pinyin", () -> county.get("/students?q=shen"));
			}
		}

	}

	/** 20,000 pupils in and out. */
	private static final class Moving {

		private static final int ROWS = 20_000;

		private final ConfigurableApplicationContext app;

		private final BenchmarkTable table;

		private final OrgService orgs;

		private final DemoStaff staff;

		private final DemoPeople people;

		Moving(ConfigurableApplicationContext app, BenchmarkTable table, OrgService orgs, DemoStaff staff,
				DemoPeople people) {
			this.app = app;
			this.table = table;
			this.orgs = orgs;
			this.staff = staff;
			this.people = people;
		}

		void run(long district) throws Exception {
			var school = this.staff.school(
					this.orgs.addSchool(district, "测量导入小学", "B999999999", SchoolStage.PRIMARY, true), "bi",
					this.people);
			this.table.said("");
			var rate = importRoster(school.officer());
			copy(school.officer().scope(), rate);
			export();
		}

		private double importRoster(Actor officer) throws Exception {
			var imports = this.app.getBean(ImportService.class);
			var begun = System.nanoTime();
			var id = officer.scope().call(() -> imports.upload(officer, "roster", "测量.csv", roster()));
			var uploaded = System.nanoTime();
			officer.scope().call(() -> imports.check(officer, id));
			var verified = System.nanoTime();
			officer.scope().run(() -> imports.accept(officer, id, null));
			officer.scope().call(() -> imports.confirm(officer, id));
			while (officer.scope().call(() -> imports.one(officer, id)).status() != ImportStatus.DONE) {
				Thread.sleep(100);
			}
			var seconds = (System.nanoTime() - begun) / 1e9;
			this.table.said(String.format(Locale.ROOT,
					"import of %,d rows: upload %.1f s, check %.1f s, write %.1f s, %,.0f rows/s in all, %,d pupils",
					ROWS, (uploaded - begun) / 1e9, (verified - uploaded) / 1e9, (System.nanoTime() - verified) / 1e9,
					ROWS / seconds, pupils(officer)));
			return ROWS / seconds;
		}

		private long pupils(Actor officer) {
			var found = new AtomicLong();
			officer.scope()
				.run(() -> this.app.getBean(TransactionTemplate.class)
					.executeWithoutResult((status) -> found.set(this.app.getBean(JdbcClient.class)
						.sql("select count(*) from enrolment")
						.query(Long.class)
						.single())));
			return found.get();
		}

		private byte[] roster() {
			var csv = new StringBuilder("学籍号,姓名,性别,出生日期,身份证件类型,身份证件号,年级,班级,就读方式,入学年月,家庭成员一姓名,家庭成员一关系,家庭成员一联系电话\n");
			for (var row = 0; row < ROWS; row++) {
				var grade = 1 + row * 6 / ROWS;
				var pupil = this.people.pupil(0, grade, 2026, LocalDate.of(2027 - grade, 9, 1));
				csv.append(line(pupil, grade, 1 + row % 60));
			}
			return csv.toString().getBytes(StandardCharsets.UTF_8);
		}

		private static String line(PupilDraft pupil, int grade, int schoolClass) {
			var who = pupil.identity();
			var guardian = pupil.guardians().getFirst();
			return String.join(",", "G" + who.document().number(), who.name().value(),
					(who.sex() == Sex.MALE) ? "男" : "女", who.bornOn().toString().replace("-", ""), "居民身份证",
					who.document().number(), "一二三四五六".charAt(grade - 1) + "年级", schoolClass + "班",
					pupil.schooling().boarding() ? "住校" : "走读", (2027 - grade) + "09", guardian.name().value(),
					guardian.relation(), Objects.requireNonNull(guardian.phone()).number()) + "\n";
		}

		/** The same rows into tables of the same shape, by the quickest way there is. */
		private void copy(Scope scope, double imported) {
			var seconds = scope.call(() -> this.app.getBean(TransactionTemplate.class)
				.execute((status) -> this.app.getBean(JdbcTemplate.class).execute((Connection connection) -> {
					var taken = 0L;
					var rows = connection.unwrap(PGConnection.class).getCopyAPI();
					try (var statement = connection.createStatement()) {
						for (var name : List.of("person", "enrolment", "guardian")) {
							var out = new ByteArrayOutputStream();
							try {
								rows.copyOut("copy (select * from %s) to stdout (format binary)".formatted(name), out);
								statement.execute(
										"create temp table copy_of_%s (like %1$s including indexes)".formatted(name));
								var begun = System.nanoTime();
								rows.copyIn("copy copy_of_%s from stdin (format binary)".formatted(name),
										new ByteArrayInputStream(out.toByteArray()));
								taken += System.nanoTime() - begun;
							}
							catch (IOException ex) {
								throw new UncheckedIOException(ex);
							}
						}
					}
					return taken / 1e9;
				})));
			this.table
				.said(String.format(Locale.ROOT, "COPY of the same rows: %.1f s, %,.0f rows/s; import / COPY %.2f",
						seconds, ROWS / seconds, imported / (ROWS / seconds)));
		}

		private void export() {
			try (var officer = new BenchmarkBrowser(port(this.app)).signedIn("officerbi")) {
				var begun = System.nanoTime();
				var file = officer.post("/students/exports/new", "/students/exports",
						Map.of("purpose", "REPORT", "note", "测量"));
				this.table.said(String.format(Locale.ROOT, "export of %,d pupils: %.1f s, %,d KB", ROWS,
						(System.nanoTime() - begun) / 1e9, file.length >> 10));
			}
		}

	}

}
