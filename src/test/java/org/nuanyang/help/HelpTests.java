package org.nuanyang.help;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.support.Cast;
import org.nuanyang.support.IntegrationTest;
import org.nuanyang.support.Pages;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** The user guide inside the product, and the links to its sections. */
@IntegrationTest
class HelpTests {

	@Autowired
	private Cast cast;

	@Autowired
	private Pages pages;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private HelpPages help;

	@Autowired
	private Guide guide;

	@Test
	void everyTaskOfAPageIsInTheGuide() {
		var school = this.cast.school();
		var anchors = this.pages.page(school.officer(), "/help").select("h2[id], h3[id]").eachAttr("id");
		assertThat(anchors).doesNotHaveDuplicates();
		for (var task : HelpPages.TASKS) {
			assertThat(this.guide.sections()).as(task.title())
				.filteredOn((section) -> section.title().matches("[0-9.]+ " + task.title()))
				.singleElement()
				.satisfies((section) -> assertThat(anchors).contains(section.anchor()));
		}
		assertThat(this.help.path("/nowhere", school.officer())).isEqualTo("/help");
		assertThat(this.help.chapters().values()).allMatch((chapter) -> chapter.startsWith("/help#s"));
	}

	@Test
	void aPageIsExplainedToItsReader() {
		var school = this.cast.school();
		assertThat(title("/batches/7", school.finance())).endsWith("复核与锁定批次");
		assertThat(title("/batches/7/files/new", school.finance())).endsWith("出银行文件");
		assertThat(title("/batches/7", school.principal())).endsWith("审批发放");
		assertThat(title("/notices/7/edit", school.officer())).isEqualTo(title("/notices", school.officer()));
		assertThat(title("/visits/new?student=7", school.officer())).as("not the officer's own task").endsWith("家访");
		assertThat(title("/", school.officer())).endsWith("首页与待办");
		assertThat(title("/", school.principal())).endsWith("总览");
		assertThat(title("/help", school.finance())).endsWith("财务");
		assertThat(title("/funds/7", school.officer())).endsWith("预算与资金台账");
		assertThat(title("/funds/7", school.finance())).endsWith("专账与到账");
		assertThat(title("/reports/payments", school.finance())).endsWith("资助发放统计表");
		assertThat(title("/reports/payments", school.officer())).endsWith("统计报表");
		assertThat(title("/rechecks/7", school.headTeacher())).endsWith("学期复核");
		assertThat(title("/students", school.officer())).endsWith("查找学生");
		assertThat(title("/students/7", school.officer())).endsWith("学生档案");
		assertThat(title("/students/7/transfer", school.officer())).endsWith("学生变动");
		assertThat(title("/students/7/payee/new", school.headTeacher())).endsWith("收款账户");
		assertThat(title("/students/7/payee", school.finance())).endsWith("复核收款账户");
	}

	/**
	 * Who mostly looks is led to what looking is for, not to how somebody else does the
	 * work.
	 */
	@Test
	void everyPageLeadsToTheReadersOwnChapter() throws IOException {
		var school = this.cast.school();
		var chapters = Map.of(Role.PRINCIPAL, "s6.*|s2-3", Role.REVIEWER, "s6-9", Role.COUNSELLOR, "s8.*",
				Role.DISTRICT, "s3-8", Role.COUNTY, "s3.*|s2-3", Role.AUDITOR, "s9.*", Role.ADMIN, "s2.*");
		var people = List.of(school.principal(), school.reviewer(), school.counsellor(), school.district(),
				school.county(), school.auditor(), school.admin());
		var pages = Files.readAllLines(Path.of("src", "test", "resources", "access.csv"))
			.stream()
			.filter((line) -> line.startsWith("GET,") && !line.endsWith(",open"))
			.map((line) -> line.split(","))
			.toList();
		for (var person : people) {
			var role = person.roles().iterator().next();
			assertThat(pages).filteredOn((page) -> page[2].equals("*") || page[2].contains(role.name()))
				.isNotEmpty()
				.allSatisfy((page) -> assertThat(this.help.path(page[1].replaceAll("\\{[^}]*}", "7"), person))
					.as(page[1] + " for " + role)
					.matches("/help#(s1-.*|s11|" + chapters.get(role) + ")"));
		}
	}

