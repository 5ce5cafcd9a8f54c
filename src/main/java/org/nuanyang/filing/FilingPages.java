package org.nuanyang.filing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.org.OrgService;
import org.nuanyang.programme.Tier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the pages about filings show. */
@Service
@Transactional(readOnly = true)
class FilingPages {

	private final FilingService filings;

	private final OrgService schools;

	private final ObjectProvider<FilingPart> parts;

	FilingPages(FilingService filings, OrgService schools, ObjectProvider<FilingPart> parts) {
		this.filings = filings;
		this.schools = schools;
		this.parts = parts;
	}

	/** Every school that the actor sees, with what it sent. */
	List<SchoolFilings> bySchool(Actor actor) {
		var sent = this.filings.list(actor).stream().collect(Collectors.groupingBy(FilingHead::schoolId));
		return this.schools.schools(actor)
			.stream()
			.map((school) -> new SchoolFilings(school.id(), school.name(), school.districtName(),
					sent.getOrDefault(school.id(), List.of())))
			.toList();
	}

	@Transactional
	FilingPage show(Actor actor, long id) {
		var head = this.filings.head(actor, id);
		var list = this.filings.open(actor, id);
		return new FilingPage(head, list.rows(), list.sha256().equals(head.sha256()), list.people(Tier.ONE),
				list.people(Tier.TWO), list.people(Tier.THREE),
				FilingAction.ACCEPT.isOpen(actor, head.schoolId(), head.status()), actor.is(Role.OFFICER, Role.COUNTY),
				this.parts.orderedStream().map((part) -> part.section(actor, head)).flatMap(Optional::stream).toList());
	}

}
