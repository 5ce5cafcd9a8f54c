package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.support.DefaultMessageSourceResolvable;

import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.Plain;
import org.nuanyang.kernel.RuleViolation;

/**
 * What a person says a file's sheets and columns are.
 *
 * @param fields field key by column, empty for a column not to be imported
 * @param sheets those to import together; empty for those that were proposed
 * @param said what is said of a whole sheet, by its number
 */
record Naming(Map<Integer, String> fields, Set<Integer> sheets, Map<Integer, String> said, boolean remember) {

	static Naming asProposed(ImportRun run) {
		var fields = new HashMap<Integer, String>();
		run.layout()
			.columns()
			.forEach((column) -> fields.put(column.column(), Optional.ofNullable(column.field()).orElse("")));
		return new Naming(fields, Set.of(), Map.of(), false);
	}

	/** The sheets with their columns named. */
	List<SheetPart> applied(ImportRun run, Importer<?> importer, Sheets all) {
		var first = named(run.layout());
		var byHeading = new HashMap<String, Optional<String>>();
		first.columns()
			.stream()
			.filter(first::isAlone)
			.forEach((column) -> byHeading.put(ImportField.plain(column.heading()),
					Optional.ofNullable(column.field())));
		var parts = parts(run, all).stream()
			.map((part) -> new SheetPart(part.name(),
					(part.layout().sheet() == first.sheet()) ? first : named(part.layout(), byHeading), part.said(),
					part.given()))
			.map((part) -> said(part, importer))
			.toList();
		parts.forEach((part) -> requireComplete(importer, part, all.at(part.layout().sheet())));
		return parts;
	}

	/** The sheet whose columns were named, and those that go with it. */
	private List<SheetPart> parts(ImportRun run, Sheets all) {
		if (this.sheets.isEmpty()) {
			return run.parts();
		}
		var first = run.layout().sheet();
		for (var sheet : this.sheets) {
			if (sheet != first && !all.at(sheet).isLike(all.at(first))) {
				throw new RuleViolation("importing.sheet.unlike", all.at(sheet).name());
			}
		}
		var parts = new ArrayList<SheetPart>();
		parts.add(run.parts().getFirst());
		this.sheets.stream().filter((sheet) -> sheet != first).sorted().map(all::part).forEach(parts::add);
		return parts;
	}

	private Layout named(Layout layout) {
		return layout.with((column) -> this.fields.getOrDefault(column.column(), ""));
	}

	/** In a sheet like the first one headings mean the same, wherever they stand. */
	private static Layout named(Layout layout, Map<String, Optional<String>> byHeading) {
		return layout.with((column) -> byHeading
			.getOrDefault(ImportField.plain(column.heading()), Optional.ofNullable(column.field()))
			.orElse(""));
	}

	private SheetPart said(SheetPart part, Importer<?> importer) {
		var text = this.said.get(part.layout().sheet());
		if (text == null) {
			return part;
		}
		var plain = Plain.text(text);
		var given = (plain.isEmpty()) ? Map.<String, String>of() : importer.meaningForSheet(plain);
		if (!plain.isEmpty() && given.isEmpty()) {
			throw RuleViolation.on("said" + part.layout().sheet(), importer.kind() + ".sheet.unreadable", plain);
		}
		return new SheetPart(part.name(), part.layout(), plain, given);
	}

	private static void requireComplete(Importer<?> importer, SheetPart part, SheetOutline outline) {
		var known = new HashSet<String>();
		for (var column : part.layout().columns()) {
			if (column.field() == null) {
				continue;
			}
			if (importer.fields().stream().noneMatch((field) -> field.key().equals(column.field()))) {
				throw new NotFound("field " + column.field());
			}
			if (!known.add(Objects.requireNonNull(column.field()))) {
				throw RuleViolation.on("c" + column.column(), "importing.columns.twice", column.heading());
			}
		}
		known.addAll(part.given().keySet());
		// Rows above the first such line lack it each for itself.
		outline.sections().forEach((section) -> known.addAll(section.given().keySet()));
		for (var field : importer.fields()) {
			if (field.required() && !known.contains(field.key()) && !known.contains(field.unless())) {
				var key = importer.kind() + ".field." + field.key();
				throw new RuleViolation("importing.columns.lacking", new DefaultMessageSourceResolvable(key));
			}
		}
	}

}
