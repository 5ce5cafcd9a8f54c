package org.nuanyang.org;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Districts and schools by the administrator, classes and head teachers by the officer.
 */
@IntegrationTest
class StructurePageTests {

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	OrgService orgs;

	TestSchool school;

	@BeforeEach
	void makeSchool() {
		this.school = this.cast.school();
	}

	@Test
	void aDistrictAndASchoolAreAddedToTheOwnCounty() {
		var admin = this.school.admin();
		assertThat(addDistrict(admin, "东岭学区")).hasRedirectedUrl("/schools");
		assertThat(addDistrict(admin, "东岭学区")).hasStatus(422);
		assertThat(addDistrict(admin, "  ")).hasStatus(422);
		assertThat(this.trail.entries(admin, "org.district-added")).isOne();
		var form = form("东岭小学", "D" + this.school.schoolId());
		assertThat(this.pages.post(admin, "/schools", form)).hasRedirectedUrl("/schools");
		assertThat(this.pages.page(admin, "/schools").text()).contains("东岭学区", "东岭小学");
		assertThat(this.trail.entries(admin, "org.school-added")).isOne();
		var again = this.pages.post(admin, "/schools", form);
		assertThat(again).hasStatus(422);
		assertThat(Pages.page(again).select("#name").val()).isEqualTo("东岭小学");
	}

	@Test
	void aSchoolsNameStageAndBoardingAreCorrected() {
		var admin = this.school.admin();
		var address = "/schools/" + this.school.schoolId();
		var form = form("改名小学" + this.school.schoolId(), "X1234");
		form.put("stage", "JUNIOR");
		form.remove("boarding");
		assertThat(this.pages.post(admin, address, form)).hasRedirectedUrl("/schools");
		var changed = this.orgs.school(this.school.schoolId());
		assertThat(changed.name()).startsWith("改名小学");
		assertThat(changed.stage().name()).isEqualTo("JUNIOR");
		assertThat(changed.boarding()).isFalse();
		assertThat(changed.code()).isNotEqualTo("X1234");
		assertThat(this.trail.entries(admin, "org.school-changed")).isOne();
	}

	@Test
	void aCountyAndADistrictAreRenamed() {
		var admin = this.school.admin();
		var district = "/districts/" + this.school.districtId();
		var county = "/counties/" + this.school.countyId();
		assertThat(this.pages.page(admin, district).select("#name").val()).isNotBlank();
		assertThat(rename(admin, district, "新岭学区")).hasRedirectedUrl("/schools");
		assertThat(rename(admin, county, "新岭县" + this.school.countyId())).hasRedirectedUrl("/schools");
		assertThat(this.pages.page(admin, "/schools").text()).contains("新岭学区", "新岭县" + this.school.countyId());
		assertThat(this.trail.entries(admin, "org.district-renamed")).isOne();
		assertThat(this.trail.entries(admin, "org.county-renamed")).isOne();
		addDistrict(admin, "旧岭学区");
		assertThat(rename(admin, district, "旧岭学区")).hasStatus(422).bodyText().contains("已经有了", "value=\"旧岭学区\"");
		assertThat(rename(admin, district, " ")).hasStatus(422);
		var elsewhere = this.cast.school();
		assertThat(rename(elsewhere.admin(), district, "别县学区")).hasStatus(404);
		assertThat(rename(elsewhere.admin(), county, "别县")).hasStatus(404);
		assertThat(rename(this.school.county(), county, "别县")).hasStatus(403);
	}

	@Test
	void nobodyTouchesAnotherCountyOrSitsBelow() {
		var elsewhere = this.cast.school();
		assertThat(this.pages.get(this.school.admin(), "/schools/" + elsewhere.schoolId())).hasStatus(404);
		assertThat(this.pages.post(this.school.admin(), "/districts",
				Map.of("countyId", String.valueOf(elsewhere.countyId()), "name", "外县学区")))
			.hasStatus(404);
		assertThat(this.pages.post(this.school.admin(), "/counties", Map.of("county", "新县"))).hasStatus(404);
		var ofSchool = this.cast.person(this.orgs.place(null, null, this.school.schoolId()), Role.ADMIN);
		assertThat(this.pages.post(ofSchool, "/schools", form("下级小学", "E" + this.school.schoolId()))).hasStatus(404);
		assertThat(addDistrict(this.school.county(), "不成学区")).hasStatus(403);
		assertThat(this.pages.page(this.school.county(), "/schools").text()).contains("西坪学区").doesNotContain("建立学区");
	}

