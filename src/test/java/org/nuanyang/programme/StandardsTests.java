package org.nuanyang.programme;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class StandardsTests {

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	ProgrammeService programmes;

	@Test
	void theShippedGrantPaysHalfPerTerm() {
		var grant = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		var year = new SchoolYear(2026);
		assertThat(this.programmes.annualAmount(grant, year, Tier.ONE)).isEqualTo(Yuan.of("2000"));
		assertThat(this.programmes.termAmount(grant, year, Tier.TWO, Term.AUTUMN)).isEqualTo(Yuan.of("750"));
		assertThat(this.programmes.termAmount(grant, year, Tier.THREE, Term.SPRING)).isEqualTo(Yuan.of("500"));
	}

	@Test
	void countySetsAYearWithExactHalves() {
		var county = this.cast.school().county();
		var answer = this.pages.post(county, "/programmes/TIERED_GRANT/2061/tiers",
				amounts("2000", "1500", "625", "6,480"));
		assertThat(answer).hasStatus3xxRedirection();
		var grant = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		assertThat(this.programmes.termAmount(grant, new SchoolYear(2061), Tier.THREE, Term.SPRING))
			.isEqualTo(Yuan.of("312.50"));
		assertThat(this.programmes.subsistenceLine(new SchoolYear(2061))).contains(Yuan.of("6480"));
		assertThat(this.pages.page(county, "/programmes").text()).contains("2061—2062", "312.50");
		assertThat(this.trail.entries(county, "programme.standards.set")).isOne();
		assertThat(this.trail.entries(county, "programme.line.set")).isOne();
	}

	@Test
	void wrongAmountsAreRefusedAndKept() {
		var county = this.cast.school().county();
		var answer = this.pages.post(county, "/programmes/TIERED_GRANT/2062/tiers", amounts("2000", "一千五", "", "0"));
		assertThat(answer).hasStatus(422);
		var page = Pages.page(answer);
		assertThat(page.text()).contains("金额只能是数字", "请填写金额");
		assertThat(page.select("#two").val()).isEqualTo("一千五");
		assertThat(Pages
			.page(this.pages.post(county, "/programmes/TIERED_GRANT/2062/tiers",
					amounts("1000", "1500", "500", "6480")))
			.text()).contains("低一级的标准不能高于高一级");
		assertThat(Pages
			.page(this.pages.post(county, "/programmes/TIERED_GRANT/2062/tiers",
					amounts("2000", "1500", "625.01", "6480")))
			.text()).contains("不能平分为两个学期");
		assertThat(this.programmes.findStandards(this.programmes.programme(ProgrammeService.TIERED_GRANT).id(),
				new SchoolYear(2062)))
			.isEmpty();
	}

	@Test
	void aNewYearCopiesTheLastAndOverwritesNone() {
		var county = this.cast.school().county();
		this.pages.post(county, "/programmes/TIERED_GRANT/2063/tiers", amounts("2200", "1600", "1200", "7000"));
		assertThat(this.pages.post(county, "/programmes/years/2064", Map.of())).hasStatus3xxRedirection();
		var grant = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		assertThat(this.programmes.annualAmount(grant, new SchoolYear(2064), Tier.ONE)).isEqualTo(Yuan.of("2200"));
		assertThat(this.programmes.subsistenceLine(new SchoolYear(2064))).contains(Yuan.of("7000"));
		assertThat(this.pages.post(county, "/programmes/years/2064", Map.of())).hasStatus(422);
	}

	@Test
	void othersReadButDoNotChange() {
		var school = this.cast.school();
		assertThat(this.pages.get(school.officer(), "/programmes")).hasStatusOk();
		assertThat(this.pages.page(school.officer(), "/programmes").select("form[action*=years]")).isEmpty();
		assertThat(
				this.pages.post(school.officer(), "/programmes/TIERED_GRANT/2065/tiers", amounts("2", "2", "2", "2")))
			.hasStatus(403);
		assertThat(this.pages.get(school.headTeacher(), "/programmes")).hasStatus(403);
	}

	private static Map<String, String> amounts(String one, String two, String three, String line) {
		return new HashMap<>(Map.of("one", one, "two", two, "three", three, "line", line));
	}

}
