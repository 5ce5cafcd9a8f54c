package org.nuanyang.visit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.attachment.SampleFiles;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.Pupils;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Photos of a visit, for those who may read the visit. */
@IntegrationTest
class VisitPhotoTests {

	@Autowired
	Cast cast;

	@Autowired
	Pupils pupils;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	MutableClock clock;

	TestSchool school;

	String visit = "";

	@BeforeEach
	void record() {
		this.clock.reset();
		this.school = this.cast.school();
		var five = this.pupils.classOf(this.school, 5, 2, this.school.headTeacher());
		var form = new LinkedHashMap<>(Map.of("submission", UUID.randomUUID().toString(), "kind", "ON_SITE", "day",
				"2026-10-14", "begun", "08:20", "ended", "09:05", "secondVisitor", "曹样六", "interviewee", "林样父",
				"intervieweeRelation", "父亲", "purposes", "ECONOMY", "alarm", "NONE"));
		form.put("agreement", "YES");
		form.put("facts[HOUSEHOLD_SIZE]", "5");
		this.visit = String.valueOf(this.pages
			.post(this.school.headTeacher(), "/visits?student=" + this.pupils.enrol(this.school, five, "林例一"), form)
			.getResponse()
			.getRedirectedUrl());
	}

	@Test
	void sixAtMostAndShownToWhoMaySeeTheVisit() {
		for (var n = 1; n <= 6; n++) {
			assertThat(upload(this.school.headTeacher(), "住房" + n + ".jpg", SampleFiles.picture("jpg", 40, 30 + n)))
				.hasRedirectedUrl(this.visit + "#attachments");
		}
		assertThat(Pages.page(upload(this.school.headTeacher(), "住房7.jpg", SampleFiles.picture("jpg", 40, 50)))
			.select("main, .note-risk")
			.text()).contains("最多放 6 个文件");
		var page = this.pages.page(this.school.principal(), this.visit);
		assertThat(page.select("#attachments").text()).contains("家访照片", "住房1.jpg").doesNotContain("待核对");
		assertThat(page.select("#attachments form")).isEmpty();
		var photo = page.select("#attachments a.link").attr("href");
		assertThat(this.pages.get(this.school.reviewer(), photo)).hasStatusOk().hasContentType("image/jpeg");
		for (var stranger : new Actor[] { this.school.otherHeadTeacher(), this.school.otherOfficer(),
				this.school.finance(), this.school.counsellor(), this.school.county() }) {
			assertThat(this.pages.get(stranger, photo)).as(stranger.username()).hasStatus(404);
			assertThat(upload(stranger, "x.jpg", SampleFiles.picture("jpg", 9, 9))).hasStatus(404);
		}
		assertThat(upload(this.school.principal(), "x.jpg", SampleFiles.picture("jpg", 9, 9))).hasStatus(422);
		assertThat(this.trail.entries(this.school.headTeacher(), "attachment.added")).isEqualTo(6);
	}

	@Test
	void aPaperIsNoPhoto() {
		var answer = upload(this.school.headTeacher(), "证明.pdf", SampleFiles.pdf(""));
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).select("#file-photos-error").text()).contains("“证明.pdf”没有上传", "不是照片",
				"只放 JPEG、PNG 照片");
	}

	private MvcTestResult upload(Actor actor, String name, byte[] content) {
		return this.mvc.post()
			.uri("/attachments")
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content))
			.param("ownerType", "visit")
			.param("ownerId", this.visit.substring("/visits/".length()))
			.param("slot", "photos")
			.with(Cast.as(actor))
			.exchange();
	}

}
