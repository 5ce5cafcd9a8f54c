package org.nuanyang.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;
import org.nuanyang.support.TestDatabase;
import org.nuanyang.support.TestSchool;
import org.nuanyang.support.Trail;
import org.nuanyang.workbook.Cell;
import org.nuanyang.workbook.Workbook;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The trail as the auditor and the administrator read it. */
@IntegrationTest
class AuditPageTests {

	private static final Pattern RECORDS = Pattern.compile("audit\\s*\\.record|ImportCounts counts");

	private static final Pattern MAP = Pattern.compile("Map\\.of\\(");

	private static final Pattern KEY = Pattern.compile("\"([A-Za-z0-9]+)\"");

	@Autowired
	Cast cast;

	@Autowired
	Pages pages;

	@Autowired
	Trail trail;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	AuditChain chain;

	@Autowired
	Audit audit;

	@Autowired
	MessageSource messages;

	@Autowired
	TransactionTemplate transaction;

	TestSchool school;

	@BeforeEach
	void makeSchool() {
		this.school = this.cast.school();
	}

	@Test
	void aSignInSaysWho() {
		signIn(this.school.officer().username(), Cast.PASSWORD);
		assertThat(rows(this.school.auditor(), "?action=user.signed-in")).hasSize(1)
			.allMatch((row) -> row.contains(this.school.officer().name() + " 登录 " + this.school.officer().name()));
	}

	@Test
	void aRefusedSignInNamesTheAccountOnlyIfThereIsOneAndNeverWhatWasTyped() {
		var officer = this.school.officer();
		signIn(officer.username(), "Typed-Secret-1");
		signIn("typed-secret-2", "x");
		assertThat(rows(this.school.auditor(), "?action=user.sign-in-failed&type=user&number=" + officer.userId()))
			.singleElement()
			.asString()
			.contains("— 登录失败 " + officer.name());
		var all = this.pages.page(this.school.auditor(), "/audit?action=user.sign-in-failed").text();
		assertThat(all).doesNotContainIgnoringCase("typed-secret");
	}

	@Test
	void theLockIsTheSystemsDeed() {
		for (int i = 0; i < 7; i++) {
			signIn(this.school.officer().username(), "wrong");
		}
		var about = "&type=user&number=" + this.school.officer().userId();
		assertThat(rows(this.school.auditor(), "?action=user.sign-in-failed" + about)).hasSize(5);
		assertThat(rows(this.school.auditor(), "?action=user.locked" + about)).singleElement()
			.asString()
			.contains("系统 连续输错密码，账号锁定");
	}

	@Test
	void anAdministratorReadsAboutAccountsOfSchoolsButNotAboutPupils() {
		signIn(this.school.officer().username(), Cast.PASSWORD);
		this.pages.post(this.school.officer(), "/classes", Map.of("grade", "3", "number", "1"));
		this.pages.post(this.school.officer(), "/students/exports", Map.of("purpose", "CHECK", "note", "核对名单"));
		var page = String.join("\n", rows(this.school.admin(), ""));
		assertThat(page).contains("登录").contains("增加班级");
		assertThat(page).doesNotContain("导出学生名单");
		var elsewhere = this.cast.school();
		assertThat(String.join("\n", rows(elsewhere.admin(), "?who=" + this.school.officer().name()))).isEmpty();
		assertThat(String.join("\n", rows(elsewhere.auditor(), "?who=" + this.school.officer().name()))).isEmpty();
	}

	@Test
	void filtersNarrowAndNonsenseFindsNothing() {
		signIn(this.school.officer().username(), Cast.PASSWORD);
		var who = "who=" + this.school.officer().name();
		assertThat(rows(this.school.auditor(), "?" + who)).isNotEmpty();
		assertThat(rows(this.school.auditor(), "?" + who + "&to=2026-10-13")).isEmpty();
		assertThat(rows(this.school.auditor(), "?" + who + "&type=user&number=xyz")).isEmpty();
		assertThat(rows(this.school.auditor(), "?" + who + "&type='; drop table audit_entry")).isEmpty();
		assertThat(this.pages.get(this.school.auditor(), "/audit?from=yesterday")).hasStatus(422)
			.bodyText()
			.contains("“yesterday” 无法识别", "value=\"yesterday\"");
		assertThat(this.pages.get(this.school.auditor(), "/audit?to=-99999-01-01")).hasStatus(422)
			.bodyText()
			.contains("“-99999-01-01” 无法识别");
	}

