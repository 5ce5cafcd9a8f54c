package org.nuanyang.journeys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import org.nuanyang.kernel.Actor;
import org.nuanyang.support.Cast;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens the app in Chromium as one of the cast, and looks: at the words, the width, and
 * with axe.
 */
public class Walker implements DisposableBean {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path PICTURES = Path.of("target", "screenshots");

	private static final Path ILLUSTRATIONS = Path.of("docs", "images");

	static final int DESK = 1440;

	static final int PHONE = 390;

	private final Environment environment;

	private final Playwright playwright = Playwright
		.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

	private final Browser browser = this.playwright.chromium()
		.launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
			.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
					"--disable-component-update", "--disable-sync", "--no-first-run")));

	Walker(Environment environment) {
		this.environment = environment;
	}

	static boolean hasChromium() {
		return Files.isExecutable(CHROMIUM);
	}

	/**
	 * A browser window of the given width, signed in as the actor through the sign-in
	 * page.
	 */
	public Page as(Actor actor, int width) {
		return as(actor.username(), Cast.PASSWORD, width);
	}

	/** As well, for somebody who is not of the cast. */
	Page as(String username, String password, int width) {
		var page = stranger(width);
		page.navigate("/login");
		page.fill("[name=username]", username);
		page.fill("[name=password]", password);
		page.locator("main button[type=submit]").click();
		assertThat(page.url()).doesNotContain("/login");
		return page;
	}

	/** A browser window in which nobody is signed in. */
	public Page stranger(int width) {
		var options = new Browser.NewContextOptions().setBaseURL("http://localhost:" + port())
			.setViewportSize(width, (width == PHONE) ? 844 : 900)
			.setLocale("zh-CN")
			.setHasTouch(width == PHONE);
		BrowserContext context = this.browser.newContext(options);
		context.setDefaultTimeout(15_000);
		var page = context.newPage();
		page.onConsoleMessage((message) -> {
			// The browser says so itself of every page that answers 404, 410 or 422.
			if (message.type().equals("error") && !message.text().contains("status of 4")) {
				throw new AssertionError(page.url() + ": " + message.text());
			}
		});
		page.onRequest((request) -> assertThat(request.url()).as("asked for by " + page.url())
			.matches("(http://localhost:" + port() + "/|data:|blob:|chrome-error:|about:).*"));
		return page;
	}

	/** Words that lie outside the window, where no scrolling brings them in. */
	private static final String CLIPPED = """
			() => [...document.querySelectorAll('body *')].filter((element) => {
				if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return false;
				const box = element.getBoundingClientRect();
				if (box.width < 2 || box.height < 2 || box.right <= innerWidth + 1) return false;
				for (let up = element; up; up = up.parentElement) {
					const style = getComputedStyle(up);
					if (['auto', 'scroll'].includes(style.overflowX) || style.visibility === 'hidden'
							|| style.clipPath !== 'none' || style.position === 'fixed') return false;
				}
				return true;
			}).slice(0, 3).map((element) => element.outerHTML.slice(0, 200))""";

	/**
	 * The page has a title and one heading, fits the window, also on a phone, and axe
	 * finds nothing.
	 */
	public void look(Page page, String picture) {
		picture(page, picture);
		assertThat(page.locator("h1").count()).as("headings of " + picture).isOne();
		fits(page, picture);
		assertThat(axe(page)).as("axe on " + picture).isEmpty();
	}

	/**
	 * What axe says of the page as it stands, a line for each of its rules. It looks in
	 * the page itself: none of ours has frames, for whose sake axe would open a second
	 * page each time, and what passed is not carried out of the browser.
	 */
	static List<String> axe(Page page) {
		var options = new AxeRunOptions();
		options.setResultTypes(List.of("violations"));
		return new AxeBuilder(page).options(options)
			.setLegacyMode(true)
			.analyze()
			.getViolations()
			.stream()
			.map((rule) -> rule.getId() + " "
					+ rule.getNodes()
						.stream()
						.map((node) -> String.valueOf(node.getHtml()))
						.limit(3)
						.collect(Collectors.joining(" | ")))
			.toList();
	}

	/**
	 * A picture of the window for the user guide, in {@code docs/images}; taken only when
	 * asked for by {@code -Ddocuments=write}.
	 */
	void illustrate(Page page, String name) {
		if (!"write".equals(System.getProperty("documents"))) {
			return;
		}
		var window = page.viewportSize();
		if (window.width == DESK) {
			page.setViewportSize(1200, 800);
		}
		page.evaluate("window.scrollTo(0, 0)");
		page.screenshot(new Page.ScreenshotOptions().setPath(ILLUSTRATIONS.resolve(name + ".png")));
		page.setViewportSize(window.width, window.height);
	}

	static void fits(Page page, String picture) {
		var window = page.viewportSize();
		for (var width : new int[] { PHONE, window.width }) {
			page.setViewportSize(width, window.height);
			var overflow = ((Number) page
				.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).intValue();
			assertThat(overflow).as("pixels that %s is too wide for %d", picture, width).isLessThanOrEqualTo(0);
			assertThat((List<?>) page.evaluate(CLIPPED)).as("clipped on %s at %d", picture, width).isEmpty();
		}
	}

	public void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
	}

	/** Clicks the button with the given words. */
	public static void press(Page page, String words) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
	}

	/** Follows the link with the given words. */
	public static void follow(Page page, String words) {
		page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
	}

	private String port() {
		return String.valueOf(this.environment.getProperty("local.server.port"));
	}

	@Override
	public void destroy() {
		this.browser.close();
		this.playwright.close();
	}

}
