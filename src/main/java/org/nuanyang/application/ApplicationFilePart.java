package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.stereotype.Component;

/**
 * The steps of a pupil's applications on the timeline; of this year's, a button and how
 * complete its papers are.
 */
@Component
class ApplicationFilePart implements PupilFilePart {

	private static final Set<Role> READERS = Set.of(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER,
			Role.AUDITOR);

	private final ApplicationService applications;

	private final CaseCompleteness completeness;

	private final Clock clock;

	ApplicationFilePart(ApplicationService applications, CaseCompleteness completeness, Clock clock) {
		this.applications = applications;
		this.completeness = completeness;
		this.clock = clock;
	}

	@Override
	public String headingKey() {
		return "application.file.heading";
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		if (!mayRead(actor)) {
			return List.of();
		}
		var applications = this.applications.ofPupil(actor, pupil.id());
		var histories = this.applications.histories(applications);
		return applications.stream()
			.flatMap((application) -> histories.getOrDefault(application.id(), List.of())
				.stream()
				.map((event) -> entry(application, event)))
			.toList();
	}

	@Override
	public Optional<Button> button(Actor actor, PupilView pupil) {
		return thisYears(actor, pupil).map((application) -> new Button("application.file.open", "clipboard-check",
				"/applications/" + application.id(), true));
	}

	@Override
	public Optional<Card> card(Actor actor, PupilView pupil) {
		return thisYears(actor, pupil)
			.map((application) -> new Card("application/_papers", this.completeness.papers(actor, application), 3));
	}

	private Optional<CaseView> thisYears(Actor actor, PupilView pupil) {
		var year = SchoolYear.of(LocalDate.now(this.clock));
		return mayRead(actor) ? this.applications.ofPupil(actor, pupil.id())
			.stream()
			.filter((application) -> application.year().equals(year) && !application.status().isOver())
			.findFirst() : Optional.empty();
	}

	private static boolean mayRead(Actor actor) {
		return READERS.stream().anyMatch(actor::is);
	}

	private TimelineEntry entry(CaseView application, CaseEvent event) {
		return new TimelineEntry(LocalDate.ofInstant(event.at(), this.clock.getZone()), "application.file.event",
				application.number(), event.action())
			.noted(event.reason())
			.linked("/applications/" + application.id());
	}

}
