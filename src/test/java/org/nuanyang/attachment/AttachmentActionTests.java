package org.nuanyang.attachment;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.CaseChain;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.programme.Tier;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static java.util.Map.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The papers of a case: handed in, opened, checked by another, taken out again. */
@IntegrationTest
class AttachmentActionTests {

	@Autowired
	Cast cast;

	@Autowired
	CaseChain chain;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	ApplicationService applications;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transactions;

	TestSchool school;

	long application;

	@BeforeEach
	void submit() {
		this.school = this.cast.school();
		this.application = this.chain.submitted(this.school, "林例一");
	}

	@Test
	void aPaperIsHandedInAndShownInItsSlot() {
		assertThat(upload(this.school.headTeacher(), "register", "户口簿.jpg", SampleFiles.picture("jpg", 40, 30)))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl("/applications/" + this.application + "#attachments");
		var page = this.pages.page(this.school.officer(), "/applications/" + this.application);
		assertThat(page.select("#attachments").text()).contains("户口簿.jpg", "JPEG", "1 个待核对");
		assertThat(this.trail.entries(this.school.headTeacher(), "attachment.added")).isOne();
	}

	@Test
	void theFileIsServedStrictlyAndItsOpeningRecorded() {
		upload(this.school.headTeacher(), "register", "户口簿.png", SampleFiles.picture("png", 40, 30));
		var file = this.pages.get(this.school.reviewer(), path());
		assertThat(file).hasStatusOk()
			.hasContentType("image/png")
			.headers()
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
		assertThat(file.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
		assertThat(file.getResponse().getHeaders("Content-Security-Policy")).hasSize(1);
		assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("inline");
		assertThat(this.trail.entries(this.school.reviewer(), "attachment.opened")).isOne();
	}

	@Test
	void aPdfIsSavedNotShown() {
		upload(this.school.headTeacher(), "register", "户口簿.pdf", SampleFiles.pdf(""));
		assertThat(
				this.pages.get(this.school.officer(), path()).getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
			.startsWith("attachment");
	}

	@Test
	void nobodyElseFindsIt() {
		upload(this.school.headTeacher(), "register", "户口簿.jpg", SampleFiles.picture("jpg", 40, 30));
		for (var stranger : new Actor[] { this.school.otherOfficer(), this.school.otherHeadTeacher(),
				this.school.finance(), this.school.county(), this.school.admin(), this.school.counsellor() }) {
			assertThat(this.pages.get(stranger, path())).as(stranger.username()).hasStatus(404);
			assertThat(this.pages.post(stranger, path() + "/removal", of())).hasStatus(404);
			assertThat(upload(stranger, "register", "x.jpg", SampleFiles.picture("jpg", 9, 9))).hasStatus(404);
		}
		assertThat(this.pages.get(this.school.officer(), "/attachments/AAAAAAAAAAAAAAAAAAAAAA")).hasStatus(404);
		assertThat(this.pages.post(this.school.reviewer(), path() + "/check", of())).hasStatus(404);
	}

	@Test
	void anotherPersonChecksItAgainstTheOriginal() {
		upload(this.school.headTeacher(), "register", "户口簿.jpg", SampleFiles.picture("jpg", 40, 30));
		var own = this.pages.post(this.school.headTeacher(), path() + "/check", of());
		assertThat(own).hasStatus(422);
		assertThat(Pages.page(own).text()).contains("要由另一位老师与原件核对");
		assertThat(this.pages.post(this.school.officer(), path() + "/check", of())).hasStatus3xxRedirection();
		assertThat(this.pages.page(this.school.headTeacher(), "/applications/" + this.application)
			.select("#attachments")
			.text()).contains(this.school.officer().name(), "与原件核对").doesNotContain("待核对");
		assertThat(this.trail.entries(this.school.officer(), "attachment.checked")).isOne();
		assertThat(this.pages.post(this.school.officer(), path() + "/check", of())).hasStatus(422);
	}

	@Test
	void aRemovedFileStaysOnRecord() {
		upload(this.school.headTeacher(), "register", "户口簿.jpg", SampleFiles.picture("jpg", 40, 30));
		assertThat(this.pages.post(this.school.headTeacher(), path() + "/removal", of())).hasStatus3xxRedirection();
		var page = this.pages.page(this.school.officer(), "/applications/" + this.application);
		assertThat(page.select("#attachments details").text()).contains("户口簿.jpg", "移除或更换");
		assertThat(this.pages.get(this.school.officer(), path())).hasStatusOk();
		assertThat(this.trail.entries(this.school.headTeacher(), "attachment.removed")).isOne();
	}

	@Test
	void whatIsMissingComesAfterTheDecisionTooAndWhatWasThereStays() {
		this.application = this.chain.appraised(this.school, "郑例二", CaseChain.TWO);
		upload(this.school.headTeacher(), "register", "户口簿.jpg", SampleFiles.picture("jpg", 40, 30));
		var principal = this.school.principal();
		principal.scope().run(() -> this.applications.pass(principal, this.application, Tier.TWO, null));
		var there = path("register");
		var removal = this.pages.post(this.school.headTeacher(), there + "/removal", of());
		assertThat(removal).hasStatus(422);
		assertThat(Pages.page(removal).text()).contains("是评审的依据，不能换下或移除");
		assertThat(upload(this.school.officer(), "identity", "证件.jpg", SampleFiles.picture("jpg", 9, 9)))
			.hasStatus3xxRedirection();
		assertThat(this.trail.entries(this.school.officer(), "attachment.added")).isOne();
		assertThat(this.pages.post(this.school.headTeacher(), path("identity") + "/check", of()))
			.hasStatus3xxRedirection();
	}

	@Test
	void nothingChangesOnceTheCaseIsClosed() {
		TestDatabase.asOwner("update aid_application set status = 'WITHDRAWN' where id = " + this.application);
		var late = upload(this.school.headTeacher(), "register", "x.jpg", SampleFiles.picture("jpg", 9, 9));
		assertThat(late).hasStatus(422);
		assertThat(Pages.page(late).text()).contains("现在不能再改动附件");
		assertThat(this.pages.page(this.school.headTeacher(), "/applications/" + this.application)
			.select("#attachments input")).isEmpty();
	}

	@Test
	void aBadFileIsToldOnThePageItCameFrom() {
		var page = Pages
			.page(upload(this.school.headTeacher(), "register", "证明.jpg", "<html>no picture</html>".getBytes()));
		assertThat(page.select(".note-risk").text()).contains("不是 JPEG、PNG 照片或 PDF");
		assertThat(page.select("#attachments")).hasSize(1);
		assertThat(page.select("#file-register-error").text()).contains("“证明.jpg”没有上传", "每个不超过 10 MB");
		assertThat(page.select("#file-identity-error")).isEmpty();
		assertThat(page.select(".note-risk a").attr("href")).isEqualTo("#file-register");
		assertThat(page.select(".note-risk").hasAttr("autofocus")).isTrue();
		assertThat(Pages.page(upload(this.school.headTeacher(), "register", "", new byte[0])).text())
			.contains("没有选择文件");
		assertThat(Pages.page(upload(this.school.headTeacher(), "register", "空.pdf", new byte[0])).text())
			.contains("“空.pdf”没有上传", "0 字节");
		assertThat(Pages.page(upload(this.school.headTeacher(), "register", "大.pdf", new byte[11 << 20])).text())
			.contains("文件有 11.0 MB，超过 10 MB");
		assertThat(upload(this.school.headTeacher(), "nowhere", "x.jpg", SampleFiles.picture("jpg", 9, 9)))
			.hasStatus(404);
	}

	@Test
	void withoutAnAddressOfTheFormItIsToldOnTheCase() {
		var answer = this.mvc.post()
			.uri("/attachments")
			.multipart()
			.file(new MockMultipartFile("file", "照片.svg", "image/svg+xml", "<svg/>".getBytes()))
			.param("ownerType", "application")
			.param("ownerId", "" + this.application)
			.param("slot", "register")
			.with(Cast.as(this.school.headTeacher()))
			.exchange();
		assertThat(answer).hasStatus(422);
		assertThat(Pages.page(answer).select("#file-register-error").text()).contains("“照片.svg”没有上传");
	}

	@Test
	void theSameFileIsKeptOnce() {
		var picture = SampleFiles.picture("jpg", 40, 30);
		upload(this.school.headTeacher(), "register", "户口簿.jpg", picture);
		var again = upload(this.school.officer(), "register", "户口簿 (1).jpg", picture);
		assertThat(again).hasStatus(422);
		assertThat(Pages.page(again).select("#file-register-error").text()).contains("“户口簿 (1).jpg”没有上传",
				"已经有同一个文件了：“户口簿.jpg”，由" + this.school.headTeacher().name() + "上传");
		assertThat(upload(this.school.officer(), "identity", "户口簿.jpg", picture)).hasStatus3xxRedirection();
		this.pages.post(this.school.headTeacher(), path("register") + "/removal", of());
		assertThat(upload(this.school.officer(), "register", "户口簿.jpg", picture)).hasStatus3xxRedirection();
	}

	@Test
	void manyAtOnceFillASlotNoFurther() throws Exception {
		var most = 4;
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = new ArrayList<Future<Integer>>();
			for (int i = 1; i <= 2 * most; i++) {
				var picture = SampleFiles.picture("jpg", 40, 30 + i);
				answers.add(people
					.submit(() -> upload(this.school.headTeacher(), "identity", "身份证.jpg", picture).getResponse()
						.getStatus()));
			}
			var statuses = new ArrayList<Integer>();
			for (var answer : answers) {
				statuses.add(answer.get());
			}
			assertThat(statuses).containsOnly(302, 422).filteredOn((status) -> status == 302).hasSize(most);
		}
	}

	@Test
	void theDatabaseKeepsWhatWasHandedIn() {
		upload(this.school.headTeacher(), "register", "户口簿.jpg", SampleFiles.picture("jpg", 40, 30));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> sql("delete from attachment"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> sql("update attachment set content = name"));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> sql("update attachment set checked_by = uploaded_by, checked_by_name = 'x', checked_at = now()"));
		assertThat(this.trail.count(this.school.otherOfficer(), "select count(*) from attachment")).isZero();
		assertThat(this.trail.count(this.school.officer(),
				"select count(*) from attachment where position('JFIF'::bytea in content) > 0"))
			.isZero();
	}

	private void sql(String change) {
		this.school.officer()
			.scope()
			.run(() -> this.transactions.executeWithoutResult((status) -> this.jdbc.sql(change).update()));
	}

	private MvcTestResult upload(Actor actor, String slot, String name, byte[] content) {
		return this.mvc.post()
			.uri("/attachments")
			.multipart()
			.file(new MockMultipartFile("file", name, "application/octet-stream", content))
			.param("ownerType", "application")
			.param("ownerId", "" + this.application)
			.param("slot", slot)
			.header(HttpHeaders.REFERER, "http://localhost/applications/" + this.application)
			.with(Cast.as(actor))
			.exchange();
	}

	/** Of the last file handed in. */
	private String path() {
		return path("%");
	}

	private String path(String slot) {
		var id = this.school.officer()
			.scope()
			.call(() -> this.transactions.execute((status) -> this.jdbc
				.sql("select public_id from attachment where slot like ? order by id desc limit 1")
				.param(slot)
				.query((row, number) -> row.getString(1))
				.single()));
		return "/attachments/" + id;
	}

}
