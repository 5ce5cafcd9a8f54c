package org.nuanyang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.database.EmbeddedDatabase;
import org.nuanyang.demo.DemoSchools.Size;
import org.nuanyang.demo.DemoStaff.Teachers;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.student.PromotionService;
import org.nuanyang.web.StartBlock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Builds the demo county in an empty embedded database, never in another one: last year's
 * round from beginning to end, this year's under way.
 */
@Component
@Order(0)
@ConditionalOnBooleanProperty("nuanyang.demo")
class DemoCounty implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(DemoCounty.class);

	private static final SchoolYear LAST = new SchoolYear(2025);

	private static final SchoolYear THIS = new SchoolYear(2026);

	private static final Size HETIAN = new Size("ht", 3, 36);

	private final ObjectProvider<EmbeddedDatabase> embedded;

	private final JdbcClient jdbc;

	private final OrgService orgs;

	private final DemoStaff staff;

	private final DemoSchools schools;

	private final DemoServices services;

	private final PromotionService promotion;

	private final StartBlock block;

	DemoCounty(ObjectProvider<EmbeddedDatabase> embedded, JdbcClient jdbc, OrgService orgs, DemoStaff staff,
			DemoSchools schools, DemoServices services, PromotionService promotion, StartBlock block) {
		this.embedded = embedded;
		this.jdbc = jdbc;
		this.orgs = orgs;
		this.staff = staff;
		this.schools = schools;
		this.services = services;
		this.promotion = promotion;
		this.block = block;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		var database = this.embedded.getIfAvailable();
		if (database == null) {
			return;
		}
		if (isEmpty()) {
			build(database);
		}
		if (isDemo()) {
			this.block.say("示范县账号 demo accounts: county district officer teacher principal finance reviewer");
			this.block.say("                         counsellor auditor admin    密码 password: " + DemoStaff.PASSWORD);
		}
	}

	/** Whether the database in use is the demo county's, and an embedded one. */
	boolean isShown() {
		return this.embedded.getIfAvailable() != null && isDemo();
	}

	private boolean isEmpty() {
		return this.jdbc.sql("select 1 from app_user limit 1").query((row, number) -> true).optional().isEmpty();
	}

	private boolean isDemo() {
		return this.jdbc.sql("select 1 from county where name = '示例县'")
			.query((row, number) -> true)
			.optional()
			.isPresent();
	}

	/** Half a demo is thrown away at the next start. */
	private void build(EmbeddedDatabase database) {
		try {
			Files.createFile(database.unfinished());
			log.info("正在建立示范县,约需半分钟 · Building the demo county, about half a minute");
			build();
			Files.delete(database.unfinished());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void build() {
		var people = new DemoPeople();
		var countyId = this.orgs.addCounty("示例县");
		var district = this.orgs.addDistrict(countyId, "禾田学区");
		var hetian = school(district, "禾田中心学校", "S000000001", SchoolStage.PRIMARY, "", people);
		var qingshi = school(district, "青石小学", "S000000002", SchoolStage.PRIMARY, "2", people);
		var second = school(district, "示例县第二初级中学", "S000000003", SchoolStage.JUNIOR, "3", people);
		// An account's scope is the schools that its place has when it signs in.
		var county = this.staff.county(countyId, district);
		var teachers = lastYear(hetian, county, people);
		teachers = promoted(hetian, teachers, people);
		thisYear(hetian, teachers, county, people);
		beginning(qingshi, this.schools.fill(qingshi, new Size("qs", 2, 38), THIS, people), people);
		beginning(second, this.schools.fill(second, new Size("dc", 6, 50), THIS, people), people);
	}

	private DemoStaff.School school(long district, String name, String code, SchoolStage stage, String suffix,
			DemoPeople people) {
		return this.staff.school(this.orgs.addSchool(district, name, code, stage, true), suffix, people);
	}

	/** A round from opening to both terms paid. */
	private Teachers lastYear(DemoStaff.School school, Actor county, DemoPeople people) {
		var teachers = this.schools.fill(school, HETIAN, LAST, people);
		var round = new DemoRound(this.services, school, teachers, people, LAST, LocalDate.of(2025, 9, 8));
		var cases = new ArrayList<Long>();
		for (var schoolClass : classes(school)) {
			if (schoolClass.gradeNumber() > 1) {
				cases.addAll(round.apply(schoolClass.id(), 0, 2));
			}
		}
		appraised(round, cases);
		round.enterAccounts(cases, true);
		round.later(3).decide();
		round.later(1).publish();
		accept(round.later(6), round.file(), county);
		var money = new DemoMoney(this.services, round.later(5), Yuan.of("60000"));
		money.pay(money.prepare(Term.AUTUMN));
		round.later(80);
		money.pay(money.prepare(Term.SPRING));
		return teachers;
	}

	/** Everybody a year on; a new first grade comes. */
	private Teachers promoted(DemoStaff.School school, Teachers before, DemoPeople people) {
		var officer = school.officer();
		this.services.clock().at(LocalDate.of(2026, 8, 28).atTime(9, 0), () -> officer.scope().call(() -> {
			this.promotion.promote(officer, THIS.firstYear());
			return true;
		}));
		var teachers = new HashMap<>(before.byClass());
		teachers.putAll(this.schools.fillGrade(school, 1, HETIAN, THIS, people));
		return new Teachers(teachers);
	}

	/**
	 * A round with cases at every step: some filed and awaiting the county, some on
	 * notice, some decided, some on the way.
	 */
	private void thisYear(DemoStaff.School school, Teachers teachers, Actor county, DemoPeople people) {
		var round = new DemoRound(this.services, school, teachers, people, THIS, LocalDate.of(2026, 9, 21));
		var classes = classes(school).stream().filter((schoolClass) -> schoolClass.gradeNumber() >= 3).toList();
		var first = apply(round, classes.subList(0, 5), 4);
		appraised(round, first);
		round.enterAccounts(first, true);
		round.later(2).decide();
		round.later(1).publish();
		var second = apply(round.later(6), classes.subList(5, 8), 4);
		appraised(round, second);
		round.enterAccounts(second.subList(0, 6), false);
		round.later(1).decide();
		refuseSome(round);
		round.later(1).publish();
		var objected = round.inStatus(ApplicationStatus.ON_NOTICE).getLast().id();
		round.as(school.officer(),
				() -> this.services.applications().object(school.officer(), objected, "家长来访反映家庭收入与公示前核实不符"));
		onTheWay(round, classes.subList(8, classes.size()));
		accept(round, round.file(), county);
		new DemoMoney(this.services, round.later(1), Yuan.of("30000")).prepare(Term.AUTUMN);
	}

	private void refuseSome(DemoRound round) {
		var officer = round.school().officer();
		round.inStatus(ApplicationStatus.NOT_PASSED)
			.stream()
			.skip(1)
			.forEach((application) -> round.as(officer,
					() -> this.services.intake().refuse(officer, application.id(), application.version(), null)));
	}

	/** Cases that wait at each step before the committee, and some that it has passed. */
	private void onTheWay(DemoRound round, List<ClassView> classes) {
		var passed = apply(round, classes.subList(0, 1), 3);
		appraised(round, passed);
		round.decide();
		var appraised = apply(round, classes.subList(1, 2), 4);
		appraised(round, appraised);
		var open = apply(round, classes.subList(2, classes.size()), 7);
		round.declare(open.stream().skip(2).toList());
		round.submit(open.stream().skip(4).toList());
		var submitted = open.stream().skip(6).toList();
		round.sendBack(submitted.stream().limit(1).toList());
		round.withdraw(submitted.stream().skip(1).limit(1).toList());
		var accepted = submitted.stream().skip(2).toList();
		round.accept(accepted);
		var visited = accepted.stream().skip(4).toList();
		round.visit(visited);
		round.assess(visited.stream().skip(2).toList());
	}

	private static List<Long> apply(DemoRound round, List<ClassView> classes, int each) {
		var cases = new ArrayList<Long>();
		classes.forEach((schoolClass) -> cases.addAll(round.apply(schoolClass.id(), 0, each)));
		return cases;
	}

	private static void appraised(DemoRound round, List<Long> cases) {
		round.declare(cases);
		round.submit(cases);
		round.accept(cases);
		round.visit(cases);
		round.assess(cases);
		round.appraise(cases);
	}

	private void accept(DemoRound round, long filing, Actor county) {
		round.as(county, () -> this.services.filings().accept(county, filing));
		round.as(round.school().officer(), () -> {
			this.services.awards().grant(round.school().officer(), filing);
		});
	}

	/** A school that has just begun. */
	private void beginning(DemoStaff.School school, Teachers teachers, DemoPeople people) {
		var round = new DemoRound(this.services, school, teachers, people, THIS, LocalDate.of(2026, 11, 2));
		var cases = apply(round, classes(school).subList(0, 3), 3);
		round.declare(cases.subList(0, 6));
		round.submit(cases.subList(0, 4));
	}

	private List<ClassView> classes(DemoStaff.School school) {
		return school.officer().scope().call(() -> this.orgs.classes(school.id()));
	}

}
