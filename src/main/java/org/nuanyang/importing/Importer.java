package org.nuanyang.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;

/**
 * Says what a row of some import is. Called within one transaction each for check, commit
 * and undo; a commit checks again first, so what it writes is what was shown.
 *
 * @param <R> what is read from one row
 */
public interface Importer<R> {

	/**
	 * Begins the message keys: {@code <kind>.title}, {@code <kind>.field.<key>},
	 * {@code <kind>.unit}.
	 */
	String kind();

	Set<Role> roles();

	/** Whether rows belong to the actor's school; otherwise to nobody's. */
	default boolean ofSchool() {
		return true;
	}

	List<ImportField> fields();

	/**
	 * What a sheet says of all its rows at once, for instance the class of a class list.
	 * @param texts its name, and what stands above its header
	 * @param columns keys of the fields for which it has a column
	 * @return as {@link #meaningForSheet} reads it, empty if it says nothing
	 */
	default String saidOfSheet(List<String> texts, Set<String> columns) {
		return "";
	}

	/**
	 * What it means, by field key, if somebody says this of a whole sheet; empty if it
	 * means nothing.
	 */
	default Map<String, String> meaningForSheet(String said) {
		return Map.of();
	}

	/**
	 * What a line between the rows says of those below it, as 三年级(1)班 over its pupils.
	 * @param columns keys of the fields for which the sheet has a column
	 * @param before what was said of the rows above, by field key
	 * @return the same for the rows below, with nothing if the line is meant for them but
	 * cannot be read; empty if it is another remark
	 */
	default Optional<Map<String, String>> meaningForRowsBelow(String line, Set<String> columns,
			Map<String, String> before) {
		return Optional.empty();
	}

	/** Whether anything can be said of a whole sheet. */
	default boolean speaksOfSheets() {
		return false;
	}

	/** What reads the rows of one file. */
	Reader<R> reader(ImportContext context);

	/** Reads rows one by one. */
	interface Reader<R> {

		/**
		 * Reads one row and says in it what is wrong; null if nothing can be made of it.
		 */
		@Nullable R read(ImportRow<R> row);

	}

	/**
	 * Looks at all rows together and at what is there already: duplicates, and for each
	 * row new, changed or the same.
	 * @return who is there but not in the file
	 */
	List<Missing> compare(List<ImportRow<R>> rows, ImportContext context);

	/**
	 * Writes the rows, each of which has a value, and tells the commit what it made or
	 * changed.
	 */
	void commit(List<ImportRow<R>> rows, ImportContext context, ImportCommit commit);

	/**
	 * Takes an import back.
	 * @throws org.nuanyang.kernel.RuleViolation if something was changed since
	 */
	void undo(List<ImportChange> changes, ImportContext context, Restored restored);

	/**
	 * Why an import cannot be taken back, naming what was changed since; mostly empty.
	 */
	default Optional<RuleViolation> touched(List<ImportChange> changes) {
		return Optional.empty();
	}

	/** Hears of each thing put back, so that the import before may be undone next. */
	interface Restored {

		void to(ImportChange change, int former, int version);

	}

	/** The type under which its subjects are known to {@link DependsOn}. */
	String subject();

	/**
	 * Somebody whom the file does not have.
	 *
	 * @param note where they are now, for instance their class
	 */
	record Missing(String label, String note) {

	}

}
