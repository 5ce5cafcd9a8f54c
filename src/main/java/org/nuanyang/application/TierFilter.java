package org.nuanyang.application;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.programme.Tier;
import org.nuanyang.student.PupilFilter;
import org.springframework.stereotype.Component;

/**
 * Narrows the pupil list to those recognised in a tier in the latest round; whoever still
 * awaits the end of the notice is not yet.
 */
@Component
class TierFilter implements PupilFilter {

	private static final Role[] READERS = { Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER,
			Role.DISTRICT, Role.COUNTY, Role.AUDITOR };

	@Override
	public String parameter() {
		return "tier";
	}

	@Override
	public String labelKey() {
		return "application.filter.tier";
	}

	@Override
	public int order() {
		return 20;
	}

	/** Whoever cares for the pupil's mind need not know of its tier. */
	@Override
	public List<Option> options(Actor actor) {
		return !actor.is(READERS) ? List.of()
				: Arrays.stream(Tier.values())
					.map((tier) -> new Option(tier.name(), "web.tier." + tier.name()))
					.toList();
	}

	@Override
	public Condition keeps(Actor actor, String value) {
		return new Condition("""
				select a.enrolment_id from aid_application a join aid_round r on r.id = a.round_id
				where a.decided_tier = :tier and a.status in ('RECOGNISED', 'ADJUSTED')
					and r.school_year = (select max(l.school_year) from aid_round l where l.school_id = r.school_id)""",
				Map.of("tier", value));
	}

}
