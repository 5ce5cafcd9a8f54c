package org.nuanyang.journeys;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo county in a browser: from each role's first page along every link, each kind
 * of page once, full of data. The pictures of the user guide are taken on the way.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=-1", "logging.file.name=" })
@Import(Walker.class)
@EnabledIf(value = "org.nuanyang.journeys.Walker#hasChromium", disabledReason = "no Chromium on this machine")
@DirtiesContext
class DemoJourneyTests {

	private static final String PASSWORD = "Sunny-Days-26";

	/** Who has most to see comes first; the others add what only they reach. */
	private static final List<String> PEOPLE = List.of("officer", "teacher", "principal", "finance", "county",
			"district", "reviewer", "counsellor", "auditor", "admin");

	/** Files, and ways out of the page. */
	private static final String NO_PAGE = "[^?]*(/export|/annotated|/template|/sample|/file|\\.xlsx|/logout|/language/.*|/attachments/.*)([?].*)?";

	/**
	 * Pictures that want a county at work; the others of the guide come from the walk
	 * from roster to payment.
	 */
	private static final Map<String, String> PICTURES = Map.of("officer /", "workbench", "principal /", "overview",
			"officer /rule-sets/#", "rule-set", "officer /rounds/#", "round", "officer /meetings/#", "meeting",
			"officer /funds/#", "fund");

	@DynamicPropertySource
	static void freshDirectory(DynamicPropertyRegistry properties) {
		var directory = Path.of("target", "test-data", "walk-" + System.nanoTime());
		properties.add("nuanyang.data", directory::toString);
	}

	@Autowired
	private Walker walker;

	private final List<String> problems = new ArrayList<>();

	private final Map<String, Integer> seen = new HashMap<>();

	@Test
	void everyKindOfPageFullOfData() {
		PEOPLE.forEach(this::follow);
		assertThat(this.seen).as("kinds of page").hasSizeGreaterThan(100);
		assertThat(this.problems).isEmpty();
	}

	private void follow(String person) {
		var page = this.walker.as(person, PASSWORD, Walker.DESK);
		var addresses = new ArrayDeque<String>(List.of("/"));
		var queued = new HashSet<String>(addresses);
		var pictured = new HashSet<String>();
		while (!addresses.isEmpty()) {
			var address = addresses.poll();
			var kind = kind(address);
			var wanted = PICTURES.containsKey(person + " " + kind) && pictured.add(kind);
			if (this.seen.merge(kind, 1, Integer::sum) > 1 && !wanted && !kind.equals("/")) {
				continue;
			}
			look(page, person, address);
			for (var link : links(page)) {
				if (!link.matches(NO_PAGE) && queued.add(link)) {
					addresses.add(link);
				}
			}
		}
		page.context().close();
	}

	private void look(Page page, String person, String address) {
		var name = person + " " + address;
		try {
			var answer = page.navigate(address);
			if (answer.status() != 200) {
				this.problems.add(name + ": " + answer.status());
				return;
			}
			if (page.locator("h1").count() != 1) {
				this.problems.add(name + ": headings " + page.locator("h1").allInnerTexts());
			}
			Walker.axe(page).forEach((violation) -> this.problems.add(name + ": " + violation));
			Walker.fits(page, name);
			var picture = PICTURES.get(person + " " + kind(address));
			if (picture != null) {
				this.walker.illustrate(page, picture);
			}
		}
		catch (AssertionError ex) {
			this.problems.add(name + ": " + ex.getMessage());
		}
	}

	@SuppressWarnings("unchecked")
	private static List<String> links(Page page) {
		return ((List<String>) page.evaluate(
				"() => [...document.querySelectorAll('a[href]:not([download])')].map((link) => link.getAttribute('href'))"))
			.stream()
			.filter((link) -> link.startsWith("/"))
			.map((link) -> link.replaceFirst("#.*", ""))
			.distinct()
			.toList();
	}

	/** The address without its numbers and without what it asks for. */
	private static String kind(String address) {
		return address.replaceFirst("[?].*", "").replaceAll("\\d+", "#");
	}

}
