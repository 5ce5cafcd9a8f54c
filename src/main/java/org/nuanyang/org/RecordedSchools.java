package org.nuanyang.org;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.nuanyang.audit.Recorded;
import org.springframework.stereotype.Component;

/** Names the schools of audit entries. */
@Component
class RecordedSchools implements Recorded {

	private final OrgService orgs;

	RecordedSchools(OrgService orgs) {
		this.orgs = orgs;
	}

	@Override
	public String subjectType() {
		return "school";
	}

	@Override
	public Map<Long, String> names(Set<Long> ids) {
		return this.orgs.schools()
			.stream()
			.filter((school) -> ids.contains(school.id()))
			.collect(Collectors.toMap(SchoolView::id, SchoolView::name));
	}

}
