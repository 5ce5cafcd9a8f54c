package org.nuanyang.student;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Sex;
import org.springframework.stereotype.Component;

/** Narrows the pupil list to boys or girls, for the numbers that count them. */
@Component
class SexFilter implements PupilFilter {

	@Override
	public String parameter() {
		return "sex";
	}

	@Override
	public String labelKey() {
		return "student.filter.sex";
	}

	@Override
	public int order() {
		return 5;
	}

	@Override
	public boolean isOffered() {
		return false;
	}

	@Override
	public List<Option> options(Actor actor) {
		return Arrays.stream(Sex.values()).map((sex) -> new Option(sex.name(), "student.sex." + sex)).toList();
	}

	@Override
	public Condition keeps(Actor actor, String value) {
		return new Condition("select h.id from enrolment h join person q on q.id = h.person_id where q.sex = :sex",
				Map.of("sex", value));
	}

}
