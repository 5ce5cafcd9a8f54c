package org.nuanyang.workbench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.CaseStage;
import org.nuanyang.application.RoundService;
import org.nuanyang.inbox.InboxService;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Role;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.objection.OpenCounts;
import org.nuanyang.org.OrgService;
import org.nuanyang.report.FigureService;
import org.nuanyang.report.FundUseService;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a person's home page together. */
@Service
@Transactional(readOnly = true)
class HomeService {

	private final Work work;

	private final HomeQueries queries;

	private final RoundService rounds;

	private final FigureService figures;

	private final SchoolQueries schools;

	private final OrgService orgs;

	private final FundUseService funds;

	private final OpenCounts objections;

	private final InboxService inbox;

	private final Clock clock;

	HomeService(Work work, HomeQueries queries, RoundService rounds, FigureService figures, FundUseService funds,
			SchoolQueries schools, OrgService orgs, OpenCounts objections, InboxService inbox, Clock clock) {
		this.work = work;
		this.queries = queries;
		this.rounds = rounds;
		this.figures = figures;
		this.schools = schools;
		this.orgs = orgs;
		this.funds = funds;
		this.objections = objections;
		this.inbox = inbox;
		this.clock = clock;
	}

	/**
	 * @param grade whose classes the drawing of tiers shows, or null for all grades
	 */
	HomePage of(Actor actor, @Nullable Integer grade) {
		var today = LocalDate.now(this.clock);
		var round = seesCases(actor) ? round(actor) : null;
		var overview = actor.is(Role.PRINCIPAL) && actor.school().isPresent();
		return new HomePage(view(actor), today, stats(actor, round), round, actor.is(Role.OFFICER) && seesCases(actor),
				this.work.of(actor), this.inbox.reminded(actor),
				seesMoney(actor) ? this.figures.owed(actor) : List.of(),
				overview ? this.figures.overview(actor) : List.of(), overview ? tiers(actor, grade) : null,
				overview ? this.funds.of(actor) : null, schools(actor, today));
	}

	/** What waits for a person, and for whom that person waits. */
	WorkList work(Actor actor) {
		return this.work.of(actor);
	}

	/** A grade without anybody decided is drawn as all grades. */
	private TierChart tiers(Actor actor, @Nullable Integer grade) {
		var classes = this.figures.tiers(actor);
		return new TierChart(classes,
				classes.stream().anyMatch((one) -> Objects.equals(one.grade(), grade)) ? grade : null);
	}

	/** People of a school who work on cases; money and care see none. */
	private static boolean seesCases(Actor actor) {
		return actor.school().isPresent() && actor.is(Role.OFFICER, Role.HEAD_TEACHER, Role.PRINCIPAL, Role.REVIEWER);
	}

	private static boolean seesMoney(Actor actor) {
		return actor.school().isPresent() && actor.is(Role.OFFICER, Role.FINANCE, Role.PRINCIPAL);
	}

	private static String view(Actor actor) {
		if (actor.is(Role.PRINCIPAL)) {
			return "overview";
		}
		if (actor.is(Role.DISTRICT, Role.COUNTY)) {
			return "schools";
		}
		return actor.is(Role.OFFICER, Role.FINANCE) ? "desk" : "todo";
	}

	private @Nullable RoundCard round(Actor actor) {
		return this.rounds.current(actor)
			.map((round) -> new RoundCard(round, this.rounds.track(actor, round),
					this.rounds.counts(actor, round.id())))
			.orElse(null);
	}

	private List<Stat> stats(Actor actor, @Nullable RoundCard round) {
		var stats = new ArrayList<Stat>();
		if (!seesCases(actor) || actor.is(Role.REVIEWER, Role.PRINCIPAL)) {
			return stats;
		}
		var pupils = this.queries.pupils(actor);
		stats.add(new Stat("workbench.stat.pupils", pupils, "/students"));
		if (round != null) {
			var received = round.of(CaseStage.RECEIVED);
			stats.add(new Stat("workbench.stat.received", received, round.path(CaseStage.RECEIVED),
					"workbench.stat.share", share(received, pupils)));
			stats.add(new Stat("workbench.stat.undecided", round.of(CaseStage.UNDECIDED),
					round.path(CaseStage.UNDECIDED)));
			var decided = round.of(CaseStage.DECIDED);
			stats.add(new Stat("workbench.stat.decided", decided, round.path(CaseStage.DECIDED), "workbench.stat.share",
					share(decided, pupils)));
		}
		return stats;
	}

	/** Per cent with one digit. */
	private static String share(long part, long whole) {
		return String.format(Locale.ROOT, "%.1f", (whole == 0) ? 0.0 : 100.0 * part / whole);
	}

	private List<SchoolLine> schools(Actor actor, LocalDate today) {
		if (!actor.is(Role.DISTRICT, Role.COUNTY)) {
			return List.of();
		}
		var year = SchoolYear.of(today);
		var figures = this.figures.bySchool(actor);
		var standings = this.schools.standings(actor.scope().read(), year);
		var over = this.schools.over(actor.scope().read(), year, today);
		var objections = this.objections.bySchool(actor);
		return this.orgs.schools(actor).stream().map((school) -> {
			var open = objections.getOrDefault(school.id(), OpenCounts.Open.NONE);
			var own = Objects.requireNonNull(figures.get(school.id()));
			var standing = standings.get(school.id());
			return (standing == null)
					? new SchoolLine(school.id(), school.name(), school.districtName(), own, null, null, open,
							List.of())
					: new SchoolLine(school.id(), school.name(), school.districtName(), own, standing.round(),
							standing.status(own), open, standing.late(own, over.getOrDefault(school.id(), Map.of())));
		}).toList();
	}

}