	@Test
	void whatIsFoundIsTakenAwayAsAWorkbookAndThatIsRecorded() throws IOException {
		signIn(this.school.officer().username(), Cast.PASSWORD);
		var answer = this.pages.post(this.school.auditor(), "/audit/exports",
				Map.of("who", this.school.officer().name(), "action", "user.signed-in"));
		assertThat(answer).hasStatusOk().headers().hasValue("Cache-Control", "no-store");
		var rows = Workbook.read(answer.getResponse().getContentAsByteArray()).sheets().getFirst().rows();
		assertThat(rows.get(1).cells()).extracting(Cell::text).contains(this.school.officer().name(), "登录");
		assertThat(rows.getLast().cell(0).text()).startsWith(this.school.auditor().name() + " 于 2026-10-14");
		assertThat(this.trail.entries(this.school.auditor(), "audit.exported")).isOne();
		assertThat(rows(this.school.auditor(), "?action=audit.exported&who=" + this.school.auditor().name()))
			.singleElement()
			.asString()
			.doesNotContain("null");
		assertThat(this.pages.post(this.school.officer(), "/audit/exports", Map.of())).hasStatus(403);
	}

	@Test
	void whatPeopleOfAnotherCountyDidOutsideAnySchoolStaysTheirs() {
		var elsewhere = this.cast.school();
		signIn(elsewhere.county().username(), Cast.PASSWORD);
		var query = "?action=user.signed-in&who=" + elsewhere.county().name();
		assertThat(rows(elsewhere.auditor(), query)).hasSize(1);
		assertThat(rows(elsewhere.admin(), query)).hasSize(1);
		assertThat(rows(this.school.auditor(), query)).isEmpty();
		assertThat(rows(this.school.admin(), query)).isEmpty();
	}

	@Test
	void detailsAreSaidInWords() {
		var officer = this.school.officer();
		Map<String, Object> details = Map.of("to", "SENT_BACK", "headTeacher", officer.userId(), "boarding", true,
				"roles", "[OFFICER, FINANCE]", "year", 2026);
		this.transaction.executeWithoutResult(
				(status) -> this.audit.record(officer, null, "test.worded", "application", 77L, details));
		assertThat(rows(this.school.auditor(), "?action=test.worded&who=" + officer.name())).singleElement()
			.asString()
			.contains("申请 77", "到：退回补正", "班主任：" + officer.name(), "有寄宿：是", "岗位：资助专干、财务", "年份：2026")
			.doesNotContain("{", "SENT_BACK");
	}

	/** A key that is written without words would stand on the page as it is. */
	@Test
	void everyKeyThatIsWrittenHasWords() throws IOException {
		var written = new TreeSet<String>();
		try (var files = Files.walk(Path.of("src", "main", "java"))) {
			for (var file : files.filter((one) -> one.toString().endsWith(".java")).toList()) {
				var text = Files.readString(file);
				if (RECORDS.matcher(text).find()) {
					written.addAll(keys(text));
				}
			}
		}
		assertThat(written).contains("table", "outside", "rows", "satisfaction").hasSizeGreaterThan(80);
		assertThat(written).allMatch((key) -> !key
			.equals(this.messages.getMessage("audit.detail." + key, null, key, Locale.SIMPLIFIED_CHINESE)));
	}

	/** The first, third, … argument of each map, where it is a word. */
	private static Set<String> keys(String text) {
		var keys = new TreeSet<String>();
		for (var map = MAP.matcher(text); map.find();) {
			var depth = 0;
			var quoted = false;
			var argument = 0;
			var start = map.end();
			for (var at = map.end(); depth >= 0; at++) {
				var letter = text.charAt(at);
				quoted ^= letter == '"';
				depth += quoted ? 0 : "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
				if (!quoted && (depth < 0 || depth == 0 && letter == ',')) {
					var word = KEY.matcher(text.substring(start, at).strip());
					if (argument++ % 2 == 0 && word.matches()) {
						keys.add(word.group(1));
					}
					start = at + 1;
				}
			}
		}
		return keys;
	}

