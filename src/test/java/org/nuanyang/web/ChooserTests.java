package org.nuanyang.web;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A form opened without saying what about leads to where that is chosen. */
@IntegrationTest
class ChooserTests {

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	MutableClock clock;

	TestSchool school;

	@BeforeEach
	void newSchool() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void leadsToTheListAndSaysWhatToChoose() {
		leads(this.school.officer(), "/visits/new", "/visits");
		leads(this.school.officer(), "/filings/new", "/filings");
		leads(this.school.officer(), "/objections/new", "/notices");
		leads(this.school.officer(), "/meetings/new", "/meetings");
		leads(this.school.headTeacher(), "/appraisals/new", "/appraisals");
	}

	private void leads(Actor actor, String form, String list) {
		assertThat(this.pages.get(actor, form)).hasRedirectedUrl(list).flash().containsKey("done");
	}

}
