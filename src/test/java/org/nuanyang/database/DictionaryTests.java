package org.nuanyang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.nuanyang.support.IntegrationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every column of the schema has a meaning and a class of sensitivity, and
 * {@code docs/data-dictionary.md} says so. To renew it:
 * {@code mvn verify -Dtest=DictionaryTests -Ddocuments=write}.
 */
@IntegrationTest
class DictionaryTests {

	private static final Path RESOURCES = Path.of("src", "test", "resources");

	private static final Path PAGE = Path.of("docs", "data-dictionary.md");

	private static final String BEGIN = "## Tables\n";

	private static final Map<String, String> CLASSES = Map.of(".", "—", "s", "staff", "p", "personal", "!",
			"**sensitive**", "k", "secret");

	@Autowired
	private JdbcClient jdbc;

	/** A table as the file explains it: its meaning, and its columns. */
	private record Entry(String meaning, Map<String, Meaning> columns) {

	}

	private record Meaning(String kind, String words) {

	}

	private record Column(String table, String name, boolean sealed) {

	}

	@Test
	void everyColumnHasAMeaningAndAClass() throws IOException {
		var known = known();
		var columns = columns();
		assertThat(columns).filteredOn((column) -> meaning(known, column).words().isEmpty())
			.as("columns that dictionary.txt does not explain")
			.isEmpty();
		var schema = columns.stream()
			.collect(Collectors.groupingBy(Column::table,
					Collectors.mapping(Column::name, Collectors.toCollection(TreeSet::new))));
		assertThat(known.keySet()).as("tables").containsAll(schema.keySet());
		known.forEach((table, entry) -> {
			if (!table.equals("*")) {
				assertThat(Objects.requireNonNullElse(schema.get(table), new TreeSet<String>()))
					.as("columns of " + table)
					.isNotEmpty()
					.containsAll(entry.columns().keySet());
			}
		});
	}

	/**
	 * What is sealed is so for a reason, and a number by which somebody is known is
	 * sealed.
	 */
	@Test
	void whatIsSealedIsSensitive() throws IOException {
		var known = known();
		assertThat(columns()).filteredOn(Column::sealed)
			.isNotEmpty()
			.allSatisfy((column) -> assertThat(meaning(known, column).kind()).as(column.toString())
				.isIn("!", "s", "k", "."));
		assertThat(columns())
			.filteredOn((column) -> List.of("id_number", "registry_number", "account", "phone", "address")
				.contains(column.name()) && "!".equals(meaning(known, column).kind()))
			.hasSizeGreaterThan(5)
			.allMatch(Column::sealed);
	}

	@Test
	void thePageIsTheSchema() throws IOException {
		var page = Files.readString(PAGE);
		var begin = page.indexOf(BEGIN) + BEGIN.length();
		var drawn = drawn();
		if ("write".equals(System.getProperty("documents"))) {
			Files.writeString(PAGE, page.substring(0, begin) + drawn);
			return;
		}
		assertThat(page.substring(begin)).isEqualTo(drawn);
	}

	private String drawn() throws IOException {
		var known = known();
		var open = open();
		var kept = kept();
		var text = new StringBuilder();
		columns().stream()
			.collect(Collectors.groupingBy(Column::table, TreeMap::new, Collectors.toList()))
			.forEach((table, columns) -> {
				var words = Objects.requireNonNull(known.get(table)).meaning().split(" \\| ");
				var rows = new ArrayList<String>();
				rows.add(open.containsKey(table) ? "all: " + open.get(table) : "school");
				if (kept.contains(table)) {
					rows.add("append-only");
				}
				if (words.length > 1) {
					rows.add(words[1]);
				}
				text.append("\n### %s\n\n%s Rows: %s.\n\n| Column | Class | Meaning |\n|---|---|---|\n".formatted(table,
						words[0], String.join("; ", rows)));
				for (var column : columns) {
					var meaning = meaning(known, column);
					text.append("| `%s`%s | %s | %s |\n".formatted(column.name(), column.sealed() ? " *" : "",
							CLASSES.get(meaning.kind()), meaning.words()));
				}
			});
		return text.toString();
	}

	private static Meaning meaning(Map<String, Entry> known, Column column) {
		var common = Objects.requireNonNull(known.get("*")).columns();
		var own = known.getOrDefault(column.table(), new Entry("", Map.of())).columns();
		var suffix = List.of("_by_name", "_by", "_at").stream().filter(column.name()::endsWith).findFirst().orElse("");
		var usual = common.getOrDefault(column.name(), common.getOrDefault("*" + suffix, new Meaning(".", "")));
		return own.getOrDefault(column.name(), usual);
	}

	private static Map<String, Entry> known() throws IOException {
		var known = new LinkedHashMap<String, Entry>();
		var entry = new Entry("", new LinkedHashMap<>());
		for (var line : Files.readAllLines(RESOURCES.resolve("dictionary.txt"))) {
			if (line.startsWith("[")) {
				entry = new Entry(line.substring(line.indexOf(']') + 1).strip(), new LinkedHashMap<>());
				known.put(line.substring(1, line.indexOf(']')), entry);
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				var words = line.split(" ", 3);
				assertThat(CLASSES).as(line).containsKey(words[1]);
				entry.columns().put(words[0], new Meaning(words[1], words[2]));
			}
		}
		return known;
	}

	private static Map<String, String> open() throws IOException {
		return Files.readAllLines(RESOURCES.resolve("unprotected-tables.txt"))
			.stream()
			.filter((line) -> !line.startsWith("#") && line.contains(" "))
			.collect(Collectors.toMap((line) -> line.split(" ")[0], (line) -> line.split(" ", 2)[1]));
	}

	/** The app's role may add rows and never change or remove one. */
	private List<String> kept() {
		return this.jdbc.sql("""
				select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
				where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'insert')
				and not has_table_privilege(c.oid, 'delete') and not has_any_column_privilege(c.oid, 'update')""")
			.query((row, number) -> row.getString(1))
			.list();
	}

	private List<Column> columns() {
		return this.jdbc.sql("""
				select c.relname, a.attname, format_type(a.atttypid, null) = 'bytea' from pg_attribute a
				join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
				where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
				and c.relname <> 'flyway_schema_history' order by c.relname, a.attnum""")
			.query((row, number) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
			.list();
	}

}
