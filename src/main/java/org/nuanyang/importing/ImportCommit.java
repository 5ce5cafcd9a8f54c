package org.nuanyang.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Collects what a commit does, and reports how far it is. */
public final class ImportCommit {

	private final List<ImportChange> changes = new ArrayList<>();

	private final IntConsumer progress;

	private int rows;

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

	/** One more row is written; returns how many are by now. */
	public int wroteRow() {
		this.progress.accept(++this.rows);
		return this.rows;
	}

	List<ImportChange> changes() {
		return this.changes;
	}

}
