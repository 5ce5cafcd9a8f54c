package org.nuanyang.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.student.EnrolmentStatus;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at pupil and award as they are now and says what stands against a payment. */
@Component
class Payability {

	private static final String STATE = """
			select a.id, a.status, a.stopped_from, a.ended_from, a.boarding, t.amount, e.status as enrolment, e.boarding as boards,
				exists (select from enrolment_event v where v.enrolment_id = e.id and v.kind = 'DIED') as died,
				exists (select from recheck r where r.application_id = a.application_id and r.status = 'PROPOSED'
					and r.outcome = 'BOARDING') as waits
			from award a join enrolment e on e.id = a.enrolment_id
			join award_term t on t.award_id = a.id and t.term = :term
			where a.id in (:awards)""";

	private final JdbcClient jdbc;

	Payability(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What stands against each award; those that may be paid are left out. */
	Map<Long, Hindrance> hindrances(Term term, Collection<PayableAward> payments) {
		return hindrances(term, payments, State::against);
	}

	/**
	 * What stands against paying again what failed: the list that was locked decided the
	 * term, so that who moved on afterwards is still owed it.
	 */
	Map<Long, Hindrance> hindrancesAgain(Term term, Collection<PayableAward> payments) {
		return hindrances(term, payments, (state, amount) -> state.againstAgain());
	}

	private Map<Long, Hindrance> hindrances(Term term, Collection<PayableAward> payments,
			BiFunction<State, Yuan, Optional<Hindrance>> against) {
		if (payments.isEmpty()) {
			return Map.of();
		}
		var states = this.jdbc.sql(STATE)
			.param("term", term.name())
			.param("awards", payments.stream().map(PayableAward::awardId).toList())
			.query((row, number) -> State.of(row, term))
			.list()
			.stream()
			.collect(Collectors.toMap(State::awardId, Function.identity()));
		var found = new LinkedHashMap<Long, Hindrance>();
		for (var payment : payments) {
			var state = states.get(payment.awardId());
			var hindrance = (state != null) ? against.apply(state, payment.amount()) : Optional.of(Hindrance.ENDED);
			hindrance.ifPresent((it) -> found.put(payment.awardId(), it));
		}
		return found;
	}

	/** An award and its pupil at this moment. */
	private record State(long awardId, boolean ended, boolean stopped, boolean boardingChanged, Yuan amount,
			EnrolmentStatus enrolment, boolean died, boolean waits) {

		static State of(ResultSet row, Term term) throws SQLException {
			return new State(row.getLong("id"), reaches(row.getString("ended_from"), term),
					reaches(row.getString("stopped_from"), term),
					row.getBoolean("boarding") != row.getBoolean("boards"), Yuan.of(row.getBigDecimal("amount")),
					EnrolmentStatus.valueOf(row.getString("enrolment")), row.getBoolean("died"),
					row.getBoolean("waits"));
		}

		private static boolean reaches(@Nullable String from, Term term) {
			return from != null && Term.valueOf(from).compareTo(term) <= 0;
		}

		Optional<Hindrance> againstAgain() {
			if (this.died) {
				return Optional.of(Hindrance.DIED);
			}
			if (this.enrolment == EnrolmentStatus.LEFT) {
				return Optional.of(Hindrance.LEFT);
			}
			return ofDecision();
		}

		/** The gravest first; what a person did to the award comes after the register. */
		Optional<Hindrance> against(Yuan payment) {
			if (this.died) {
				return Optional.of(Hindrance.DIED);
			}
			return ofRegister().or(() -> ofAward(payment));
		}

		private Optional<Hindrance> ofRegister() {
			return switch (this.enrolment) {
				case ENROLLED -> Optional.empty();
				case ON_LEAVE -> Optional.of(Hindrance.ON_LEAVE);
				case TRANSFERRED_OUT -> Optional.of(Hindrance.TRANSFERRED_OUT);
				case GRADUATED -> Optional.of(Hindrance.GRADUATED);
				case LEFT -> Optional.of(Hindrance.LEFT);
			};
		}

		private Optional<Hindrance> ofAward(Yuan payment) {
			var decided = ofDecision();
			if (decided.isPresent()) {
				return decided;
			}
			if (this.boardingChanged) {
				return Optional.of(this.waits ? Hindrance.BOARDING_WAITS : Hindrance.BOARDING_CHANGED);
			}
			return this.amount.equals(payment) ? Optional.empty() : Optional.of(Hindrance.AMOUNT_CHANGED);
		}

		/** What was decided on the award itself. */
		private Optional<Hindrance> ofDecision() {
			if (this.ended) {
				return Optional.of(Hindrance.ENDED);
			}
			return this.stopped ? Optional.of(Hindrance.STOPPED) : Optional.empty();
		}

	}

}
