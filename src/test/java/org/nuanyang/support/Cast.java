package org.nuanyang.support;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolStage;
import org.nuanyang.org.OrgService;
import org.nuanyang.org.Place;
import org.nuanyang.user.UserService;

import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Makes the invented people and schools that tests act with. */
public class Cast {

	/** The password of everybody in tests. */
	public static final String PASSWORD = "Sunshine-2026";

	private static final AtomicInteger NEXT = new AtomicInteger();

	private final OrgService orgs;

	private final UserService users;

	Cast(OrgService orgs, UserService users) {
		this.orgs = orgs;
		this.users = users;
	}

	/** A fresh primary school with its staff, in a fresh district and county. */
	public TestSchool school() {
		return school(SchoolStage.PRIMARY);
	}

	public TestSchool school(SchoolStage stage) {
		var n = NEXT.incrementAndGet();
		return school(stage, n, String.valueOf(n));
	}

	/**
	 * One for the pictures of the guide, named as a school is: once in a database, since
	 * names are not given twice.
	 */
	public TestSchool pictured() {
		return school(SchoolStage.PRIMARY, NEXT.incrementAndGet(), "");
	}

	private TestSchool school(SchoolStage stage, int n, String suffix) {
		var county = this.orgs.addCounty("云栖县" + suffix);
		var district = this.orgs.addDistrict(county, "西坪学区" + suffix);
		var school = this.orgs.addSchool(district, "青石学校" + suffix, "T" + n + "A", stage, true);
		var other = this.orgs.addSchool(district, "白河学校" + suffix, "T" + n + "B", stage, true);
		var here = this.orgs.place(null, null, school);
		return new TestSchool(school, district, county, person(n, "officer", "郑例安", here, Role.OFFICER),
				person(n, "head", "苏例宁", here, Role.HEAD_TEACHER),
				person(n, "secondhead", "何例真", here, Role.HEAD_TEACHER),
				person(n, "principal", "梁例远", here, Role.PRINCIPAL), person(n, "reviewer", "谢例衡", here, Role.REVIEWER),
				person(n, "finance", "唐例谷", here, Role.FINANCE), person(n, "counsellor", "许例慧", here, Role.COUNSELLOR),
				person(n, "district", "韩例川", this.orgs.place(null, district, null), Role.DISTRICT),
				person(n, "county", "贺例山", this.orgs.place(county, null, null), Role.COUNTY),
				person(n, "auditor", "邓例明", this.orgs.place(county, null, null), Role.AUDITOR),
				person(n, "admin", "曹例方", this.orgs.place(county, null, null), Role.ADMIN), other,
				person(n, "stranger", "彭例舟", this.orgs.place(null, null, other), Role.OFFICER));
	}

	/** One more person at a place, with the given roles. */
	public Actor person(Place place, Role... roles) {
		var n = NEXT.incrementAndGet();
		return this.users.createForDemo("extra" + n, "测试员" + n, place, Set.of(roles), PASSWORD);
	}

	private Actor person(int n, String what, String name, Place place, Role role) {
		return this.users.createForDemo(what + n, name, place, Set.of(role), PASSWORD);
	}

	/** Signs the request in as the actor, with the CSRF token that a page would carry. */
	public static RequestPostProcessor as(Actor actor) {
		return (request) -> {
			// Of the app that is asked: a run has several, each with a database.
			var details = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
				.getBean(UserDetailsService.class);
			var person = SecurityMockMvcRequestPostProcessors.user(details.loadUserByUsername(actor.username()));
			return SecurityMockMvcRequestPostProcessors.csrf().postProcessRequest(person.postProcessRequest(request));
		};
	}

}
