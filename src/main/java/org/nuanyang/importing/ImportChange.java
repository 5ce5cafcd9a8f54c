package org.nuanyang.importing;

import org.jspecify.annotations.Nullable;

/**
 * What an import did to one thing, as its undoing needs it.
 *
 * @param before the former state as the importer wrote it, null if the thing is new
 * @param version the thing's version after the import: another one now means that
 * somebody changed it since
 */
public record ImportChange(String type, long id, @Nullable String before, int version) {

	public boolean isNew() {
		return this.before == null;
	}

}