	@Test
	void aBlankNameGivesTheFormBackWithWhatWasTyped() {
		var refused = addDistrict(this.school.admin(), "  ");
		assertThat(refused).hasStatus(422).bodyText().contains("建立学区");
		assertThat(Pages.page(refused).select(".note-risk").text()).contains("名称没有填");
		assertThat(this.pages.post(this.school.admin(), "/schools", form("  ", "F" + this.school.schoolId())))
			.hasStatus(422)
			.bodyText()
			.contains("value=\"F" + this.school.schoolId() + "\"");
	}

	@Test
	void whoAdministersTheInstallationAddsACounty() {
		var admin = this.cast.person(this.orgs.place(null, null, null), Role.ADMIN);
		var tooLong = "县".repeat(61);
		assertThat(this.pages.post(admin, "/counties", Map.of("county", " "))).hasStatus(422)
			.bodyText()
			.contains("建立县");
		assertThat(this.pages.post(admin, "/counties", Map.of("county", tooLong))).hasStatus(422)
			.bodyText()
			.contains("value=\"" + tooLong + "\"");
		assertThat(this.pages.post(admin, "/counties", Map.of("county", "全新县" + this.school.schoolId())))
			.hasRedirectedUrl("/schools");
		assertThat(this.trail.entries(admin, "org.county-added")).isOne();
		// Who stands above every county would confirm for the other tests' counties too.
		TestDatabase.asOwner("update app_user set disabled = true where id = " + admin.userId());
	}

	@Test
	void theOfficerAddsAClassAndEntrustsItToAHeadTeacher() {
		var officer = this.school.officer();
		assertThat(addClass(officer, "3", "2")).hasRedirectedUrl("/classes");
		assertThat(addClass(officer, "3", "0")).hasStatus(422);
		assertThat(addClass(officer, "8", "1")).hasStatus(422);
		assertThat(addClass(officer, "x", "1")).hasStatus(422);
		var id = officer.scope().call(() -> this.orgs.classes(this.school.schoolId())).getFirst().id();
		var teacher = this.school.headTeacher();
		assertThat(entrust(officer, id, String.valueOf(teacher.userId()))).hasRedirectedUrl("/classes");
		assertThat(this.pages.page(officer, "/classes").select("option[selected]").eachText()).contains(teacher.name());
		assertThat(this.trail.entries(officer, "org.class-entrusted")).isOne();
		assertThat(entrust(officer, id, String.valueOf(this.school.finance().userId()))).hasStatus(422);
		assertThat(entrust(this.school.otherOfficer(), id, "")).hasStatus(404);
		assertThat(entrust(this.school.principal(), id, "")).hasStatus(403);
		assertThat(entrust(officer, id, "")).hasRedirectedUrl("/classes");
		assertThat(this.trail.entries(officer, "org.class-entrusted")).isEqualTo(2);
	}

	private MvcTestResult addDistrict(Actor actor, String name) {
		return this.pages.post(actor, "/districts",
				Map.of("countyId", String.valueOf(this.school.countyId()), "name", name));
	}

	private MvcTestResult rename(Actor actor, String place, String name) {
		return this.pages.post(actor, place, Map.of("name", name));
	}

	private MvcTestResult addClass(Actor actor, String grade, String number) {
		return this.pages.post(actor, "/classes", Map.of("grade", grade, "number", number));
	}

	private MvcTestResult entrust(Actor actor, long schoolClass, String teacher) {
		return this.pages.post(actor, "/classes/" + schoolClass + "/head-teacher", Map.of("headTeacherId", teacher));
	}

	private Map<String, String> form(String name, String code) {
		var form = new LinkedHashMap<String, String>();
		form.put("districtId", String.valueOf(this.school.districtId()));
		form.put("name", name);
		form.put("code", code);
		form.put("stage", "PRIMARY");
		form.put("boarding", "true");
		return form;
	}

}
