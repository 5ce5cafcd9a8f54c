package org.nuanyang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The generated parts of the documents agree with the code. To renew them:
 * {@code mvn verify -Dtest=DocumentTests -Ddocuments=write}.
 */
class DocumentTests {

	private static final String BEGIN = "```mermaid\n";

	private static final String END = "```\n";

	@Test
	void theModuleDiagramIsTheCode() throws IOException {
		var page = Path.of("docs", "architecture.md");
		var text = Files.readString(page);
		var begin = text.indexOf(BEGIN) + BEGIN.length();
		var end = text.indexOf(END, begin);
		var drawn = diagram();
		if ("write".equals(System.getProperty("documents"))) {
			Files.writeString(page, text.substring(0, begin) + drawn + text.substring(end));
			return;
		}
		assertThat(text.substring(begin, end)).isEqualTo(drawn);
	}

	/** What an operator may set is in the table, by the right names and defaults. */
	@Test
	void theSettingsAreThoseOfTheProgram() throws IOException {
		var table = new TreeMap<String, List<String>>();
		for (var line : Files.readAllLines(Path.of("docs", "operations.md"))) {
			var cells = line.split(" *\\| *");
			if (cells.length == 5 && cells[2].matches("`[A-Z_]+`")) {
				table.put(cells[1].replace("`", ""), List.of(cells[2].replace("`", ""), cells[3].replace("`", "")));
			}
		}
		assertThat(table.keySet()).containsAll(asked());
		var defaults = defaults();
		assertThat(table).allSatisfy((setting, cells) -> {
			var variable = setting.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
			assertThat(cells.getFirst()).as(setting)
				.isIn(variable, setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
			if (defaults.containsKey(setting)) {
				assertThat(cells.getLast()).as(setting).isEqualTo(defaults.getProperty(setting));
			}
		});
		assertThat(defaults.stringPropertyNames()).filteredOn((name) -> name.startsWith("nuanyang."))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(table).containsKey(name));
	}

	/** Settings of our own that the code asks for. */
	private static Set<String> asked() throws IOException {
		var asking = Pattern
			.compile("(?:\\$\\{|@Conditional\\w+\\((?:name = )?\"|path\\(\")(nuanyang\\.[a-z-]+(?:\\.[a-z-]+)*)");
		try (var files = Files.walk(Path.of("src", "main", "java"))) {
			var found = new TreeSet<String>();
			for (var file : files.filter((one) -> one.toString().endsWith(".java")).toList()) {
				asking.matcher(Files.readString(file)).results().forEach((match) -> found.add(match.group(1)));
			}
			assertThat(found).contains("nuanyang.jobs.workers", "nuanyang.demo", "nuanyang.key-file");
			return found;
		}
	}

	private static Properties defaults() {
		var yaml = new YamlPropertiesFactoryBean();
		yaml.setResources(new ClassPathResource("application.yaml"));
		var read = Objects.requireNonNull(yaml.getObject());
		var defaults = new Properties();
		read.forEach((name, value) -> defaults.setProperty(name.toString(), value.toString()));
		return defaults;
	}

	/**
	 * Direct dependencies only; kernel, database, audit and web, on which nearly all
	 * stand, are left out.
	 */
	private static String diagram() {
		var modules = ApplicationModules.of(Nuanyang.class);
		var everywhere = Set.of("kernel", "database", "audit", "web", "vault", "user", "org");
		var lines = new TreeSet<String>();
		modules.forEach((module) -> {
			var name = module.getIdentifier().toString();
			if (!everywhere.contains(name) && !name.equals("demo")) {
				lines.add("\t" + name);
				module.getDirectDependencies(modules, DependencyType.values())
					.uniqueModules()
					.map((other) -> other.getIdentifier().toString())
					.filter((other) -> !everywhere.contains(other))
					.forEach((other) -> lines.add("\t" + name + " --> " + other));
			}
		});
		return "flowchart BT\n" + String.join("\n", lines) + "\n";
	}

}
