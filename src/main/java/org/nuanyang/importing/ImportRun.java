package org.nuanyang.importing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * One import: file, columns, what was decided, by whom.
 *
 * @param parts the sheets that are imported together, at least one
 */
public record ImportRun(long id, @Nullable Long schoolId, String kind, ImportStatus status, String fileName,
		int fileSize, String sha256, List<SheetPart> parts, ImportCounts counts, long uploadedBy, String uploadedByName,
		Instant uploadedAt, @Nullable String confirmedByName, @Nullable Instant confirmedAt, @Nullable Long jobId,
		@Nullable Instant doneAt, @Nullable String undoneByName, @Nullable Instant undoneAt) {

	/** The layout whose columns a person names; the other sheets have the same ones. */
	Layout layout() {
		return this.parts.getFirst().layout();
	}

	/** Empty for a file that has no sheets. */
	public String sheetNames() {
		return this.parts.stream()
			.map(SheetPart::name)
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.joining("、"));
	}

	/** Which sheet's columns a person names, counted from 0. */
	public int sheet() {
		return layout().sheet();
	}

	public int headerRow() {
		return layout().headerRow();
	}

	/** Keys of the fields of which the file says anything. */
	Set<String> told() {
		return this.parts.stream()
			.flatMap((part) -> Stream.concat(part.layout().columnOfField().keySet().stream(),
					part.given().keySet().stream()))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** For the trail: what was imported, without whom. */
	Map<String, Object> summary() {
		return Map.of("kind", this.kind, "sha256", this.sha256, "new", this.counts.added(), "changed",
				this.counts.changed(), "accepted", this.counts.accepted(), "left", this.counts.left());
	}

	/** The start of the hash, enough to compare by eye. */
	public String shortHash() {
		return this.sha256.substring(0, 12);
	}

}
