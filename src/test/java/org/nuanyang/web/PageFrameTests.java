package org.nuanyang.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Flash;
import org.nuanyang.kernel.Paged;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.kernel.Scope;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.user.SignedInMother;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** The frame around a page and the parts that pages are made of. */
class PageFrameTests {

	private static final Actor OFFICER = new Actor(1, "shen", "沈样一", Set.of(Role.OFFICER), 10L, "禾田中心学校", Scope.of(10));

	private static final Waiting TWELVE = new Waiting("select 12", Map.of());

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theFrameSaysWhereOneIs() {
		var page = get("/sample?q=lin&page=7");
		assertThat(page.title()).isEqualTo("资助专干 · 暖阳");
		assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
		assertThat(page.select(".scope").text()).isEqualTo("禾田中心学校 · 2026—2027学年 第一学期");
		assertThat(page.select(".who").text()).contains("沈样一 · 资助专干");
		assertThat(page.select(".side a[aria-current=page]").text()).contains("资助");
		assertThat(page.select(".side .count").text()).startsWith("12");
		assertThat(page.select(".side").text()).doesNotContain("财务");
		assertThat(page.select("svg title").text()).isEqualTo("A chart");
		assertThat(page.select(".note-ok[role=status]").text()).isEqualTo("还剩 3 天");
		assertThat(page.select(".note-risk[role=alert]").text()).contains("逾期 4 天");
	}

	@Test
	void theOtherLanguageIsOneLinkAway() {
		var page = get("/sample?q=lin&page=7");
		assertThat(page.select("a[hreflang=en]").attr("href"))
			.isEqualTo("/language/en?back=/sample?q%3Dlin%26page%3D7");
		assertThat(run("/language/en?back=/sample", null)).hasRedirectedUrl("/sample")
			.cookies()
			.containsCookie("language");
		assertThat(run("/language/en?back=//elsewhere.example", null)).hasRedirectedUrl("/");
	}

	@Test
	void pageLinksKeepTheSearch() {
		var links = get("/sample?q=lin&page=7").select(".foot-bar");
		assertThat(links.text()).startsWith("第 121—140 条，共 1,271 条").contains("上一页 1 … 5 6 7 8 9 … 64 下一页");
		assertThat(links.select("a[rel=next]").attr("href")).isEqualTo("/sample?q=lin&page=8");
	}

	@Test
	void aFieldIsTiedToItsLabelHintAndError() {
		var page = send("name=&amount=abc&count=x&day=");
		assertThat(page.select("label[for=name]")).hasSize(1);
		assertThat(page.select("#name").attr("aria-invalid")).isEqualTo("true");
		assertThat(page.select("#name").attr("aria-describedby").trim()).isEqualTo("name-error");
		assertThat(page.select("#name-error").text()).isEqualTo("请填写这一项。");
		assertThat(page.select("#amount").attr("value")).isEqualTo("abc");
		assertThat(page.select("#amount").attr("aria-describedby")).isEqualTo("amount-error amount-hint");
		assertThat(page.select("#amount-error").text()).startsWith("请填金额");
		assertThat(page.select("#count-error").text()).startsWith("请填整数");
		assertThat(page.select("#day-error").text()).isEqualTo("请填写这一项。");
		assertThat(page.select("#term").text()).contains("第一学期");
	}

	@Test
	void theSummaryLinksToTheFields() {
		var summary = send("name=&amount=1&count=1&day=2026-09-01&_agreed=on").select(".note-risk[role=alert]:has(ul)");
		assertThat(summary.text()).startsWith("有 2 处需要修改，内容还没有保存").contains("逾期 4 天");
		assertThat(summary.select("a[href=#name]").text()).isEqualTo("系统管理员：请填写这一项。");
	}

	private static Document get(String path) {
		return Jsoup.parse(content(run(path, null)));
	}

	private static Document send(String body) {
		var result = run("/sample", body);
		assertThat(result).hasStatus(422);
		return Jsoup.parse(content(result));
	}

