package org.nuanyang.identification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.nuanyang.audit.Audit;
import org.nuanyang.household.TrialFacts;
import org.nuanyang.household.VerifiedFacts;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.RuleViolation;
import org.nuanyang.programme.ProgrammeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries a draft before it comes into force; nothing is stored but that it was tried. */
@Service
@Transactional
class RuleTrialService {

	private final RuleSetService ruleSets;

	private final TrialFacts facts;

	private final ProgrammeService programmes;

	private final ObjectProvider<AwaitsDecision> cases;

	private final Audit audit;

	private final Clock clock;

	RuleTrialService(RuleSetService ruleSets, TrialFacts facts, ProgrammeService programmes,
			ObjectProvider<AwaitsDecision> cases, Audit audit, Clock clock) {
		this.ruleSets = ruleSets;
		this.facts = facts;
		this.programmes = programmes;
		this.cases = cases;
		this.audit = audit;
		this.clock = clock;
	}

	RuleTrial of(Actor actor, long id) {
		var draft = this.ruleSets.one(id);
		if (!draft.isDraft()) {
			throw new RuleViolation("identification.rules.not-draft");
		}
		var year = draft.year();
		var pending = this.cases.stream().flatMap((source) -> source.pending(year).stream()).toList();
		var pupils = pending.stream().map(AwaitsDecision.Pending::enrolmentId).toList();
		var facts = this.facts.facts(actor, pupils, year);
		var codes = this.facts.categoryCodes(actor, pupils, LocalDate.now(this.clock));
		var line = this.programmes.subsistenceLine(year).orElse(null);
		var now = this.ruleSets.active(year).map(Evaluator::new);
		var then = new Evaluator(this.ruleSets.rules(id));
		var lines = pending.stream().map((one) -> {
			var evidence = new Evidence(facts.getOrDefault(one.enrolmentId(), new VerifiedFacts(Map.of())),
					codes.getOrDefault(one.enrolmentId(), Set.of()), line);
			return new RuleTrial.Line(one, now.map((rules) -> outcome(rules, evidence)).orElse(null),
					outcome(then, evidence));
		}).toList();
		this.audit.record(actor, null, "identification.rules.tried", "rule_set", id, Map.of("cases", lines.size()));
		return new RuleTrial(lines, this.cases.stream().mapToLong((source) -> source.decided(year)).sum());
	}

	/** What cannot be assessed is an answer, too. */
	private static RuleTrial.Outcome outcome(Evaluator rules, Evidence evidence) {
		try {
			return RuleTrial.Outcome.of(rules.evaluate(evidence).suggested());
		}
		catch (RuleViolation lacking) {
			return RuleTrial.Outcome.UNKNOWN;
		}
	}

}