	@Test
	void theEnglishPageSaysThatTheGuideIsChinese() {
		var officer = this.cast.school().officer();
		var english = Pages
			.page(this.mvc.get().uri("/help").with(Cast.as(officer)).cookie(new Cookie("language", "en")).exchange());
		assertThat(english.select("main .note").text()).startsWith("The guide below is written in Chinese only.");
		assertThat(english.select("main dl a[href^=#s]")).hasSameSizeAs(Role.values());
		assertThat(this.pages.page(officer, "/help").select("main .note")).isEmpty();
	}

	private String title(String address, Actor reader) {
		var anchor = this.help.path(address, reader).replace("/help#", "");
		return this.guide.sections()
			.stream()
			.filter((section) -> section.anchor().equals(anchor))
			.findFirst()
			.orElseThrow()
			.title();
	}

	/** What stands in 「」 is said to be on the screen. */
	@Test
	void theGuideNamesOnlyWordsOfTheScreen() throws IOException {
		var words = new HashSet<String>();
		for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
			if (!Objects.requireNonNull(file.getFilename()).endsWith("_en.properties")) {
				PropertiesLoaderUtils.loadProperties(new EncodedResource(file, StandardCharsets.UTF_8))
					.values()
					.forEach((word) -> words.add(word.toString().replaceAll("\\{\\d}", "…")));
			}
		}
		var guide = Guide.file("user-guide.zh-CN.md").getContentAsString(StandardCharsets.UTF_8);
		var named = Pattern.compile("「([^」]+)」").matcher(guide).results().map((found) -> found.group(1)).toList();
		assertThat(named).hasSizeGreaterThan(50).allSatisfy((word) -> assertThat(words).contains(word));
	}

	/** A picture that neither the guide nor the README shows is a file nobody misses. */
	@Test
	void everyPictureIsShown() throws IOException {
		var texts = Files.readString(Path.of("docs", "user-guide.zh-CN.md")) + Files.readString(Path.of("README.md"));
		try (var pictures = Files.list(Path.of("docs", "images"))) {
			assertThat(pictures.map((picture) -> "images/" + picture.getFileName())).isNotEmpty()
				.allSatisfy((picture) -> assertThat(texts).contains(picture + ")"));
		}
	}

	@Test
	void theContentsLeadToTheSectionsAndPicturesAreServed() {
		var officer = this.cast.school().officer();
		var page = this.pages.page(officer, "/help");
		var anchors = page.select("h2[id], h3[id]").eachAttr("id");
		assertThat(page.select("main nav a").eachAttr("href")).isNotEmpty()
			.hasSameSizeAs(anchors)
			.allSatisfy((link) -> assertThat(anchors).contains(link.substring(1)));
		assertThat(page.text()).contains("补充公示", "对不上时先看哪里", "县资助中心与学区");
		assertThat(page.select("main img")).isNotEmpty()
			.allSatisfy((picture) -> assertThat(picture.attr("height")).as(picture.attr("src")).matches("[1-9]\\d+"));
		for (var picture : page.select("main img").eachAttr("src")) {
			assertThat(this.pages.get(officer, picture)).as(picture).hasStatusOk();
		}
		assertThat(this.pages.get(officer, "/help/images/nothing.png")).hasStatus(404);
		assertThat(this.pages.page(officer, "/applications").select("header a[href^=/help]").attr("href"))
			.startsWith("/help#s");
	}

	@Test
	void nothingInTheGuideIsInline() {
		var page = this.pages.page(this.cast.school().finance(), "/help");
		assertThat(page.select("main [style], main script, main [onclick], main [align]")).isEmpty();
		assertThat(page.select("main img")).isNotEmpty()
			.extracting(Element::className)
			.allMatch((name) -> name.contains("img-fluid"));
	}

	@Test
	void strangersSignInFirst() {
		assertThat(this.mvc.get().uri("/help")).hasStatus3xxRedirection();
	}

}
