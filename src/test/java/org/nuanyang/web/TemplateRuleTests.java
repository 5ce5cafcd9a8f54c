package org.nuanyang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the content policy and the two languages ask of every template. */
class TemplateRuleTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** Shows our own user guide, rendered with its HTML escaped. */
	private static final String GUIDE = "help/guide.html";

	private static final Pattern WORD = Pattern.compile("\\p{L}");

	private static final List<String> SPOKEN = List.of("placeholder", "title", "aria-label", "alt", "label");

	/** The same in every language. */
	private static final List<String> NAMES = List.of("SHA-256", "Excel", "CSV");

	/** Attributes whose value replaces the text between the tags. */
	private static final List<String> FILLED = List.of("th:text", "th:replace", "th:insert");

	private static final List<String> MAY_CALL = List.of("th:text", "th:with", "th:if", "th:unless", "th:each");

	private static final List<String> AROUND = List.of("th:if", "th:unless", "th:case", "th:each", "th:with",
			"th:switch");

	@Test
	void nothingIsInline() {
		var inline = new TreeSet<String>();
		elements((file, element) -> {
			element.attributes().forEach((attribute) -> {
				var name = attribute.getKey();
				if (name.equals("style") || name.equals("th:style") || name.matches("(th:)?on\\w+")) {
					inline.add(file + ": " + name + " on " + element.normalName());
				}
			});
			if (element.normalName().equals("style")
					|| (element.normalName().equals("script") && !element.data().isBlank())) {
				inline.add(file + ": " + element.normalName());
			}
			if (element.hasAttr("th:utext") && !file.equals(Path.of(GUIDE))) {
				inline.add(file + ": th:utext");
			}
		});
		assertThat(inline).as("refused by the content policy, or unescaped").isEmpty();
	}

	/** A conflict gives typed words back: what a page sends by itself is none of them. */
	@Test
	void whatAPageCarriesUnseenIsNeverTakenForTyped() {
		// Figures, which are not given back; elsewhere fields with these names are typed.
		var figures = List.of("code", "number", "one", "other");
		var taken = new TreeSet<String>();
		elements((file, element) -> {
			var name = element.hasAttr("name") ? element.attr("name")
					: element.attr("th:field").replaceAll("[*{}]", "") + element.attr("th:name");
			var form = element.closest("form");
			if (element.is("input[type=hidden]:not([value=true])")
					&& (form == null || form.attr("method").equals("post")) && !name.equals("${c.key}")
					&& !figures.contains(name) && Typed.isTold(name.replaceAll("[^\\w.]+$", ""))) {
				taken.add(file + ": " + name);
			}
		});
		assertThat(taken).as("hidden fields that Typed would give back").isEmpty();
	}

	@Test
	void everyWordIsAMessage() {
		var literals = new TreeSet<String>();
		elements((file, element) -> {
			if (WORD.matcher(element.ownText()).find() && !NAMES.contains(element.ownText())
					&& FILLED.stream().noneMatch(element::hasAttr)) {
				literals.add(file + ": " + element.ownText());
			}
			SPOKEN.stream()
				.filter((name) -> WORD.matcher(element.attr(name)).find())
				.forEach((name) -> literals.add(file + ": " + name + "=" + element.attr(name)));
		});
		assertThat(literals).isEmpty();
	}

	@Test
	void nothingIsLoadedFromElsewhere() {
		var outside = new TreeSet<String>();
		elements((file, element) -> {
			for (var name : List.of("src", "href", "action", "th:src", "th:href", "th:action")) {
				if (element.attr(name).matches(".*(https?:)?//\\w.*") && !element.attr(name).contains("www.w3.org")) {
					outside.add(file + ": " + element.attr(name));
				}
			}
		});
		assertThat(outside).isEmpty();
	}

	/**
	 * On one element Thymeleaf puts the fragment in first and never looks at the
	 * condition: every chip of a status would be shown.
	 */
	@Test
	void conditionsStandAroundFragments() {
		var beside = new TreeSet<String>();
		elements((file, element) -> {
			if ((element.hasAttr("th:replace") || element.hasAttr("th:insert"))
					&& AROUND.stream().anyMatch(element::hasAttr)) {
				beside.add(file + ": " + element.cssSelector() + " " + element.attributes());
			}
		});
		assertThat(beside).as("write <th:block th:if=…><div th:replace=…></div></th:block>").isEmpty();
	}

	/** Only some attributes may call a bean; the others break the page. */
	@Test
	void beansAreCalledWhereTheyMayBe() {
		var wrong = new TreeSet<String>();
		elements((file, element) -> element.attributes().forEach((attribute) -> {
			if (attribute.getValue().contains("${@") && !MAY_CALL.contains(attribute.getKey())) {
				wrong.add(file + ": " + attribute);
			}
		}));
		assertThat(wrong).as("put it into th:with before").isEmpty();
	}

	/** Thymeleaf finds out only when the page is shown. */
	@Test
	void fragmentsAreCalledWithWhatTheyTake() {
		var signatures = new HashMap<String, Integer>();
		var declaration = Pattern.compile("th:fragment=\"(\\w+)\\s*(?:\\(([^)]*)\\))?\"");
		files().forEach((file) -> {
			var found = declaration.matcher(read(file));
			while (found.find()) {
				signatures.put(name(file) + " :: " + found.group(1),
						(found.group(2) != null) ? found.group(2).split(",").length : 0);
			}
		});
		var wrong = new TreeSet<String>();
		files().forEach((file) -> calls(file).forEach((call, arguments) -> {
			var target = call.substring(0, call.indexOf(" #"));
			var wanted = signatures.get(target);
			if (wanted == null || wanted != arguments) {
				wrong.add(file + " calls " + target + " with " + arguments + " instead of " + wanted);
			}
		}));
		assertThat(wrong).isEmpty();
	}

	@Test
	void iconsAreInTheSprite() {
		var sprite = read(Path.of("src/main/resources/static/icons.svg"));
		var named = Pattern.compile("(?:icon|empty|emptyWith)\\('([a-z0-9-]+)'|#i-([a-z0-9-]+)'");
		var unknown = new TreeSet<String>();
		Stream.concat(files().stream(), walk(Path.of("src/main/java"), ".java").stream()).forEach((file) -> {
			var found = (file.toString().endsWith(".java")
					? Pattern.compile("new MenuEntry\\(\\s*\"[^\"]*\",\\s*\\d+,\\s*\"[^\"]+\",\\s*\"([a-z0-9-]+)\"()?")
					: named)
				.matcher(read(file));
			while (found.find()) {
				var icon = (found.group(1) != null) ? found.group(1) : found.group(2);
				if (!sprite.contains("id=\"i-" + icon + "\"")) {
					unknown.add(file + ": " + icon);
				}
			}
		});
		assertThat(unknown).isEmpty();
	}

	/** Calls by name and running number, with the number of their arguments. */
	private static Map<String, Integer> calls(Path file) {
		var calls = new HashMap<String, Integer>();
		var text = read(file);
		var start = Pattern.compile("~\\{([\\w/]+) :: (\\w+)(\\()?").matcher(text);
		while (start.find()) {
			var name = start.group(1) + " :: " + start.group(2) + " #" + start.start();
			calls.put(name, (start.group(3) != null) ? arguments(text, start.end()) : 0);
		}
		return calls;
	}

	private static int arguments(String text, int from) {
		var depth = 0;
		var quoted = false;
		var count = 1;
		for (var at = from; at < text.length(); at++) {
			var c = text.charAt(at);
			if (c == '\'') {
				quoted = !quoted;
			}
			if (quoted) {
				continue;
			}
			if (c == ')' && depth == 0) {
				return text.substring(from, at).isBlank() ? 0 : count;
			}
			depth += ("({[".indexOf(c) >= 0) ? 1 : (")}]".indexOf(c) >= 0) ? -1 : 0;
			if (c == ',' && depth == 0) {
				count++;
			}
		}
		throw new AssertionError("unclosed call: " + text.substring(from));
	}

	private static void elements(BiConsumer<Path, Element> visit) {
		for (var file : files()) {
			parse(file).getAllElements().forEach((element) -> visit.accept(TEMPLATES.relativize(file), element));
		}
	}

	private static Document parse(Path file) {
		return Jsoup.parse(read(file));
	}

	private static String name(Path file) {
		return TEMPLATES.relativize(file).toString().replace(".html", "").replace('\\', '/');
	}

	private static List<Path> files() {
		return walk(TEMPLATES, ".html");
	}

	private static List<Path> walk(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return new ArrayList<>(files.filter((file) -> file.toString().endsWith(ending)).sorted().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
