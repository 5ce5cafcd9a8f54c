package org.nuanyang.student;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.org.OrgService;
import org.springframework.stereotype.Component;

/**
 * Reads an address of the pupil list: what narrows it for this person, and what cannot.
 */
@Component
class FilterBars {

	private final PupilFilters filters;

	private final OrgService org;

	FilterBars(PupilFilters filters, OrgService org) {
		this.filters = filters;
		this.org = org;
	}

	FilterBar of(Actor actor, PupilSearch asked, Map<String, String> params) {
		var places = places(actor, asked.schoolId());
		return FilterBar.of(asked, this.filters.asked(params), this.filters.choices(actor), places,
				this.filters::labelKey);
	}

	/**
	 * Schools to choose from for those who see several, classes once one school is in
	 * sight.
	 */
	private FilterBar.Places places(Actor actor, @Nullable Long asked) {
		var schools = this.org.schools(actor);
		var school = (schools.size() == 1) ? Long.valueOf(schools.getFirst().id()) : asked;
		var seen = school != null && actor.scope().read().contains(school);
		return new FilterBar.Places((schools.size() > 1) ? schools : List.of(), seen ? school : null,
				(seen && school != null) ? this.org.classes(actor, school) : List.of());
	}

}
