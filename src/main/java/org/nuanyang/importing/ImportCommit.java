package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Collects what a commit does, and reports how far it is. */
public final class ImportCommit {

	private final List<ImportChange> changes = new ArrayList<>();

	private final IntConsumer progress;

	ImportCommit(IntConsumer progress) {
		this.progress = progress;
	}

	public void created(String type, long id, int version) {
		this.changes.add(new ImportChange(type, id, null, version));
	}

	/**
	 * @param before the former state, in the importer's own words; kept sealed
	 */
	public void changed(String type, long id, String before, int version) {
		this.changes.add(new ImportChange(type, id, before, version));
	}

	/**
	 * @param rows how many rows are written
	 */
	public void progress(int rows) {
		this.progress.accept(rows);
	}

	List<ImportChange> changes() {
		return this.changes;
	}

}
