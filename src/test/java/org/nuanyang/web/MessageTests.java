package org.nuanyang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.nuanyang.application.ApplicationAction;

import static org.assertj.core.api.Assertions.assertThat;

/** Every word a user reads is there, in both languages. */
class MessageTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path JAVA = Path.of("src/main/java");

	private static final Set<String> KEYS = keys();

	@Test
	void bothLanguagesHaveTheSameKeys() {
		for (var file : files(MESSAGES, ".properties")) {
			var name = file.getFileName().toString();
			if (!name.endsWith("_en.properties")) {
				var english = MESSAGES.resolve(name.replace(".properties", "_en.properties"));
				assertThat(load(english).stringPropertyNames()).as(name)
					.containsExactlyInAnyOrderElementsOf(load(file).stringPropertyNames());
			}
		}
	}

	@Test
	void bothLanguagesTakeTheSameArguments() {
		var wrong = new TreeSet<String>();
		for (var file : files(MESSAGES, "_en.properties")) {
			var chinese = load(MESSAGES.resolve(file.getFileName().toString().replace("_en", "")));
			load(file).forEach((key, text) -> {
				if (highest(chinese.getProperty((String) key)) < highest((String) text)) {
					wrong.add(key + " = " + text);
				}
			});
		}
		assertThat(wrong).as("English messages with arguments that the Chinese do not have").isEmpty();
	}

	/** Only a text with arguments goes through a format, to which one quote is none. */
	@Test
	void quotesAreDoubledExactlyWhereThereAreArguments() {
		var wrong = new TreeSet<String>();
		for (var file : files(MESSAGES, ".properties")) {
			load(file).forEach((key, value) -> {
				var text = (String) value;
				var doubled = text.contains("''");
				var single = text.replace("''", "").contains("'");
				if (text.matches("(?s).*\\{\\d.*") ? single : doubled) {
					wrong.add(file.getFileName() + " " + key + " = " + text);
				}
			});
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void noKeyIsDefinedTwice() {
		var homes = new TreeMap<String, List<String>>();
		for (var file : files(MESSAGES, ".properties")) {
			var language = file.toString().endsWith("_en.properties") ? "en" : "zh";
			// By line: of two in one file the later one wins without a word.
			read(file).lines()
				.filter((line) -> line.matches("[\\w.-]+=.*"))
				.map((line) -> line.substring(0, line.indexOf('=')))
				.forEach((key) -> homes.computeIfAbsent(language + " " + key, (k) -> new ArrayList<>())
					.add(file.getFileName().toString()));
		}
		homes.values().removeIf((files) -> files.size() == 1);
		assertThat(homes).isEmpty();
	}

	@Test
	void templatesNameOnlyKeysThatExist() {
		var plain = Pattern.compile("#\\{([A-Za-z][\\w.-]*)[(}]");
		var label = Pattern.compile(
				"forms :: (?:text|password|number|money|date|textarea|pick|choose|radios|checks|opts|check|file|plain)"
						+ "\\('[^']*',\\s*'([^']+)'");
		var empty = Pattern
			.compile("ui :: empty(?:With)?\\('[^']*',\\s*'([^']+)'(?:,\\s*'([^']+)')?(?:,\\s*'([^']+)')?");
		var back = Pattern.compile("ui :: back\\([^,()]*,\\s*'([^']+)'");
		assertThat(missing(TEMPLATES, ".html", plain, label, empty, back)).isEmpty();
	}

	@Test
	void builtKeysHaveAtLeastOneMessage() {
		var built = Pattern.compile("#\\{\\|([\\w.-]+\\.)\\$\\{");
		var prefix = Pattern.compile("forms :: (?:choose|radios|checks|opts)\\([^)]*,\\s*'([\\w.-]+\\.)'\\)");
		var unknown = new TreeSet<String>();
		for (var file : files(TEMPLATES, ".html")) {
			for (var pattern : List.of(built, prefix)) {
				var found = pattern.matcher(read(file));
				while (found.find()) {
					var start = found.group(1);
					if (KEYS.stream().noneMatch((key) -> key.startsWith(start))) {
						unknown.add(file + ": " + start);
					}
				}
			}
		}
		assertThat(unknown).isEmpty();
	}

	@Test
	void javaNamesOnlyKeysThatExist() {
		var violation = Pattern.compile("new RuleViolation\\(\\s*\"([^\"]+)\"\\s*[,)]");
		var onField = Pattern.compile("RuleViolation\\s*\\.on\\(\\s*\"[^\"]*\",\\s*\"([^\"]+)\"\\s*[,)]");
		var flash = Pattern.compile("new Flash\\(\\s*\"([^\"]+)\"\\s*[,)]");
		var rejected = Pattern.compile("\\.rejectValue\\(\\s*\"[^\"]*\",\\s*\"([^\"]+)\"");
		var constraint = Pattern.compile("message = \"\\{([^}]+)\\}\"");
		var menu = Pattern.compile("new MenuEntry\\(\\s*\"[^\"]*\",\\s*\\d+,\\s*\"([^\"]+)\"");
		assertThat(missing(JAVA, ".java", violation, onField, flash, rejected, constraint, menu)).isEmpty();
	}

	@Test
	void everyRecordedActionHasAName() {
		var recorded = Pattern.compile("audit\\s*\\.record\\((?:[^;\"]|\\([^;\"]*\\))*?\"([a-z][a-z-]*\\.[a-z.-]+)\"");
		var unnamed = new TreeSet<String>();
		for (var file : files(JAVA, ".java")) {
			var found = recorded.matcher(read(file));
			while (found.find()) {
				if (!KEYS.contains("audit.action." + found.group(1))) {
					unnamed.add(file.getFileName() + ": audit.action." + found.group(1));
				}
			}
		}
		Stream.of(ApplicationAction.values())
			.map((action) -> "audit.action.application." + action.name().toLowerCase(Locale.ROOT))
			.filter((key) -> !KEYS.contains(key))
			.forEach(unnamed::add);
		assertThat(unnamed).isEmpty();
	}

	private static Set<String> missing(Path folder, String ending, Pattern... patterns) {
		var missing = new TreeSet<String>();
		for (var file : files(folder, ending)) {
			var text = read(file);
			for (var pattern : patterns) {
				var found = pattern.matcher(text);
				while (found.find()) {
					for (var group = 1; group <= found.groupCount(); group++) {
						if (found.group(group) != null && !KEYS.contains(found.group(group))) {
							missing.add(folder.relativize(file) + ": " + found.group(group));
						}
					}
				}
			}
		}
		return missing;
	}

	/** The number of arguments that a message takes. */
	private static int highest(String message) {
		return message.contains("{0") ? new MessageFormat(message).getFormatsByArgumentIndex().length : 0;
	}

	private static Set<String> keys() {
		var keys = new TreeSet<String>();
		files(MESSAGES, ".properties").forEach((file) -> keys.addAll(load(file).stringPropertyNames()));
		return keys;
	}

	private static List<Path> files(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties load(Path file) {
		var properties = new Properties();
		try (var reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			return properties;
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
