package org.nuanyang.audit;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Paged;

/** A page of the trail with the names of what its entries are about. */
record AuditPage(AuditFilter filter, Paged<AuditRow> entries, Map<String, Map<Long, String>> names,
		List<String> actions, List<String> types, AuditWords words) {

	public List<AuditWords.Detail> details(AuditRow row) {
		return this.words.of(row, this.names);
	}

	public String action(AuditRow row) {
		return this.words.action(row);
	}

	/** The kinds of things that entries are about, by their names. */
	public SortedMap<String, String> kinds() {
		var kinds = new TreeMap<String, String>();
		this.types.forEach((type) -> kinds.put(type, this.words.type(type)));
		return kinds;
	}

	public @Nullable String address(AuditRow row) {
		return this.words.address(row);
	}

	public @Nullable String school(AuditRow row) {
		return (row.schoolId() != null) ? name("school", row.schoolId()) : null;
	}

	public String subject(AuditRow row) {
		var name = (row.subjectId() != null) ? name(row.subjectType(), row.subjectId()) : null;
		return (name != null) ? name : this.words.subject(row);
	}

	private @Nullable String name(String type, long id) {
		return this.names.getOrDefault(type, Map.of()).get(id);
	}

}