	private static String content(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new AssertionError(ex);
		}
	}

	private static MvcTestResult run(String path, @Nullable String body) {
		var result = new MvcTestResult[1];
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(DispatcherServletAutoConfiguration.class,
					HttpMessageConvertersAutoConfiguration.class, WebMvcAutoConfiguration.class,
					ValidationAutoConfiguration.class, ThymeleafAutoConfiguration.class))
			.withUserConfiguration(Frame.class)
			.run((context) -> {
				var mvc = MockMvcTester.from(context);
				result[0] = ((body != null) ? mvc.post()
					.uri(path)
					.with(signedIn())
					.contentType("application/x-www-form-urlencoded")
					.content(body + "&members[0].name=") : mvc.get().uri(path).with(signedIn())).exchange();
			});
		return result[0];
	}

	private static RequestPostProcessor signedIn() {
		return (MockHttpServletRequest request) -> {
			SecurityContextHolder.getContext()
				.setAuthentication(
						UsernamePasswordAuthenticationToken.authenticated(SignedInMother.of(OFFICER), null, List.of()));
			return request;
		};
	}

	@Configuration
	@Import({ WebConfig.class, MessageFiles.class, ShellInterceptor.class, Menu.class, Formats.class, FieldLabels.class,
			FieldOrder.class, PageTitle.class, LanguageController.class, SampleController.class })
	static class Frame {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-10-14T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
		}

		/** There is no database behind these pages. */
		@Bean
		WaitingCounts counts() {
			var counts = Mockito.mock(WaitingCounts.class);
			Mockito.when(counts.of(List.of(TWELVE))).thenReturn(List.of(12L));
			return counts;
		}

		@Bean
		MenuEntry samples() {
			return new MenuEntry("", 10, "web.menu.group.aid", "users", "/sample", Set.of(Role.OFFICER),
					(actor) -> TWELVE);
		}

		@Bean
		MenuEntry money() {
			return new MenuEntry("aid", 110, "web.role.FINANCE", "coins", "/funds", Set.of(Role.FINANCE));
		}

	}

	record Member(@Nullable String name) {

	}

	record SampleForm(@NotBlank @Nullable String name, @Nullable Yuan amount, @Nullable Integer count,
			@NotNull @Nullable LocalDate day, @Nullable String remark, @Nullable Role role, @Nullable Long schoolClass,
			@Nullable Term term, @Nullable Term term2, @Nullable List<Role> roles, boolean agreed,
			@Nullable String upload, @Nullable List<Member> members, @Nullable String secret) {

	}

	@Controller
	static class SampleController {

		@GetMapping("/sample")
		String show(Model model) {
			model.addAttribute("form", new SampleForm("a", Yuan.of("1500"), 1, null, "b", Role.OFFICER, 2L, Term.SPRING,
					null, List.of(Role.OFFICER), true, null, List.of(new Member("m")), null));
			model.addAttribute("done", new Flash("web.date.left", 3));
			return view(model);
		}

		@PostMapping("/sample")
		String save(@Valid @ModelAttribute("form") SampleForm form, BindingResult result, Model model,
				jakarta.servlet.http.HttpServletResponse response) {
			Refusals.reject(result, new RuleViolation("web.date.late", 4));
			response.setStatus(422);
			return view(model);
		}

		private static String view(Model model) {
			model.addAttribute("refusal", new RuleViolation("web.date.late", 4));
			model.addAttribute("roles", Role.values());
			model.addAttribute("terms", Term.values());
			model.addAttribute("classes", Map.of(2L, "五年级(2)班"));
			model.addAttribute("first", LocalDate.of(2026, 9, 7));
			model.addAttribute("last", LocalDate.of(2026, 9, 18));
			model.addAttribute("paged", new Paged<>(java.util.Collections.nCopies(20, "x"), 7, 20, 1271));
			return "sample/page";
		}

	}

	@Test
	void whatWasSearchedForStaysInLinksToOtherPagesAndOrders() {
		var shell = new Shell(OFFICER, "/audit", "who=%E7%99%BD+a%26b&page=3", "",
				(actor) -> org.nuanyang.web.Frame.EMPTY, (path) -> "");
		assertThat(shell.page(2)).isEqualTo("/audit?who=%E7%99%BD+a%26b&page=2");
		assertThat(shell.with("sort", "name")).isEqualTo("/audit?who=%E7%99%BD+a%26b&sort=name");
		assertThat(shell.with("who", "沈 &")).isEqualTo("/audit?who=%E6%B2%88%20%26");
		assertThat(shell.with("who", null)).isEqualTo("/audit");
	}

}
