package org.nuanyang.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nuanyang.application.RoundPlan;
import org.nuanyang.application.RoundStep;
import org.nuanyang.database.EmbeddedDatabase;
import org.nuanyang.demo.DemoSchools.Size;
import org.nuanyang.demo.DemoStaff.Teachers;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolStage;
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
			this.block
				.say("                         counsellor auditor admin county2    密码 password: " + DemoStaff.PASSWORD);
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
			log.info("正在建立示范县，约需半分钟 · Building the demo county, about half a minute");
			var begun = System.nanoTime();
			build();
			Files.delete(database.unfinished());
			log.info("示范县已建立，用时 {} 秒 · Demo county built in {} s", seconds(begun), seconds(begun));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long seconds(long begun) {
		return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
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
		var days = new DemoDays(this.services.calendar(), LocalDate.now(this.services.clock()));
		var teachers = lastYear(hetian, county, days, people);
		teachers = promoted(hetian, teachers, days, people);
		var year = new DemoYear(this.services, days, county, people);
		year.underWay(hetian, teachers, classes(hetian));
		year.sent(qingshi, this.schools.fill(qingshi, new Size("qs", 2, 38), days.year(), people), classes(qingshi));
		year.beginning(second, this.schools.fill(second, new Size("dc", 6, 50), days.year(), people), classes(second));
	}

	private DemoStaff.School school(long district, String name, String code, SchoolStage stage, String suffix,
			DemoPeople people) {
		return this.staff.school(this.orgs.addSchool(district, name, code, stage, true), suffix, people);
	}

	/** A round from opening to both terms paid. */
	private Teachers lastYear(DemoStaff.School school, Actor county, DemoDays days, DemoPeople people) {
		var last = days.year().previous();
		var teachers = this.schools.fill(school, HETIAN, last, people);
		var begin = LocalDate.of(last.firstYear(), 9, 8);
		var round = new DemoRound(this.services, school, teachers, people, last, plan(begin), begin, Set.of());
		var intake = new DemoIntake(round);
		var decisions = new DemoDecisions(round);
		var cases = new ArrayList<Long>();
		for (var schoolClass : classes(school)) {
			if (schoolClass.gradeNumber() > 1) {
				cases.addAll(intake.apply(schoolClass.id(), 0, 2));
			}
		}
		cases.addAll(intake.apply(laterVisitors(school), DemoYear.DRAFT, 1));
		DemoYear.appraised(intake, decisions, cases);
		intake.papers(cases);
		intake.enterAccounts(cases, true);
		round.later(3);
		decisions.decide();
		round.later(1);
		var objection = decisions.object(decisions.publish());
		round.later(2);
		decisions.answer(objection);
		round.later(4);
		DemoYear.acceptBut(round, decisions.file(), county);
		DemoYear.accept(round.later(1), decisions.file("已与学籍系统核对，班级以学籍系统为准。"), county);
		var money = new DemoMoney(this.services, round.later(4), Yuan.of("60000"));
		money.pay(money.prepare(Term.AUTUMN));
		var paid = round.today();
		round.later(105);
		money.reconcile(paid);
		money.pay(money.prepare(Term.SPRING));
		return teachers;
	}

	/** 四年级(1)班: a year on, its draft begins from what was declared then. */
	private long laterVisitors(DemoStaff.School school) {
		return classes(school).stream()
			.filter((schoolClass) -> schoolClass.gradeNumber() == 4)
			.findFirst()
			.orElseThrow()
			.id();
	}

	private Map<RoundStep, RoundPlan.Dates> plan(LocalDate begin) {
		var dates = new EnumMap<RoundStep, RoundPlan.Dates>(RoundStep.class);
		var start = begin;
		for (var step : RoundStep.values()) {
			var end = this.services.calendar().addWorkingDays(start, 5);
			dates.put(step, new RoundPlan.Dates(start, end));
			start = end;
		}
		return dates;
	}

	/** Everybody a year on; a new first grade comes. */
	private Teachers promoted(DemoStaff.School school, Teachers before, DemoDays days, DemoPeople people) {
		var officer = school.officer();
		var year = days.year();
		this.services.clock().at(LocalDate.of(year.firstYear(), 8, 28).atTime(9, 0), () -> officer.scope().call(() -> {
			this.promotion.promote(officer, year.firstYear());
			return true;
		}));
		var teachers = new HashMap<>(before.byClass());
		teachers.putAll(this.schools.fillGrade(school, 1, HETIAN, year, people));
		return new Teachers(teachers);
	}

	private List<ClassView> classes(DemoStaff.School school) {
		return school.officer().scope().call(() -> this.orgs.classes(school.id()));
	}

}
