package org.nuanyang.household;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.student.PupilChip;
import org.nuanyang.student.PupilFilePart;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.TimelineEntry;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Household and hardship categories in the pupil file. */
@Component
class HouseholdFilePart implements PupilFilePart {

	private final HouseholdService households;

	private final CategoryService categories;

	private final Clock clock;

	HouseholdFilePart(HouseholdService households, CategoryService categories, Clock clock) {
		this.households = households;
		this.categories = categories;
		this.clock = clock;
	}

	@Override
	public String headingKey() {
		return "household.tab";
	}

	@Override
	public int order() {
		return 20;
	}

	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		return this.households.categories(actor, pupil.id())
			.stream()
			.map((category) -> new TimelineEntry(category.validFrom(), "household.timeline.category",
					category.name(LocaleContextHolder.getLocale()))
				.noted(category.evidence()))
			.toList();
	}

	@Override
	public Optional<Tab> tab(Actor actor, PupilView pupil) {
		return HouseholdService.mayRead(actor)
				? Optional.of(new Tab("household.tab", "/students/" + pupil.id() + "/household")) : Optional.empty();
	}

	@Override
	public Optional<Button> button(Actor actor, PupilView pupil) {
		return isForCategoriesAlone(actor) ? Optional
			.of(new Button("household.categories.add", "plus", "/students/" + pupil.id() + "/categories/new", false))
				: Optional.empty();
	}

	/**
	 * A psychology teacher records and ends categories, and may not read the household
	 * where others do so.
	 */
	private static boolean isForCategoriesAlone(Actor actor) {
		return actor.is(Role.COUNSELLOR) && !HouseholdService.mayRead(actor);
	}

	@Override
	public Optional<Card> card(Actor actor, PupilView pupil) {
		if (isForCategoriesAlone(actor)) {
			return Optional.of(new Card("household/_categories", this.categories.ofPupil(actor, pupil.id()), 2));
		}
		if (!HouseholdService.mayRead(actor)) {
			return Optional.empty();
		}
		var year = SchoolYear.of(LocalDate.now(this.clock));
		return Stream.of(year, year.previous())
			.map((of) -> HouseholdSummary.of(of, this.households.declared(actor, pupil.id(), of).orElse(null),
					this.households.facts(actor, pupil.id(), of)))
			.filter((summary) -> !summary.lines().isEmpty())
			.findFirst()
			.map((summary) -> new Card("household/_summary", new OfPupil(pupil.id(), summary), 2));
	}

	/** What the card shows. */
	record OfPupil(long enrolmentId, HouseholdSummary summary) {

	}

	@Override
	public List<PupilChip> chips(Actor actor, PupilView pupil) {
		return this.households.categories(actor, pupil.id(), LocalDate.now(this.clock))
			.stream()
			.map((category) -> new PupilChip("neutral", category.name(LocaleContextHolder.getLocale())))
			.toList();
	}

}
