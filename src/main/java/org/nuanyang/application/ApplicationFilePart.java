package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.stereotype.Component;

/** The steps of a pupil's applications on the pupil's timeline. */
@Component
class ApplicationFilePart implements PupilFilePart {

	private static final Set<Role> READERS = Set.of(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER,
			Role.AUDITOR);

	private final ApplicationService applications;

	private final Clock clock;

	ApplicationFilePart(ApplicationService applications, Clock clock) {
		this.applications = applications;
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
		if (READERS.stream().noneMatch(actor::is)) {
			return List.of();
		}
		return this.applications.ofPupil(actor, pupil.id())
			.stream()
			.flatMap((application) -> this.applications.history(actor, application.id())
				.stream()
				.map((event) -> entry(application, event)))
			.toList();
	}

	private TimelineEntry entry(CaseView application, CaseEvent event) {
		return new TimelineEntry(LocalDate.ofInstant(event.at(), this.clock.getZone()), "application.file.event",
				application.number(), event.action())
			.noted(event.reason())
			.linked("/applications/" + application.id());
	}

}
