package org.nuanyang.filing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.nuanyang.application.CaseView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.RuleViolation;
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

	private final FilingRowRepository rows;

	private final FilingDifferences differences;

	private final OrgService schools;

	private final ObjectProvider<FilingPart> parts;

	FilingPages(FilingService filings, FilingRowRepository rows, FilingDifferences differences, OrgService schools,
			ObjectProvider<FilingPart> parts) {
		this.filings = filings;
		this.rows = rows;
		this.differences = differences;
		this.schools = schools;
		this.parts = parts;
	}

	/** Every school that the actor sees, with what it sent. */
	List<SchoolFilings> bySchool(Actor actor) {
		var all = this.filings.list(actor);
		var changed = this.differences.people(all);
		var sent = all.stream().collect(Collectors.groupingBy(FilingHead::schoolId));
		return this.schools.schools(actor)
			.stream()
			.map((school) -> new SchoolFilings(school.id(), school.name(), school.districtName(),
					sent.getOrDefault(school.id(), List.of()), changed))
			.toList();
	}

	/** The schools with filings that this person may answer now, and those filings. */
	List<SchoolFilings> waitingFor(Actor actor) {
		return bySchool(actor).stream()
			.map((school) -> school
				.only((filing) -> FilingAction.ACCEPT.isOpen(actor, filing.schoolId(), filing.status())))
			.filter((school) -> !school.filings().isEmpty())
			.toList();
	}

	@Transactional
	FilingPage show(Actor actor, long id) {
		var head = this.filings.head(actor, id);
		var list = this.filings.open(actor, id);
		return new FilingPage(head, list.rows(), list.sha256().equals(head.sha256()), list.people(Tier.ONE),
				list.people(Tier.TWO), list.people(Tier.THREE), differences(list, head),
				FilingAction.ACCEPT.isOpen(actor, head.schoolId(), head.status()), resend(actor, head),
				actor.is(Role.OFFICER, Role.COUNTY), actor.is(Role.OFFICER, Role.PRINCIPAL, Role.AUDITOR),
				this.parts.orderedStream().map((part) -> part.section(actor, head)).flatMap(Optional::stream).toList(),
				earlier(head));
	}

	/** Why it is sent again: answers to what the round has sent before. */
	private List<FilingPage.Earlier> earlier(FilingHead head) {
		return this.filings.before(head)
			.stream()
			.map((one) -> new FilingPage.Earlier(one, this.rows.returned(one.id())))
			.toList();
	}

	private int resend(Actor actor, FilingHead head) {
		return (head.cameBack() && FilingAction.SEND.isOpen(actor, head.schoolId(), null))
				? this.filings.cameBack(actor, head.roundId()) : 0;
	}

	private List<FilingPage.Changed> differences(FiledList list, FilingHead head) {
		var changed = this.differences.of(head).stream().collect(Collectors.groupingBy(FilingDifference::position));
		return list.rows()
			.stream()
			.filter((row) -> changed.containsKey(row.position()))
			.map((row) -> new FilingPage.Changed(row, changed.getOrDefault(row.position(), List.of())))
			.toList();
	}

	/** The rows that the centre looks through to answer. */
	@Transactional
	FiledList toAnswer(Actor centre, long id) {
		var head = this.filings.head(centre, id);
		if (!FilingAction.ACCEPT.isOpen(centre, head.schoolId(), head.status())) {
			throw new RuleViolation("filing.answer.closed");
		}
		return this.filings.open(centre, id);
	}

	/** Where a case stands or stood, the latest first. */
	List<FilingCasePart.Entry> ofCase(Actor actor, CaseView application) {
		return this.rows.places(application.schoolId(), application.id()).stream().map((place) -> {
			var head = this.filings.head(actor, place.filingId());
			var differences = (place.returned() == null && head.status() != FilingStatus.RETURNED)
					? this.differences.of(head)
						.stream()
						.filter((difference) -> difference.position() == place.position())
						.toList()
					: List.<FilingDifference>of();
			return new FilingCasePart.Entry(head, place.position(), place.returned(), differences);
		}).toList();
	}

}
