package org.nuanyang.identification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;

/**
 * A rule set as lists name it, with who wrote it and who brought it into force.
 *
 * @param author id of who wrote it, or null for what is shipped
 * @param retireReason why it was retired, or null where another one took its place
 */
record RuleSetHead(long id, Label name, SchoolYear year, int version, RuleSetStatus status, @Nullable Long author,
		@Nullable String authorName, @Nullable Instant createdAt, @Nullable String activatedBy,
		@Nullable Instant activatedAt, @Nullable String retiredBy, @Nullable Instant retiredAt,
		@Nullable String retireReason) {

	public boolean isDraft() {
		return this.status == RuleSetStatus.DRAFT;
	}

	public boolean isActive() {
		return this.status == RuleSetStatus.ACTIVE;
	}

}
