package org.nuanyang.journeys;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanyang.job.JobService;
import org.nuanyang.support.Cast;
import org.nuanyang.support.MutableClock;
import org.nuanyang.support.TestSchool;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the roster file in an empty school to money that the bank has paid: every step in
 * the browser, by the person whose step it is. It looks at forms in the middle of their
 * use; at what lies there full of data looks {@link DemoJourneyTests}.
 */
@Journey
class ChainJourneyTests {

	private static final Charset GBK = Charset.forName("GBK");

	private static final Path ROSTER = Path.of("src", "test", "resources", "roster", "clean.xlsx");

	private static final String CLASS = "五年级(2)班";

	/** Numbers with a right check digit that belong to no card. */
	private static final List<String> ACCOUNTS = List.of("6210000000000000009", "6210000000000000017",
			"6210000000000000025");

	@Autowired
	private Walker walker;

	@Autowired
	private Cast cast;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JobService jobs;

	private Page officer;

	private Page teacher;

	private Page principal;

	private Page finance;

	private List<String> names;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void fromRosterToPayment() throws IOException {
		var school = this.cast.pictured();
		this.officer = this.walker.as(school.officer(), Walker.DESK);
		this.teacher = this.walker.as(school.headTeacher(), Walker.DESK);
		this.principal = this.walker.as(school.principal(), Walker.DESK);
		this.finance = this.walker.as(school.finance(), Walker.DESK);
		importRoster();
		entrustClass(school);
		var round = openRound();
		var cases = apply(round);
		var pupils = declare(cases);
		accept(cases);
		visit(school, pupils);
		enterAndConfirmAccounts(pupils);
		assess(cases);
		appraise();
		decide();
		publish();
		file(school);
		pay();
	}

	private void importRoster() {
		go(this.officer, "/imports");
		this.officer.setInputFiles("#file", ROSTER);
		press(this.officer, "上传并继续");
		reads(this.officer, "clean.xlsx");
		this.walker.look(this.officer, "chain-import-2");
		press(this.officer, "开始检查");
		assertThat(this.officer.locator(".bucket .v").allInnerTexts()).containsExactly("640", "0", "0");
		reads(this.officer, "将写入：新增 640，更新 0；没有变化 0");
		this.walker.look(this.officer, "chain-import-3");
		this.walker.illustrate(this.officer, "import");
		follow(this.officer, "下一步：确认导入");
		this.walker.look(this.officer, "chain-import-4");
		press(this.officer, "写入这 640 条");
		this.jobs.runDue();
		for (var i = 0; i < 60 && !text(this.officer).contains("已全部写入"); i++) {
			this.officer.waitForTimeout(1000);
			this.officer.reload();
		}
		reads(this.officer, "已全部写入：新增 640，更新 0。");
		go(this.officer, "/students");
		reads(this.officer, "640");
	}

