package org.nuanyang.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.web.Waiting;
import org.springframework.stereotype.Component;

/** The cases of the round under way that wait for one person. */
@Component
class WaitingCases {

	private final Clock clock;

	WaitingCases(Clock clock) {
		this.clock = clock;
	}

	/** Those that stand before one of this person's steps. */
	Waiting of(Actor actor) {
		var steps = Arrays.stream(NextStep.values())
			.filter((step) -> step.isFor(actor) && step != NextStep.WAIT_OUT_NOTICE)
			.map(WaitingCases::condition)
			.collect(Collectors.joining(" or "));
		if (steps.isEmpty() || actor.school().isEmpty()) {
			return Waiting.NOTHING;
		}
		return new Waiting(
				"""
						select count(*) from aid_round r join aid_application a on a.round_id = r.id
						where r.school_id = :school and r.school_year = :year and (%s)
							and (not :own or a.class_id in (select id from school_class where head_teacher_id = :me))"""
					.formatted(steps),
				Map.of("school", actor.ownSchool(), "year", SchoolYear.of(LocalDate.now(this.clock)).firstYear(), "own",
						actor.seesOwnClassesOnly(), "me", actor.userId()));
	}

	private static String condition(NextStep step) {
		var statuses = step.statuses().stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
		var assessed = step.assessed();
		return "a.status in (" + statuses + ")"
				+ ((assessed == null) ? "" : " and a.assessment_id is " + (assessed ? "not null" : "null"));
	}

}
