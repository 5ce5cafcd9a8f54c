package org.nuanyang.importing;

import java.time.LocalDate;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;

/**
 * For whom and when rows are checked.
 *
 * @param schoolId the school that gets them; null for imports that belong to no school
 * @param columns keys of the fields of which the file says anything
 */
public record ImportContext(Actor actor, long importId, @Nullable Long schoolId, LocalDate today, Set<String> columns) {

	public long school() {
		if (this.schoolId == null) {
			throw new NotFound("school of the import");
		}
		return this.schoolId;
	}

}
