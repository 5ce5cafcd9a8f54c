package org.nuanyang.award;

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
	public Load of(RoundView round) {
		var due = due(round.year());
		var terms = this.jdbc.sql("""
				select a.id, t.term from award a join award_term t on t.award_id = a.id
				join aid_application c on c.id = a.application_id
				where c.round_id = :round and t.amount > 0 and t.term in (:due) and a.status <> 'STOPPED'""")
			.param("round", round.id())
			.param("due", due.stream().map(Enum::name).toList())
			.query((row, number) -> new Due(row.getLong("id"), Term.valueOf(row.getString("term"))))
			.list();
		if (terms.isEmpty()) {
			return Load.NONE;
		}
		var awards = terms.stream().map(Due::award).distinct().toList();
		var states = this.payments.stream().findFirst().map((paid) -> paid.of(awards)).orElse(java.util.Map.of());
		var waiting = terms.stream()
			.filter((term) -> states.getOrDefault(term.award(), java.util.Map.of()).get(term.term()) != TermState.PAID)
			.map(Due::award)
			.distinct()
			.count();
		return new Load(waiting, awards.size() - waiting);
	}

	/** Nobody waits for the spring money in autumn. */
	private List<Term> due(SchoolYear year) {
		var today = LocalDate.now(this.clock);
		var autumnOnly = SchoolYear.of(today).equals(year) && Term.of(today) == Term.AUTUMN;
		return autumnOnly ? List.of(Term.AUTUMN) : List.of(Term.values());
	}

	private record Due(long award, Term term) {

	}

}
