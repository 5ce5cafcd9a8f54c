package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilFilter;

import org.springframework.stereotype.Component;

/** The pupils whom a cell of the table of groups counts. */
@Component
class GroupFilter implements PupilFilter {

	static final String ANY = "ANY";

	/** With the categories of the day as {@code codes}, which the conditions read. */
	private static final String PUPILS = """
			select e.id from (select h.*, array(select c.code from pupil_category c where c.enrolment_id = h.id
					and c.school_id = h.school_id and c.valid_from <= :groupDay
					and (c.valid_until is null or c.valid_until >= :groupDay)) as codes
				from enrolment h) e where""";

	private final Clock clock;

	GroupFilter(Clock clock) {
		this.clock = clock;
	}

	@Override
	public String parameter() {
		return "group";
	}

	@Override
	public String labelKey() {
		return "report.group.filter";
	}

	@Override
	public int order() {
		return 30;
	}

	@Override
	public boolean isOffered() {
		return false;
	}

	/** Whoever may not know an orphan may not find one among those of any group. */
	@Override
	public List<Option> options(Actor actor) {
		var options = new ArrayList<Option>();
		if (isNamedTo(actor)) {
			options.add(new Option(ANY, "report.groups.any"));
		}
		Arrays.stream(Group.values())
			.filter((group) -> group.isNamedTo(actor))
			.forEach((group) -> options.add(new Option(group.name(), group.labelKey())));
		return options;
	}

	static boolean isNamedTo(Actor actor) {
		return Sensitivity.SENSITIVE.isVisibleTo(actor);
	}

	@Override
	public Condition keeps(Actor actor, String value) {
		var condition = value.equals(ANY) ? Group.ANY : Group.valueOf(value).condition();
		return new Condition(PUPILS + "(" + condition + ")", Map.of("groupDay", LocalDate.now(this.clock)));
	}

}
