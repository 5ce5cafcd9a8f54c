package org.nuanyang;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

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
