package org.nuanyang.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.org.ClassView;
import org.nuanyang.org.OrgService;
import org.nuanyang.user.UserService;

import org.springframework.context.ConfigurableApplicationContext;

/** A county beside the demo's own, in which a benchmark makes its schools. */
final class BenchmarkCounty {

	static final String OFFICE = "bcounty";

	private final ConfigurableApplicationContext app;

	private final BenchmarkTable table;

	private final OrgService orgs;

	private final DemoStaff staff;

	private final DemoServices services;

	private final DemoPeople people = new DemoPeople(20, 20260912);

	private final DemoDays days;

	private final long district;

	private final long countyId;

	BenchmarkCounty(ConfigurableApplicationContext app, BenchmarkTable table) {
		this.app = app;
		this.table = table;
		this.orgs = app.getBean(OrgService.class);
		this.staff = app.getBean(DemoStaff.class);
		this.services = app.getBean(DemoServices.class);
		this.days = new DemoDays(this.services.calendar(), LocalDate.now(this.services.clock()));
		this.countyId = this.orgs.addCounty("测量县");
		this.district = this.orgs.addDistrict(this.countyId, "测量学区");
		official(OFFICE);
	}

	/** An official of the county; sees the schools that there are by now. */
	Actor official(String username) {
		return this.app.getBean(UserService.class)
			.createForDemo(username, "测样一", this.orgs.place(this.countyId, null, null), Set.of(Role.COUNTY),
					DemoStaff.PASSWORD);
	}

	/** A school with its staff, classes and pupils. */
	record Filled(DemoStaff.School school, DemoStaff.Teachers teachers, List<ClassView> classes) {

	}

	/**
	 * A school without anybody but its staff.
	 * @param suffix ends the names of its accounts
	 */
	DemoStaff.School empty(String suffix) {
		var id = this.orgs.addSchool(this.district, "测量小学" + suffix, "B%9s".formatted(suffix).replace(' ', '0'),
				SchoolStage.PRIMARY, true);
		return this.staff.school(id, "b" + suffix, this.people);
	}

	Filled filled(String suffix, int classes, int pupils) {
		var school = empty(suffix);
		var size = new DemoSchools.Size("b" + suffix + "t", classes, pupils);
		var teachers = bean(DemoSchools.class).fill(school, size, this.days.year(), this.people);
		return new Filled(school, teachers, school.officer().scope().call(() -> this.orgs.classes(school.id())));
	}

	/**
	 * A round of the school.
	 * @param workingDaysAgo of its first case
	 */
	DemoRound round(Filled of, int workingDaysAgo) {
		var begin = this.days.before(workingDaysAgo);
		return new DemoRound(this.services, of.school(), of.teachers(), this.people, this.days.year(),
				this.days.plan(this.days.opening(begin)), begin, Set.of());
	}

	<T> T bean(Class<T> type) {
		return this.app.getBean(type);
	}

	/** Somebody who asks the running app for pages. */
	BenchmarkBrowser browser() {
		return BenchmarkBrowser.of(this.app);
	}

	BenchmarkTable table() {
		return this.table;
	}

	DemoServices services() {
		return this.services;
	}

	DemoPeople people() {
		return this.people;
	}

	DemoDays days() {
		return this.days;
	}

}
