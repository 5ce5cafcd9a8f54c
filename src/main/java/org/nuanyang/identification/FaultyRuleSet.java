package org.nuanyang.identification;

import java.util.List;

import org.nuanyang.kernel.RuleViolation;

/** A file of rules with everything that is wrong in it. */
class FaultyRuleSet extends RuleViolation {

	private final transient List<RuleSetProblem> problems;

	FaultyRuleSet(List<RuleSetProblem> problems) {
		super("identification.file.faulty", problems.size());
		this.problems = List.copyOf(problems);
	}

	List<RuleSetProblem> problems() {
		return this.problems;
	}

}
