package org.nuanyang.user;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.job.JobService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts from a list of staff. */
@IntegrationTest
class StaffImportTests {

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	JobService jobs;

	@Autowired
	MockMvcTester mvc;

	TestSchool school;

	String place;

	String prefix;

	@BeforeEach
	void makeSchool() {
		this.school = this.cast.school();
		this.place = this.school.officer().orgName();
		this.prefix = "staff" + this.school.schoolId();
	}

	@Test
	void goodRowsBecomeAccountsWithoutAPasswordAndTheImportCanBeTakenBack() {
		var id = upload("王样一," + this.prefix + "a," + this.place + ",班主任、财务\n李样二," + this.prefix + "b," + this.place
				+ ",资助专干\n");
		assertThat(write(id)).hasRedirectedUrl("/imports/" + id + "/result");
		this.jobs.runDue();
		var list = this.pages.page(this.school.admin(), "/accounts?state=WAITING").text();
		assertThat(list).contains("王样一", "班主任、财务", "李样二");
		assertThat(this.trail.entries(this.school.admin(), "user.created")).isEqualTo(2);
		this.pages.post(this.school.admin(), "/imports/" + id + "/reversal", Map.of());
		assertThat(this.pages.page(this.school.admin(), "/accounts?state=WAITING").text()).doesNotContain("王样一");
	}

	@Test
	void everyWrongRowSaysWhatIsWrong() {
		var id = upload("王样一,x," + this.place + ",班主任\n李样二," + this.prefix + "c,没有的学校,班主任\n赵样三," + this.prefix + "d,"
				+ this.place + ",厨师\n钱样四," + this.prefix + "e," + this.place + ",县资助中心\n孙样五," + this.prefix + "f,"
				+ this.place + ",管理员、财务\n," + this.prefix + "g," + this.place + ",财务\n周样六," + this.prefix + "h,"
				+ this.place + ",财务\n吴样七," + this.prefix + "h," + this.place + ",财务\n郑样八,"
				+ this.school.finance().username() + "," + this.place + ",财务\n冯样九," + this.prefix + "j,,财务\n");
		var wrong = this.pages.page(this.school.admin(), "/imports/" + id + "/rows?bucket=error").text();
		assertThat(wrong).contains("用户名须为 3—40 位", "没有单位“没有的学校”", "没有填单位。", "角色“厨师”看不懂", "须属于一个县", "系统管理员不能兼任其他角色",
				"没有姓名", "用户名与第 8 行相同", "已被使用");
		assertThat(this.trail.entries(this.school.admin(), "user.created")).isZero();
	}

	@Test
	void aSchoolOfAnotherCountyDoesNotExistForThisAdministrator() {
		var elsewhere = this.cast.school();
		var id = upload("王样一," + this.prefix + "i," + elsewhere.officer().orgName() + ",班主任\n");
		assertThat(this.pages.page(this.school.admin(), "/imports/" + id + "/rows?bucket=error").text())
			.contains("没有单位“" + elsewhere.officer().orgName() + "”");
	}

	@Test
	void aKnownPersonWithOtherRolesIsAQuestionFirst() {
		var finance = this.school.finance();
		var id = upload(finance.name() + "," + finance.username() + "," + this.place + ",财务、评审成员\n");
		assertThat(this.pages.page(this.school.admin(), "/imports/" + id + "/rows?bucket=confirm").text())
			.contains("此人已有账号，角色与文件不同");
		this.pages.post(this.school.admin(), "/imports/" + id + "/acceptance", Map.of("rows", "2"));
		write(id);
		this.jobs.runDue();
		assertThat(this.pages.page(this.school.admin(), "/accounts/" + finance.userId())
			.select("input[name=roles][checked]")
			.eachAttr("value")).containsExactlyInAnyOrder("REVIEWER", "FINANCE");
		assertThat(this.trail.entries(this.school.admin(), "user.roles-changed")).isOne();
	}

	@Test
	void othersImportNoStaff() {
		assertThat(send(this.school.officer(), "王样一,x1," + this.place + ",财务\n")).hasStatus(404);
		assertThat(send(this.school.county(), "王样一,x1," + this.place + ",财务\n")).hasStatus(403);
	}

	private long upload(String rows) {
		var answer = send(this.school.admin(), rows);
		assertThat(answer).hasStatus3xxRedirection();
		var id = Long.parseLong(Objects.requireNonNull(answer.getResponse().getRedirectedUrl()).replaceAll("\\D", ""));
		assertThat(this.pages.post(this.school.admin(), "/imports/" + id + "/columns",
				Map.of("c0", "name", "c1", "username", "c2", "place", "c3", "roles")))
			.hasRedirectedUrl("/imports/" + id + "/rows");
		return id;
	}

	private MvcTestResult send(Actor actor, String rows) {
		return this.mvc.post()
			.uri("/imports")
			.multipart()
			.file(new MockMultipartFile("file", "staff.csv", "text/csv",
					("姓名,用户名,单位,角色\n" + rows).getBytes(StandardCharsets.UTF_8)))
			.param("kind", "user.staff")
			.with(Cast.as(actor))
			.exchange();
	}

	private MvcTestResult write(long id) {
		return this.pages.post(this.school.admin(), "/imports/" + id + "/confirmation", Map.of());
	}

}
