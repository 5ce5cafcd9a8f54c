package org.nuanyang.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;

/** Takes a done import back, unless something stands in the way; then it says what. */
@Component
class ImportUndo {

	private final ImportStore store;

	private final ImportChanges changes;

	private final ImportCheck checks;

	private final ObjectProvider<DependsOn> dependants;

	ImportUndo(ImportStore store, ImportChanges changes, ImportCheck checks, ObjectProvider<DependsOn> dependants) {
		this.store = store;
		this.changes = changes;
		this.checks = checks;
		this.dependants = dependants;
	}

	void undo(Actor actor, Importer<?> importer, ImportRun run) {
		var made = this.changes.of(run.id());
		obstacle(importer, run, made).ifPresent((found) -> {
			throw found;
		});
		try {
			importer.undo(made, this.checks.context(actor, run), this.changes::restored);
		}
		catch (DataIntegrityViolationException ex) {
			// Whatever no DependsOn told of, the foreign keys know.
			throw new RuleViolation("importing.undo.in-use");
		}
		this.changes.forget(run.id());
		this.store.undone(actor, run.id());
	}

	/** All that stands in the way, if anything does. */
	Optional<RuleViolation> obstacle(Importer<?> importer, ImportRun run) {
		return obstacle(importer, run, this.changes.of(run.id()));
	}

	private Optional<RuleViolation> obstacle(Importer<?> importer, ImportRun run, List<ImportChange> made) {
		var later = laterImports(run);
		// A later import changed them too: that it is in the way says all.
		var touched = (later.isPresent()) ? Optional.<RuleViolation>empty() : importer.touched(made);
		return Stream.of(later, builtOn(importer, made), touched)
			.flatMap(Optional::stream)
			.reduce((one, other) -> new RuleViolation("importing.undo.several", text(one), text(other)));
	}

	private static MessageSourceResolvable text(RuleViolation violation) {
		return label(violation.key(), violation.arguments());
	}

	private Optional<RuleViolation> laterImports(ImportRun run) {
		return this.changes.later(run.id())
			.stream()
			.map((later) -> label("importing.undo.later", this.store.one(later.importId()).fileName(),
					String.valueOf(later.importId()), later.things()))
			.reduce((one, other) -> label("importing.undo.and", one, other))
			.map((imports) -> new RuleViolation("importing.undo.later-import", imports));
	}

	private Optional<RuleViolation> builtOn(Importer<?> importer, List<ImportChange> made) {
		var created = made.stream()
			.filter((change) -> change.isNew() && change.type().equals(importer.subject()))
			.map(ImportChange::id)
			.toList();
		return this.dependants.orderedStream()
			.filter((dependant) -> dependant.subject().equals(importer.subject()))
			.map((dependant) -> Map.entry(dependant.reasonKey(), dependant.count(created)))
			.filter((use) -> use.getValue() > 0)
			.map((use) -> label(use.getKey(), use.getValue()))
			.reduce((one, other) -> label("importing.undo.and", one, other))
			.map((reasons) -> new RuleViolation("importing.undo.depends", reasons));
	}

	/** A message inside a message. */
	private static MessageSourceResolvable label(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments, key);
	}

}
