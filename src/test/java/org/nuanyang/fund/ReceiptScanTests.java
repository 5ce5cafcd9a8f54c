package org.nuanyang.fund;

import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.attachment.SampleFiles;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The scan of the document under which money came in. */
@IntegrationTest
class ReceiptScanTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private Trail trail;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private FundService funds;

	@Autowired
	private ProgrammeService programmes;

	private TestSchool school;

	private long receipt;

	private String path = "";

	@BeforeEach
	void moneyCameIn() {
		this.school = this.cast.school();
		var finance = this.school.finance();
		var programme = this.programmes.programme(ProgrammeService.TIERED_GRANT).id();
		finance.scope().run(() -> {
			var fund = this.funds.open(finance, "专账", FundSource.COUNTY, programme, new SchoolYear(2026));
			this.receipt = this.funds.receive(finance, fund, "1号", LocalDate.of(2026, 10, 14), Yuan.of("1000"), null);
			this.path = "/funds/" + fund + "/receipts/" + this.receipt;
		});
	}

	@Test
	void financeKeepsItAndAnotherPersonChecksIt() {
		var register = this.path.substring(0, this.path.indexOf("/receipts"));
		assertThat(this.pages.page(this.school.finance(), register).select("#receipts ~ *, .chip").text())
			.contains("缺扫描件");
		assertThat(upload(this.school.finance())).hasRedirectedUrl(this.path + "#attachments");
		var page = this.pages.page(this.school.principal(), this.path);
		assertThat(page.text()).contains("回单.pdf", "壹仟元整", "1 个待核对");
		var file = page.select("#attachments a.link").attr("href");
		assertThat(this.pages.post(this.school.finance(), file + "/check", Map.of())).hasStatus(404);
		assertThat(this.pages.post(this.school.principal(), file + "/check", Map.of())).hasStatus3xxRedirection();
		assertThat(this.pages.get(this.school.auditor(), file)).hasStatusOk();
		assertThat(this.pages.page(this.school.finance(), register).text()).doesNotContain("缺扫描件");
		assertThat(this.trail.entries(this.school.finance(), "attachment.added")).isOne();
	}

	@Test
	void nobodyElseAddsOrReadsIt() {
		assertThat(upload(this.school.officer())).hasStatus(422);
		assertThat(upload(this.school.headTeacher())).hasStatus(404);
		var stranger = this.cast.school().finance();
		assertThat(upload(stranger)).hasStatus(404);
		assertThat(this.pages.get(stranger, this.path)).hasStatus(404);
		assertThat(this.pages.get(this.school.finance(), this.path.replaceFirst("/funds/\\d+", "/funds/1")))
			.hasStatus(404);
	}

	@Test
	void thePrincipalTakesAReceiptBackOnItsOwnPage() {
		var form = "form[action=" + this.path + "/reversal]";
		assertThat(this.pages.page(this.school.finance(), this.path).select(form)).isEmpty();
		assertThat(this.pages.page(this.school.principal(), this.path).select(form)).hasSize(1);
		var reversal = this.path + "/reversal";
		assertThat(this.pages.post(this.school.principal(), reversal, Map.of("reason", ""))).hasStatus(422);
		assertThat(this.pages.post(this.school.principal(), reversal, Map.of("reason", "与上一笔到账重复登记")))
			.hasStatus3xxRedirection();
		var after = this.pages.page(this.school.principal(), this.path);
		assertThat(after.select(form)).isEmpty();
		assertThat(after.select(".phead .chip").text()).isEqualTo("已冲销");
	}

	private MvcTestResult upload(Actor actor) {
		return this.mvc.post()
			.uri("/attachments")
			.multipart()
			.file(new MockMultipartFile("file", "回单.pdf", "application/octet-stream", SampleFiles.pdf("")))
			.param("ownerType", "receipt")
			.param("ownerId", String.valueOf(this.receipt))
			.param("slot", "document")
			.header(HttpHeaders.REFERER, "http://localhost" + this.path)
			.with(Cast.as(actor))
			.exchange();
	}

}
