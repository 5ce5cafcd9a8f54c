package org.nuanyang.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;

/**
 * Leads from the cells of the table of groups to the pupil list, for a reader who may
 * know the names.
 */
record GroupLists(Actor reader) {

	/** Even the number of the restricted column is for these alone. */
	boolean mind() {
		return this.reader.is(Role.PRINCIPAL, Role.COUNSELLOR);
	}

	@Nullable String path(GroupRow row, GroupColumn column) {
		return switch (column) {
			case PUPILS -> list(row, "");
			case BOYS -> list(row, "sex=MALE");
			case GIRLS -> list(row, "sex=FEMALE");
			case BOARDERS -> list(row, "boarding=true");
			case ANY -> GroupFilter.isNamedTo(this.reader) ? list(row, "group=" + GroupFilter.ANY) : null;
		};
	}

	@Nullable String path(GroupRow row, Group group) {
		return group.isNamedTo(this.reader) ? list(row, "group=" + group) : null;
	}

	private String list(GroupRow row, String narrowed) {
		var school = (this.reader.school().isEmpty() && row.school() != null) ? "school=" + row.school() : "";
		var query = Stream.of(school, row.at(), narrowed)
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? "/students" : "/students?" + query;
	}

}
