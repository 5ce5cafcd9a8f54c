package org.nuanyang.importing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One import: file, columns, what was decided, by whom. */
public record ImportRun(long id, @Nullable Long schoolId, String kind, ImportStatus status, String fileName,
		int fileSize, String sha256, Layout layout, String sheetName, ImportCounts counts, long uploadedBy,
		String uploadedByName, Instant uploadedAt, @Nullable String confirmedByName, @Nullable Instant confirmedAt,
		@Nullable Long jobId, @Nullable Instant doneAt, @Nullable String undoneByName, @Nullable Instant undoneAt) {

	/** The start of the hash, enough to compare by eye. */
	public String shortHash() {
		return this.sha256.substring(0, 12);
	}

}
