package org.nuanyang.audit;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Paged;

/** A page of the trail with the names of what its entries are about. */
record AuditPage(AuditFilter filter, Paged<AuditRow> entries, Map<String, Map<Long, String>> names,
		List<String> actions) {

	public @Nullable String school(AuditRow row) {
		return (row.schoolId() != null) ? name("school", row.schoolId()) : null;
	}

	public @Nullable String subject(AuditRow row) {
		return (row.subjectId() != null) ? name(row.subjectType(), row.subjectId()) : null;
	}

	private @Nullable String name(String type, long id) {
		return this.names.getOrDefault(type, Map.of()).get(id);
	}

}
