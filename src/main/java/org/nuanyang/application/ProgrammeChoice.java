package org.nuanyang.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.NotFound;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.PairRule;
import org.nuanyang.programme.PairService;
import org.nuanyang.programme.ProgrammeService;
import org.nuanyang.programme.ProgrammeView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which programmes a family asks for: chosen while the form may be changed, out of those
 * that the round offers, never two of which only one may be held.
 */
@Service
@Transactional
class ProgrammeChoice {

	/** Who may hold only one of two cannot ask for both. */
	private static final Set<PairRule> ONE_OF_TWO = Set.of(PairRule.EITHER, PairRule.NEVER);

	private final AskedProgrammes asked;

	private final ProgrammeService programmes;

	private final PairService pairs;

	private final CaseSteps steps;

	private final Audit audit;

	ProgrammeChoice(AskedProgrammes asked, ProgrammeService programmes, PairService pairs, CaseSteps steps,
			Audit audit) {
		this.asked = asked;
		this.programmes = programmes;
		this.pairs = pairs;
		this.steps = steps;
		this.audit = audit;
	}

	/** One that the round offers, and whether the case asks for it. */
	record Choice(ProgrammeView programme, boolean asked) {

	}

	@Transactional(readOnly = true)
	List<Choice> of(CaseView application) {
		var chosen = this.asked.asked(application.roundId(), application.id());
		return offered(application.roundId()).stream()
			.map((programme) -> new Choice(programme, chosen.contains(programme.id())))
			.toList();
	}

	@Transactional(readOnly = true)
	List<ProgrammeView> offered(long roundId) {
		var ids = this.asked.offered(roundId);
		return this.programmes.programmes().stream().filter((programme) -> ids.contains(programme.id())).toList();
	}

	/** A new case asks for all that may be held together, the first of two otherwise. */
	void begin(AidApplication application) {
		var chosen = new TreeSet<Long>();
		for (var programme : this.asked.offered(application.roundId())) {
			if (chosen.stream().noneMatch((other) -> excludes(programme, other))) {
				chosen.add(programme);
			}
		}
		this.asked.ask(application, chosen);
	}

	void choose(Actor actor, long applicationId, int version, Collection<Long> programmeIds) {
		var application = this.steps.openAsSeen(actor, applicationId, version);
		if (!ApplicationAction.SUBMIT.isOpenTo(actor)) {
			throw new NotFound("programmes of application " + applicationId);
		}
		application.require(ApplicationAction.SUBMIT);
		var offered = this.asked.offered(application.roundId());
		var chosen = new TreeSet<>(programmeIds);
		if (chosen.isEmpty()) {
			throw RuleViolation.on("programmes", "application.programmes.none");
		}
		if (!offered.containsAll(chosen)) {
			throw new NotFound("programme in round " + application.roundId());
		}
		for (var one : chosen) {
			chosen.tailSet(one, false)
				.stream()
				.filter((other) -> excludes(one, other))
				.findFirst()
				.ifPresent((other) -> {
					throw RuleViolation.on("programmes", "application.programmes.either",
							this.programmes.programme(one).name(), this.programmes.programme(other).name());
				});
		}
		this.asked.ask(application, chosen);
		this.audit.record(actor, application.schoolId(), "application.programmes-chosen", "application", applicationId,
				Map.of("programmes", chosen.toString()));
	}

	private boolean excludes(long one, long other) {
		return ONE_OF_TWO.contains(this.pairs.rule(one, other));
	}

}
