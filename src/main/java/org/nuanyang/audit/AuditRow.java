package org.nuanyang.audit;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/** One entry of the trail as the auditor reads it. */
record AuditRow(long id, LocalDateTime at, @Nullable Long schoolId, @Nullable Long actorId, String actorName,
		String action, String subjectType, @Nullable Long subjectId, String details, @Nullable String address,
		boolean sealed) {

	/** Whether nobody did it, but the system by itself. */
	public boolean isSystem() {
		return this.actorId == null && this.actorName.equals(Audit.SYSTEM);
	}

}
