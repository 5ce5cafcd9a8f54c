package org.nuanyang.recheck;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.application.ApplicationService;
import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.CaseView;
import org.nuanyang.application.RoundService;
import org.nuanyang.application.RoundView;
import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.Term;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Every recognised pupil of the year, and how far this term's re-check has come. */
@Service
@Transactional(readOnly = true)
class RecheckList {

	private final ApplicationService applications;

	private final RoundService rounds;

	private final JdbcClient jdbc;

	RecheckList(ApplicationService applications, RoundService rounds, JdbcClient jdbc) {
		this.applications = applications;
		this.rounds = rounds;
		this.jdbc = jdbc;
	}

	/** How far a pupil's re-check of this term has come. */
	enum State {

		TO_DO, PROPOSED, DONE

	}

	Page page(Actor actor, @Nullable State state, Term term) {
		var round = this.rounds.current(actor).or(() -> this.rounds.rounds().stream().findFirst());
		var rows = round.map((it) -> rows(actor, it, term)).orElse(List.of());
		return new Page(round.orElse(null), term, state, rows);
	}

	private List<Row> rows(Actor actor, RoundView round, Term term) {
		var last = last(round);
		return this.applications
			.cases(actor, round.id(),
					java.util.EnumSet.of(ApplicationStatus.RECOGNISED, ApplicationStatus.ADJUSTED,
							ApplicationStatus.ENDED))
			.stream()
			.map((application) -> new Row(application, last.get(application.id()), term))
			.toList();
	}

	private Map<Long, Last> last(RoundView round) {
		var found = new HashMap<Long, Last>();
		this.jdbc
			.sql("""
					select distinct on (application_id) id, application_id, term, outcome, status, effective_on
					from recheck where school_id = ? and school_year = ? and status not in ('DECLINED', 'TAKEN_BACK', 'LAPSED')
						and (outcome <> 'BOARDING' or status = 'PROPOSED')
					order by application_id, proposed_at desc, id desc""")
			.params(round.schoolId(), round.year().firstYear())
			.query((row) -> {
				found.put(row.getLong("application_id"),
						new Last(row.getLong("id"), Term.valueOf(row.getString("term")),
								RecheckOutcome.valueOf(row.getString("outcome")),
								RecheckStatus.valueOf(row.getString("status")),
								row.getObject("effective_on", LocalDate.class)));
			});
		return found;
	}

	/** The last re-check of a case that stands or waits. */
	record Last(long id, Term term, RecheckOutcome outcome, RecheckStatus status, LocalDate effectiveOn) {

	}

	/** One recognised pupil. */
	record Row(CaseView application, @Nullable Last last, Term now) {

		public State state() {
			if (this.last != null && this.last.status() == RecheckStatus.PROPOSED) {
				return State.PROPOSED;
			}
			var over = this.application.status() == ApplicationStatus.ENDED;
			return (over || (this.last != null && this.last.term() == this.now)) ? State.DONE : State.TO_DO;
		}

	}

	/**
	 * The list, narrowed.
	 *
	 * @param round null while the school has none
	 */
	record Page(@Nullable RoundView round, Term term, @Nullable State state, List<Row> all) {

		public List<Row> rows() {
			return (this.state == null) ? this.all
					: this.all.stream().filter((row) -> row.state() == this.state).toList();
		}

		public long count(State wanted) {
			return this.all.stream().filter((row) -> row.state() == wanted).count();
		}

		public State[] states() {
			return State.values();
		}

	}

}
