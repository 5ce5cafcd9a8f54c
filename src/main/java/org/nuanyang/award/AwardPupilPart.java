package org.nuanyang.award;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.stereotype.Component;

/** Awards on a pupil's timeline. */
@Component
class AwardPupilPart implements PupilFilePart {

	private final AwardService awards;

	private final AwardHistory history;

	AwardPupilPart(AwardService awards, AwardHistory history) {
		this.awards = awards;
		this.history = history;
	}

	@Override
	public String headingKey() {
		return "award.part";
	}

	@Override
	public int order() {
		return 900;
	}

	/** 受助情况证明, which the next school asks for. */
	@Override
	public Optional<Button> button(Actor actor, PupilView pupil) {
		return (actor.is(Role.OFFICER, Role.PRINCIPAL) && !this.awards.ofPupil(actor, pupil.id()).isEmpty())
				? Optional.of(new Button("award.show.certificate", "certificate",
						"/students/" + pupil.id() + "/aid-certificate", false))
				: Optional.empty();
	}

	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		if (!actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.FINANCE, Role.COUNTY, Role.AUDITOR)) {
			return List.of();
		}
		var granted = this.awards.ofPupil(actor, pupil.id())
			.stream()
			.map((award) -> new TimelineEntry(award.grantedOn(), "award.timeline." + award.tier(), award.year().label(),
					award.programme(), award.annual().toString()));
		var changed = this.history.ofPupil(pupil.id())
			.stream()
			.map((line) -> new TimelineEntry(line.effectiveOn(), "award.timeline.changed", line.action())
				.noted(line.shownTo(actor).reason()));
		return Stream.concat(granted, changed).toList();
	}

}
