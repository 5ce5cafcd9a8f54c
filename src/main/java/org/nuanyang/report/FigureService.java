package org.nuanyang.report;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.household.Sensitivity;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.org.OrgService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The figures of the schools that a person sees, and the lists behind them. */
@Service
@Transactional(readOnly = true)
public class FigureService {

	/** What the overview shows; the tiers have a drawing of their own. */
	private static final List<Measure> OVERVIEW = List.of(Measure.IDENTIFIED, Measure.ENTITLED, Measure.PAID,
			Measure.VISITED, Measure.FILES);

	private final FigureRepository figures;

	private final OrgService orgs;

	private final Clock clock;

	FigureService(FigureRepository figures, OrgService orgs, Clock clock) {
		this.figures = figures;
		this.orgs = orgs;
		this.clock = clock;
	}

	/** Those of the person's own school, with the same day of the last school year. */
	public List<Figure> overview(Actor actor) {
		var school = actor.ownSchool();
		var now = this.figures.counts(Set.of(school), now(actor)).getOrDefault(school, Map.of());
		var then = this.figures.counts(Set.of(school), now(actor).yearBefore()).getOrDefault(school, Map.of());
		// A school year without a case is no year to compare with.
		var comparable = then.getOrDefault(Measure.DECIDED, Count.NONE).total() > 0;
		return OVERVIEW.stream()
			.map((measure) -> new Figure(measure, now.getOrDefault(measure, Count.NONE),
					comparable ? counted(then.get(measure)) : null))
			.toList();
	}

	private static @Nullable Count counted(@Nullable Count then) {
		return (then != null && then.total() > 0) ? then : null;
	}

	/** The committee's tiers of this year at the person's own school. */
	public List<ClassTiers> tiers(Actor actor) {
		return this.figures.tiers(Set.of(actor.ownSchool()), now(actor));
	}

	/** Those for whom it is not met at the person's own school. */
	Map<Measure, Long> open(Actor actor, Set<Measure> measures) {
		var school = actor.ownSchool();
		var counts = this.figures.counts(Set.of(school), now(actor), measures).getOrDefault(school, Map.of());
		return measures.stream()
			.collect(Collectors.toMap((measure) -> measure,
					(measure) -> counts.getOrDefault(measure, Count.NONE).open()));
	}

	/** What the person's own school owes of the terms that have begun. */
	public List<Owed> owed(Actor actor) {
		return this.figures.owed(actor.ownSchool(), now(actor).day());
	}

	/** The figures of every school in sight, by school. */
	public Map<Long, SchoolFigures> bySchool(Actor actor) {
		var counts = this.figures.counts(actor.scope().read(), now(actor));
		var waiting = this.figures.waiting(actor.scope().read(), now(actor));
		return actor.scope()
			.read()
			.stream()
			.collect(Collectors.toMap((school) -> school, (school) -> new SchoolFigures(school,
					counts.getOrDefault(school, Map.of()), waiting.getOrDefault(school, Map.of()))));
	}

	FigureList list(Actor actor, Measure measure, FigureFilter filter) {
		var schools = schools(actor, filter.school());
		var now = now(actor);
		var count = this.figures.count(measure, filter, schools, now);
		var own = actor.school().orElse(filter.school());
		return new FigureList(measure, filter, count, this.figures.page(measure, filter, schools, now),
				actor.school().isPresent() ? List.of() : this.orgs.schools(actor),
				(own != null) ? this.orgs.classes(own) : List.of(), now.sensitive());
	}

	private static Set<Long> schools(Actor actor, @Nullable Long school) {
		if (school == null) {
			return actor.scope().read();
		}
		if (!actor.scope().read().contains(school)) {
			throw new NotFound("figures of school " + school);
		}
		return Set.of(school);
	}

	/** Of whom only a protected category is known counts for who may know of it. */
	Moment now(Actor actor) {
		return Moment.now(LocalDateTime.now(this.clock), this.clock.getZone(),
				Sensitivity.SENSITIVE.isVisibleTo(actor));
	}

}