	@Test
	void aPageBehindTheLastIsTheLast() {
		assertThat(this.pages.get(this.school.auditor(), "/audit?page=99999")).hasStatus3xxRedirection();
	}

	@Test
	void whatWasExportedAndRemindedIsSaidInWords() {
		var officer = this.school.officer();
		this.transaction.executeWithoutResult((status) -> this.audit.record(officer, officer.schoolId(),
				"report.exported", "school", 79L, Map.of("table", "recognised", "outside", false, "purpose", "REPORT",
						"columns", "NAME,TIER", "work", "disbursement.work.CHECK")));
		assertThat(rows(this.school.auditor(), "?number=79")).singleElement()
			.asString()
			.contains("报表：认定在校贫困学生信息汇总表", "对外版：否", "用途：上级检查或报送", "列：姓名、等级", "提醒的事：待复核的发放批次")
			.doesNotContain("table", "outside", "work");
	}

	@Test
	void filesAndRenamingsAreSaidInWords() {
		var officer = this.school.officer();
		this.transaction.executeWithoutResult((status) -> this.audit.record(officer, officer.schoolId(),
				"attachment.added", "attachment", 78L, Map.of("owner", "application", "slot", "illness")));
		assertThat(rows(this.school.auditor(), "?type=attachment&number=78")).singleElement()
			.asString()
			.contains("附件 78", "属于：申请", "材料：病历")
			.doesNotContain("illness");
		this.pages.post(this.school.admin(), "/districts/" + this.school.districtId(), Map.of("name", "新名学区"));
		assertThat(rows(this.school.admin(), "?action=org.district-renamed")).singleElement()
			.asString()
			.contains("之前：", "之后：新名学区", "本机");
		assertThat(this.pages.page(this.school.auditor(), "/audit").select("#type option").eachText()).contains("附件",
				"全部对象");
	}

	@Test
	void theChainIsVerifiedOnThePage() {
		while (this.chain.seal() > 0) {
			assertThat(this.chain.verify().intact()).isTrue();
		}
		var answer = this.mvc.post().uri("/audit/verification").with(Cast.as(this.school.auditor())).exchange();
		assertThat(answer).hasRedirectedUrl("/audit");
		var verdict = (AuditChain.Verdict) Objects.requireNonNull(answer.getMvcResult().getFlashMap().get("verdict"));
		assertThat(verdict.intact()).isTrue();
		assertThat(verdict.sealed()).isPositive();
		assertThat(this.trail.entries(this.school.auditor(), "audit.verified")).isOne();
		assertThat(this.pages.post(this.school.county(), "/audit/verification", Map.of())).hasStatus(403);
	}

	@Test
	void anEntryHiddenFromTheSealerIsMissedByTheVerifier() {
		this.pages.page(this.school.auditor(), "/audit");
		seal();
		signIn(this.school.officer().username(), Cast.PASSWORD);
		TestDatabase.asOwner("create table hidden as select * from audit_waiting; delete from audit_waiting");
		try {
			assertThat(this.chain.seal()).isZero();
			assertThat(this.chain.verify().unsealed()).isPositive();
		}
		finally {
			TestDatabase.asOwner("insert into audit_waiting select * from hidden; drop table hidden");
		}
		seal();
		assertThat(this.chain.verify().unsealed()).isZero();
		assertThat(this.chain.verify().intact()).isTrue();
	}

	private void seal() {
		while (this.chain.seal() > 0) {
			// Until nothing waits.
		}
	}

	private List<String> rows(Actor actor, String query) {
		return this.pages.page(actor, "/audit" + query).select("tbody tr").eachText();
	}

	private MvcTestResult signIn(String username, String password) {
		return this.mvc.post().uri("/login").with(csrf()).with((request) -> {
			request.setRemoteAddr("10.4." + this.school.schoolId() % 200 + "." + this.school.schoolId() % 211);
			return request;
		}).param("username", username).param("password", password).exchange();
	}

}
