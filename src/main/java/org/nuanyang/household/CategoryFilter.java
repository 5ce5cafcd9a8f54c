package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilFilter;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Filters the pupil list by a hardship category valid today, recorded or told by the
 * roster.
 */
@Component
class CategoryFilter implements PupilFilter {

	private final CategoryService categories;

	private final Clock clock;

	CategoryFilter(CategoryService categories, Clock clock) {
		this.categories = categories;
		this.clock = clock;
	}

	@Override
	public String parameter() {
		return "category";
	}

	@Override
	public String labelKey() {
		return "household.filter";
	}

	@Override
	public int order() {
		return 10;
	}

	/**
	 * Only what the actor may see of any pupil: a filter would tell as much as the page.
	 */
	@Override
	public List<Option> options(Actor actor) {
		return this.categories.dictionary()
			.stream()
			.filter((category) -> category.sensitivity().isVisibleTo(actor))
			.map((category) -> new Option(category.code(), category.name(LocaleContextHolder.getLocale())))
			.toList();
	}

	@Override
	public Condition keeps(Actor actor, String value) {
		return new Condition(
				"""
						select c.enrolment_id from pupil_category_known c where c.code = :category and c.valid_from <= :categoryDay
							and (c.valid_until is null or c.valid_until >= :categoryDay)""",
				Map.of("category", value, "categoryDay", LocalDate.now(this.clock)));
	}

}
