package org.nuanyang.visit;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.CaseChain;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom the head teacher and the officer still have to visit. */
@IntegrationTest
class VisitDueTests {

	@Autowired
	Cast cast;

	@Autowired
	CaseChain chain;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	MutableClock clock;

	TestSchool school;

	@BeforeEach
	void start() {
		this.clock.reset();
		this.school = this.cast.school();
	}

	@Test
	void byClassWithTheReasonAndOneClickToTheForm() {
		var applied = this.chain.one(this.school.officer(), this.chain.accepted(this.school, "林例一")).enrolmentId();
		this.chain.draft(this.school, "郑例二");
		this.chain.visited(this.school, "王例三", CaseChain.TWO);
		var three = this.pupils.classOf(this.school, 3, 1, this.school.otherHeadTeacher());
		var needy = this.pupils.enrol(this.school, three, "陈例四");
		this.pages.post(this.school.officer(), "/students/" + needy + "/categories",
				Map.of("code", "P05", "evidence", "低保名单", "validFrom", "2026-08-01"));
		var page = this.pages.page(this.school.officer(), "/visits");
		assertThat(page.select(".tabs a").eachText()).containsExactly("全部（2）", "本批次申请（1）", "登记过困难情况（1）");
		assertThat(page.select(".todo-head").eachText()).containsExactly("三年级(1)班 1 户", "五年级(2)班 1 户");
		assertThat(page.select(".todo").eachText().toString()).contains("本批次已提交申请，还没有家访").doesNotContain("郑例二");
		assertThat(page.select("a[href='/visits/new?student=" + applied + "']")).hasSize(1);
		assertThat(this.pages.page(this.school.officer(), "/visits?reason=NEED").select(".todo-head").eachText())
			.containsExactly("三年级(1)班 1 户");
		assertThat(this.pages.page(this.school.headTeacher(), "/visits").select(".todo-head").eachText())
			.containsExactly("五年级(2)班 1 户");
		assertThat(this.pages.get(this.school.officer(), "/visits?reason=x")).hasStatus(422);
		assertThat(this.pages.page(this.school.otherOfficer(), "/visits").select(".todo-head")).isEmpty();
		assertThat(this.pages.get(this.school.finance(), "/visits")).hasStatus(403);
	}

}
