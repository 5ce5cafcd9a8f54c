package org.nuanyang.award;

import org.jspecify.annotations.Nullable;
import java.util.stream.Collectors;
import java.util.Map;
import java.util.HashMap;
import java.util.Collection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.nuanyang.application.RoundStep;
import org.nuanyang.application.RoundView;
import org.nuanyang.application.StepLoad;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Term;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many awards of a round are paid for every term that has begun, and how many not.
 */
@Component
class PaymentLoad implements StepLoad {

	private final JdbcClient jdbc;

	private final ObjectProvider<PaidTerms> payments;

	private final Clock clock;

	PaymentLoad(JdbcClient jdbc, ObjectProvider<PaidTerms> payments, Clock clock) {
		this.jdbc = jdbc;
		this.payments = payments;
		this.clock = clock;
	}

	@Override
	public RoundStep step() {
		return RoundStep.PAY;
	}

	@Override
	public Map<Long, Load> of(Collection<RoundView> rounds) {
		var due = new HashMap<Long, List<Term>>();
		rounds.forEach((round) -> due.put(round.id(), due(round.year())));
		var terms = this.jdbc.sql("""
				select c.round_id, a.id, t.term from award a join award_term t on t.award_id = a.id
				join aid_application c on c.id = a.application_id
				where c.round_id in (:rounds) and t.amount > 0 and a.status <> 'STOPPED'""")
			.param("rounds", due.keySet())
			.query((row, number) -> new Due(row.getLong("round_id"), row.getLong("id"),
					Term.valueOf(row.getString("term"))))
			.list()
			.stream()
			.filter((term) -> due.getOrDefault(term.round(), List.of()).contains(term.term()))
			.toList();
		if (terms.isEmpty()) {
			return Map.of();
		}
		var awards = terms.stream().map(Due::award).distinct().toList();
		var states = this.payments.stream().findFirst().map((paid) -> paid.of(awards)).orElse(Map.of());
		return terms.stream()
			.collect(Collectors.groupingBy(Due::round,
					Collectors.collectingAndThen(Collectors.toList(), (own) -> load(own, states))));
	}

	private static Load load(List<Due> terms, Map<Long, ? extends Map<Term, TermState>> states) {
		var awards = terms.stream().map(Due::award).distinct().count();
		var waiting = terms.stream()
			.filter((term) -> isOpen(term, states.get(term.award())))
			.map(Due::award)
			.distinct()
			.count();
		return new Load(waiting, awards - waiting);
	}

	private static boolean isOpen(Due due, @Nullable Map<Term, TermState> states) {
		return states == null || !states.getOrDefault(due.term(), TermState.OPEN).isDone();
	}

	/** Nobody waits for the spring money in autumn. */
	private List<Term> due(SchoolYear year) {
		var today = LocalDate.now(this.clock);
		var autumnOnly = SchoolYear.of(today).equals(year) && Term.of(today) == Term.AUTUMN;
		return autumnOnly ? List.of(Term.AUTUMN) : List.of(Term.values());
	}

	private record Due(long round, long award, Term term) {

	}

}
