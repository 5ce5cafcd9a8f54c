package org.nuanyang.student;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The box in the header, for every role: by name, pinyin, initials and last digits. */
@IntegrationTest
class GlobalSearchTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Pupils pupils;

	@Autowired
	private Pages pages;

	@Test
	void whoSeesPupilsFindsThemEachInTheirOwnSight() {
		var school = this.cast.school();
		var own = this.pupils.enrol(school, this.pupils.classOf(school, 5, 2, school.headTeacher()), "单例一");
		this.pupils.enrol(school, this.pupils.classOf(school, 5, 3, school.otherHeadTeacher()), "单例二");
		var tail = this.pages.page(school.officer(), "/students?q=" + "单例一")
			.select("tbody td.id")
			.eachText()
			.getFirst()
			.replaceAll(".*(.{4})$", "$1");
		for (var actor : List.of(school.officer(), school.principal(), school.counsellor(), school.district(),
				school.county(), school.auditor())) {
			assertThat(this.pages.page(actor, "/calendar").select("form[role=search] input[name=q]")).hasSize(1);
			for (var words : List.of("单例", "例一", "shan", "SLY", "s")) {
				assertThat(found(actor, words)).as(actor + " " + words).contains("单例一");
			}
			assertThat(found(actor, tail)).as(actor + " " + tail).contains("单例一");
			assertThat(found(actor, "单")).contains("单例二");
			assertThat(found(actor, "shanx")).isEmpty();
		}
		for (var words : List.of("单", "shan", "sl", tail)) {
			assertThat(found(school.headTeacher(), words)).containsExactly("单例一");
		}
		assertThat(found(school.otherHeadTeacher(), "单")).containsExactly("单例二");
		assertThat(found(school.otherHeadTeacher(), tail)).doesNotContain("单例一");
		assertThat(found(school.otherOfficer(), "单")).isEmpty();
		assertThat(this.pages.get(school.otherHeadTeacher(), "/students/" + own)).hasStatus(404);
	}

	@Test
	void whoSeesNoPupilsHasNoBox() {
		var school = this.cast.school();
		for (var actor : List.of(school.finance(), school.reviewer(), school.admin())) {
			assertThat(this.pages.page(actor, "/calendar").select("form[role=search]")).isEmpty();
			assertThat(this.pages.get(actor, "/students?q=x")).hasStatus(403);
		}
	}

	private List<String> found(Actor actor, String words) {
		return this.pages.page(actor, "/students?q=" + words).select("tbody th").eachText();
	}

}