	private void entrustClass(TestSchool school) {
		go(this.teacher, "/students");
		assertThat(text(this.teacher)).doesNotContain("五年级(2)班");
		go(this.officer, "/classes");
		var row = this.officer.locator("tr", new Page.LocatorOptions()
			.setHas(this.officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(CLASS).setExact(true))));
		row.locator("select").selectOption(new SelectOption().setLabel(school.headTeacher().name()));
		row.getByRole(AriaRole.BUTTON).click();
		go(this.teacher, "/students");
		reads(this.teacher, CLASS);
	}

	private String openRound() {
		go(this.officer, "/rounds/new");
		// Nobody has published the calendar of the year in which the last step falls.
		this.officer.fill("[name='steps[8].start']", "2027-01-04");
		this.officer.fill("[name='steps[8].end']", "2027-01-15");
		this.officer.fill("[name='steps[8].leader']", "郑例安");
		this.officer.locator("main .decide button[type=submit]").click();
		reads(this.officer, "已开启“2026—2027学年困难认定”。");
		return id(this.officer.url());
	}

	private List<String> apply(String round) {
		go(this.teacher, "/applications/new?round=" + round);
		var boxes = this.teacher.locator("input[name=pupils]");
		for (var i = 0; i < 3; i++) {
			boxes.nth(i).check();
		}
		this.names = this.teacher.locator("main tbody th[scope=row]").allInnerTexts().subList(0, 3);
		this.walker.look(this.teacher, "chain-apply");
		this.teacher.locator("main .decide button[type=submit]").click();
		reads(this.teacher, "已起草 3 份申请。");
		return this.names.stream()
			.map((name) -> this.teacher.locator("main a[href^='/applications/']")
				.filter(new Locator.FilterOptions().setHasText(name))
				.first()
				.getAttribute("href"))
			.map(ChainJourneyTests::id)
			.toList();
	}

	/** The head teacher writes down what the families say, and submits. */
	private List<String> declare(List<String> cases) {
		var pupils = new ArrayList<String>();
		for (var i = 0; i < cases.size(); i++) {
			go(this.teacher, "/applications/" + cases.get(i));
			var file = this.teacher.locator("main .actions a[href^='/students/']").first().getAttribute("href");
			pupils.add(id(file));
			go(this.teacher, "/students/" + pupils.get(i) + "/household/edit");
			family(this.teacher, Family.values()[i]);
			if (i == 0) {
				this.walker.look(this.teacher, "chain-household-form");
				this.walker.illustrate(this.teacher, "household");
			}
			press(this.teacher, "保存家庭情况");
			assertThat(this.teacher.locator(".note-risk").allInnerTexts()).isEmpty();
			go(this.teacher, "/applications/" + cases.get(i));
			press(this.teacher, "提交申请");
			reads(this.teacher, "申请已提交，等资助专干受理。");
		}
		go(this.teacher, "/students/" + pupils.getFirst() + "/household");
		return pupils;
	}

	private static void family(Page page, Family family) {
		while (page.locator("fieldset.rowset").count() < 3) {
			page.locator("button[name=add]").click();
			page.waitForLoadState();
		}
		while (page.locator("fieldset.rowset").count() > 3) {
			page.locator("button[name=remove]").last().click();
			page.waitForLoadState();
		}
		var relations = List.of("FATHER", "MOTHER", "SIBLING");
		for (var i = 0; i < 3; i++) {
			var member = "members[" + i + "]";
			if (page.locator("[name='" + member + ".name']").inputValue().isBlank()) {
				page.fill("[name='" + member + ".name']", "林例" + "一二三".charAt(i));
			}
			page.selectOption("[name='" + member + ".relation']", relations.get(i));
			page.fill("[name='" + member + ".age']", (i == 2) ? "16" : "40");
			page.fill("[name='" + member + ".occupation']", (i == 2) ? "在读" : "务农");
			page.fill("[name='" + member + ".workUnit']", "—");
			page.fill("[name='" + member + ".yearlyIncome']", (i == 0) ? family.income : "0");
			page.selectOption("[name='" + member + ".health']", (i == 1) ? family.motherHealth : "HEALTHY");
		}
		choose(page, "residence", "RURAL");
		facts(page, family.facts);
		page.fill("[name=aidReceived]", "无");
	}

	private static void facts(Page page, Map<String, String> facts) {
		facts.forEach((code, value) -> {
			var field = "facts[" + code + "]";
			if (value.matches("[A-Z_]+")) {
				choose(page, field, value);
			}
			else {
				page.fill("[name='" + field + "']", value);
			}
		});
	}

	private static void choose(Page page, String name, String value) {
		page.locator("label:has(input[name='" + name + "'][value='" + value + "'])").click();
	}

	private void accept(List<String> cases) {
		for (var application : cases) {
			go(this.officer, "/applications/" + application);
			press(this.officer, "受理申请");
			reads(this.officer, "申请已受理。");
		}
		reads(this.officer, "已受理");
	}

	/** At the family's table, with a phone. */
	private void visit(TestSchool school, List<String> pupils) {
		go(this.teacher, "/");
		var phone = this.walker.as(school.headTeacher(), Walker.PHONE);
		for (var i = 0; i < pupils.size(); i++) {
			var family = Family.values()[i];
			go(phone, "/visits/new?student=" + pupils.get(i));
			if (i == 0) {
				this.walker.look(phone, "chain-visit-empty-390");
				this.walker.illustrate(phone, "visit-phone");
				press(phone, "保存家访记录");
				assertThat(phone.locator("[role=alert]").innerText()).contains("同行");
				this.walker.look(phone, "chain-visit-refused-390");
			}
			phone.fill("[name=begun]", "09:00");
			phone.fill("[name=ended]", "09:25");
			phone.fill("[name=place]", "家中");
			phone.fill("[name=secondVisitor]", "谢例四");
			phone.fill("[name=interviewee]", "林例二");
			phone.fill("[name=intervieweeRelation]", "母亲");
			choose(phone, "purposes", "ECONOMY");
			facts(phone, family.facts);
			facts(phone,
					Map.of("HOUSEHOLD_SIZE", "4", "YEARLY_INCOME", family.income, "SEVERELY_ILL",
							family.motherHealth.equals("SEVERE") ? "1" : "0", "MILDLY_ILL",
							family.motherHealth.equals("MINOR") ? "1" : "0", "PUBLIC_PAYROLL", "NO"));
			choose(phone, "agreement", "YES");
			choose(phone, "alarm", "NONE");
			press(phone, "保存家访记录");
			reads(phone, this.names.get(i));
			assertThat(phone.url()).matches(".*/visits/\\d+.*");
		}
		phone.context().close();
	}

	private void enterAndConfirmAccounts(List<String> pupils) {
		for (var i = 0; i < pupils.size(); i++) {
			go(this.teacher, "/students/" + pupils.get(i) + "/payee/new");
			this.teacher.fill("[name=bankName]", "示例农商银行禾田支行");
			this.teacher.fill("[name=account]", ACCOUNTS.get(i));
			this.teacher.fill("[name=evidence]", "社会保障卡复印件");
			press(this.teacher, "保存账户，送复核");
			reads(this.teacher, "待第二人复核");
		}
		assertThat(this.teacher.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认账户")).count())
			.isZero();
		go(this.finance, "/payees");
		for (var i = 0; i < pupils.size(); i++) {
			go(this.finance, "/students/" + pupils.get(i) + "/payee");
			var seen = this.finance.locator("input[name=warningsSeen]");
			if (seen.count() > 0) {
				seen.check();
			}
			press(this.finance, "确认账户（尾号 " + ACCOUNTS.get(i).substring(15) + "）");
			reads(this.finance, "已确认，今后发放使用这个账户。");
		}
	}

	private void assess(List<String> cases) {
		for (var i = 0; i < cases.size(); i++) {
			go(this.officer, "/applications/" + cases.get(i));
			press(this.officer, "按量化表评定");
			reads(this.officer, "为什么是这个等级");
			reads(this.officer, "系统建议");
			if (i == 0) {
				this.walker.illustrate(this.officer, "case");
				this.officer.setViewportSize(Walker.PHONE, 844);
				this.walker.look(this.officer, "chain-case-assessed-390");
				this.officer.setViewportSize(Walker.DESK, 900);
			}
		}
	}

	private void appraise() {
		go(this.teacher, "/appraisals");
		this.teacher.locator("main a[href*='/appraisals/new']").first().click();
		this.teacher.fill("[name=place]", "班级教室");
		this.teacher.fill("[name=expected]", "5");
		for (var i = 1; i < 5; i++) {
			this.teacher.fill("[name='members[" + i + "].name']", "唐例" + "一二三四五".charAt(i));
		}
		this.walker.look(this.teacher, "chain-appraisal-new");
		this.teacher.locator("main .decide button[type=submit]").click();
		reads(this.teacher, "评议已记录，交学校评审会。");
	}

	private void decide() {
		go(this.officer, "/meetings");
		this.officer.locator("main a[href*='/meetings/new']").first().click();
		this.officer.fill("[name=place]", "二楼会议室");
		this.officer.fill("[name=chair]", "韩例一");
		for (var row : List.of(0, 1, 3, 4, 8, 9)) {
			this.officer.fill("[name='members[" + row + "].name']", "韩例" + "一二三四五六七八九十".charAt(row));
		}
		this.walker.look(this.officer, "chain-meeting-new");
		this.officer.locator("main .decide button[type=submit]").click();
		var meeting = this.officer.url().replaceFirst("[?#].*", "");
		for (var name : this.names) {
			go(this.officer, meeting);
			this.officer.locator("main a[href*='/decisions/']")
				.filter(new Locator.FilterOptions().setHasText(name))
				.click();
			this.officer.fill("[name=reason]", "与核实情况相符");
			if (name.equals(this.names.getFirst())) {
				this.walker.look(this.officer, "chain-decision");
			}
			press(this.officer, "保存评审结果");
		}
		go(this.officer, meeting);
		press(this.officer, "提交校长确认");
		reads(this.officer, "待校长确认");
		go(this.principal, meeting);
		follow(this.principal, "确认评审结果");
		this.principal.check("[name=checked]");
		this.walker.look(this.principal, "chain-meeting-confirm");
		press(this.principal, "确认评审结果");
		reads(this.principal, "已确认");
	}

	private void publish() {
		go(this.officer, "/rounds");
		this.officer.locator("main a[href^='/rounds/']").filter(new Locator.FilterOptions().setHasText("困难认定")).click();
		go(this.officer, "/notices/new?round=" + id(this.officer.url()));
		this.officer.fill("[name=office]", "学生资助办公室");
		this.officer.fill("[name=contactName]", "沈样一");
		this.officer.fill("[name=contactPhone]", "0900-0000000");
		this.walker.look(this.officer, "chain-notice-new");
		press(this.officer, "保存拟稿");
		var notice = this.officer.url().replaceFirst("[?#].*", "");
		press(this.officer, "取定名单并检查隐私");
		press(this.officer, "提交校长审批");
		reads(this.officer, "待批");
		assertThat(this.officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("批准公示")).count())
			.isZero();
		go(this.principal, notice);
		press(this.principal, "批准公示");
		reads(this.principal, "待公示");
		var period = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
		var days = period.matcher(this.principal.locator("main dl").first().innerText())
			.results()
			.map((day) -> LocalDate.of(Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)),
					Integer.parseInt(day.group(3))))
			.toList();
		readPublicly("/public/notices/" + id(notice), days.get(0), days.get(1));
	}

	/** Five working days lie between the first day and the last, and a weekend. */
	private void readPublicly(String path, LocalDate first, LocalDate last) {
		assertThat(first).isEqualTo(LocalDate.of(2026, 10, 15));
		assertThat(last).isEqualTo(LocalDate.of(2026, 10, 21));
		var stranger = this.walker.stranger(Walker.DESK);
		assertThat(stranger.navigate(path).status()).isEqualTo(404);
		this.clock.set(first);
		assertThat(stranger.navigate(path).status()).isEqualTo(200);
		assertThat(stranger.locator("main thead").first().locator("th").allInnerTexts().toString()).contains("姓名", "年级",
				"班级");
		this.names.forEach((name) -> reads(stranger, name));
		assertThat(stranger.content()).doesNotContain("100000201", "199000", "6210");
		this.walker.look(stranger, "chain-public");
		this.walker.illustrate(stranger, "public-notice");
		stranger.setViewportSize(Walker.PHONE, 844);
		this.walker.look(stranger, "chain-public-390");
		this.clock.set(last);
		assertThat(stranger.navigate(path).status()).isEqualTo(200);
		this.clock.set(last.plusDays(1));
		assertThat(stranger.navigate(path).status()).isEqualTo(410);
		reads(stranger, "公示已撤下");
		this.names.forEach((name) -> assertThat(text(stranger)).doesNotContain(name));
		this.walker.look(stranger, "chain-public-gone-390");
		stranger.context().close();
	}

	private void file(TestSchool school) {
		go(this.officer, "/rounds");
		this.officer.locator("main a[href^='/rounds/']").filter(new Locator.FilterOptions().setHasText("困难认定")).click();
		go(this.officer, "/filings/new?round=" + id(this.officer.url()));
		this.walker.look(this.officer, "chain-filing-new");
		this.officer.fill("[name=people]", "3");
		this.officer.check("main form input[type=checkbox]");
		press(this.officer, "报送备案名单");
		reads(this.officer, "已报送，待接收");
		var filing = this.officer.url().replaceFirst("[?#].*", "");
		var county = this.walker.as(school.county(), Walker.DESK);
		go(county, filing);
		this.walker.illustrate(county, "filing");
		press(county, "接收备案");
		reads(county, "已备案");
		county.context().close();
		go(this.officer, filing);
		press(this.officer, "生成资助资格（3）");
		reads(this.officer, "已生成 3 / 3 人");
		go(this.officer, "/awards");
		this.names.forEach((name) -> reads(this.officer, name));
	}

	private void pay() throws IOException {
		go(this.finance, "/funds/new");
		this.finance.fill("[name=name]", "分级助学金专户");
		this.finance.selectOption("[name=source]", "COUNTY");
		this.finance.selectOption("[name=programmeId]", new SelectOption().setIndex(1));
		this.finance.selectOption("[name=year]", "2026");
		this.walker.look(this.finance, "chain-fund-new");
		press(this.finance, "开立专账");
		var fund = id(this.finance.url());
		receive(fund, "1", "示例财教〔2026〕7号");
		go(this.officer, "/batches/new?term=AUTUMN&fund=" + fund);
		this.walker.look(this.officer, "chain-batch-new");
		press(this.officer, "生成批次");
		reads(this.officer, "待校内复核");
		var batch = this.officer.url().replaceFirst("[?#].*", "");
		go(this.finance, batch);
		press(this.finance, "复核通过");
		go(this.officer, batch);
		assertThat(this.officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("批准发放")).count())
			.isZero();
		go(this.principal, batch);
		reads(this.principal, "到账登记之前不能批准。");
		this.walker.look(this.principal, "chain-batch-short");
		this.walker.illustrate(this.principal, "batch-short");
		receive(fund, "100000", "示例财教〔2026〕8号");
		go(this.principal, batch);
		press(this.principal, "批准发放");
		reads(this.principal, "已审批，待锁定");
		go(this.finance, batch);
		press(this.finance, "锁定名册");
		reads(this.finance, "已锁定，待出银行文件");
		bank();
	}

	private void receive(String fund, String amount, String document) {
		go(this.finance, "/funds/" + fund + "/receipts/new");
		this.finance.fill("[name=documentNo]", document);
		this.finance.fill("[name=amount]", amount);
		this.finance.fill("[name=payer]", "示例县财政局");
		press(this.finance, "登记到账");
		reads(this.finance, document);
	}

	private void bank() throws IOException {
		follow(this.finance, "出银行文件");
		var total = this.finance.locator("dd b.num").innerText();
		this.finance.selectOption("[name=format]", "GBK_PIPE");
		this.finance.fill("[name=total]", total);
		this.walker.illustrate(this.finance, "bank-file");
		this.finance.fill("[name=total]", "1");
		press(this.finance, "生成银行文件");
		reads(this.finance, "与应发合计 " + total + " 元不一致");
		this.finance.selectOption("[name=format]", "GBK_PIPE");
		this.finance.fill("[name=total]", total);
		this.walker.look(this.finance, "chain-bank-file");
		press(this.finance, "生成银行文件");
		reads(this.finance, "银行处理中");
		this.finance.selectOption("[name=purpose]", "TO_BANK");
		var download = this.finance.waitForDownload(() -> Walker.press(this.finance, "下载"));
		var number = this.finance.locator(".crumbs").innerText().replaceAll("(?s).*(FF-\\d{4}-\\d+).*", "$1");
		var answer = new String(Files.readAllBytes(download.path()), GBK).lines()
			.skip(1)
			.map((line) -> line.split("\\|"))
			.map((row) -> "%s|%s|%s|0000|ok|".formatted(number, row[0], row[4]))
			.collect(Collectors.joining("\r\n"));
		this.finance.setInputFiles("#file", new FilePayload("回盘.txt", "text/plain", answer.getBytes(GBK)));
		press(this.finance, "导入银行回盘");
		reads(this.finance, "全部成功");
		assertThat(this.finance.locator(".strip .v").allInnerTexts()).containsExactly(total, total, total, "0.00",
				"0.00", "0.00");
		this.walker.illustrate(this.finance, "batch");
		press(this.finance, "对账完结");
		reads(this.finance, "对账完结");
	}

	private static void go(Page page, String path) {
		assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
	}

	private static void reads(Page page, String words) {
		PlaywrightAssertions.assertThat(page.locator("body")).containsText(words);
	}

	private static void press(Page page, String words) {
		Walker.press(page, words);
		page.waitForLoadState();
	}

	private static void follow(Page page, String words) {
		Walker.follow(page, words);
		page.waitForLoadState();
	}

	private static String text(Page page) {
		page.waitForLoadState();
		return page.locator("body").innerText();
	}

	/** The last number in an address. */
	private static String id(String address) {
		return address.replaceFirst("[?#].*", "").replaceAll(".*?/(\\d+)(?!.*/\\d).*", "$1");
	}

	/** Three households, from great hardship to some. */
	private enum Family {

		GREAT("16800", "SEVERE",
				Map.ofEntries(Map.entry("MEDICAL_SELF_PAID", "32000"), Map.entry("DEBT", "45000"),
						Map.entry("WORKERS", "1"), Map.entry("EMPLOYMENT", "SEASONAL"), Map.entry("IN_COMPULSORY", "1"),
						Map.entry("IN_FURTHER_EDUCATION", "1"), Map.entry("SUDDEN_EVENTS", "ILLNESS"),
						Map.entry("SUDDEN_LOSS", "32000"), Map.entry("FAMILY_STRUCTURE", "WITH_GRANDPARENTS"),
						Map.entry("HOUSING", "UNSAFE"))),
		MIDDLE("32800", "SEVERE",
				Map.of("MEDICAL_SELF_PAID", "9000", "DEBT", "12000", "WORKERS", "1", "EMPLOYMENT", "SEASONAL",
						"IN_COMPULSORY", "1", "IN_FURTHER_EDUCATION", "1", "SUDDEN_LOSS", "0", "FAMILY_STRUCTURE",
						"ONE_AWAY", "HOUSING", "SIMPLE")),
		SMALL("39200", "MINOR",
				Map.of("MEDICAL_SELF_PAID", "3000", "DEBT", "0", "WORKERS", "1", "EMPLOYMENT", "FARMING",
						"IN_COMPULSORY", "2", "IN_FURTHER_EDUCATION", "0", "SUDDEN_LOSS", "0", "FAMILY_STRUCTURE",
						"ONE_AWAY", "HOUSING", "SIMPLE"));

		private final String income;

		private final String motherHealth;

		private final Map<String, String> facts;

		Family(String income, String motherHealth, Map<String, String> facts) {
			this.income = income;
			this.motherHealth = motherHealth;
			this.facts = facts;
		}

	}

}
