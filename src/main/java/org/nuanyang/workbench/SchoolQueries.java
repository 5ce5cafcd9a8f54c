package org.nuanyang.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.nuanyang.application.ApplicationStatus;
import org.nuanyang.application.RoundStatus;
import org.nuanyang.application.RoundStep;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.report.SchoolFigures;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of many schools at once: two statements, however many there are. */
@Repository
class SchoolQueries {

	private final JdbcClient jdbc;

	SchoolQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Where the rounds of the year stand, by school. */
	Map<Long, Standing> standings(Set<Long> schools, SchoolYear year) {
		var found = new HashMap<Long, Standing>();
		this.jdbc
			.sql("""
					select r.school_id, r.id, r.status as reached, c.status, count(c.id) as cases, count(c.id) filter (where c.filed) as filed
					from aid_round r left join (
							select a.id, a.round_id, a.status, a.status in ('RECOGNISED', 'ADJUSTED', 'ENDED') and exists (
								select from filing_row w join filing_answer n on n.filing_id = w.filing_id and n.accepted
								where w.application_id = a.id and w.school_id = a.school_id and not exists (
									select from filing_row_return b where b.filing_id = w.filing_id and b.position = w.position)) as filed
							from aid_application a where a.school_id = any (:schools)) c on c.round_id = r.id
					where r.school_year = :year and r.school_id = any (:schools) group by r.school_id, r.id, r.status, c.status""")
			.param("year", year.firstYear())
			.param("schools", schools.toArray(Long[]::new))
			.query((row) -> {
				var round = row.getLong("id");
				var reached = RoundStatus.valueOf(row.getString("reached"));
				var standing = found.computeIfAbsent(row.getLong("school_id"),
						(school) -> new Standing(round, reached));
				if (row.getString("status") != null) {
					standing.add(ApplicationStatus.valueOf(row.getString("status")), row.getLong("cases"),
							row.getLong("filed"));
				}
			});
		return found;
	}

	/** The steps of those rounds that are over, by school. */
	Map<Long, Map<RoundStep, LocalDate>> over(Set<Long> schools, SchoolYear year, LocalDate today) {
		var over = new HashMap<Long, Map<RoundStep, LocalDate>>();
		this.jdbc.sql("""
				select t.school_id, t.step, t.ends_on from aid_round_step t join aid_round r on r.id = t.round_id
				where r.school_year = :year and t.school_id = any (:schools) and t.ends_on < :today""")
			.param("year", year.firstYear())
			.param("schools", schools.toArray(Long[]::new))
			.param("today", today)
			.query((row) -> {
				over.computeIfAbsent(row.getLong("school_id"), (school) -> new EnumMap<>(RoundStep.class))
					.put(RoundStep.valueOf(row.getString("step")), row.getObject("ends_on", LocalDate.class));
			});
		return over;
	}

	/** How many cases of a round wait for which step. */
	static final class Standing {

		private final long round;

		private final RoundStatus reached;

		private final Map<RoundStep, Long> waiting = new EnumMap<>(RoundStep.class);

		private long filed;

		private Standing(long round, RoundStatus reached) {
			this.round = round;
			this.reached = reached;
		}

		private void add(ApplicationStatus status, long cases, long filed) {
			this.filed += filed;
			status.awaits().ifPresent((step) -> this.waiting.merge(step, cases, Long::sum));
			if (ApplicationStatus.STANDING.contains(status) && cases > filed) {
				this.waiting.merge(RoundStep.FILE, cases - filed, Long::sum);
			}
		}

		long round() {
			return this.round;
		}

		long filed() {
			return this.filed;
		}

		/** A round is where its hindmost case is. */
		RoundStatus status() {
			if (this.reached == RoundStatus.ARCHIVED) {
				return this.reached;
			}
			if (!this.waiting.isEmpty()) {
				return RoundStatus.at(this.waiting.keySet().iterator().next());
			}
			if (this.filed > 0) {
				return RoundStatus.FILED;
			}
			return (this.reached.compareTo(RoundStatus.APPLYING) > 0) ? RoundStatus.APPLYING : this.reached;
		}

		/**
		 * The steps that are over and still awaited, each with the list of who waits.
		 * When money is late does not depend on the round: its figure says so.
		 * @param over the last days of the steps that are over
		 */
		List<LateStep> late(SchoolFigures figures, Map<RoundStep, LocalDate> over) {
			var late = new ArrayList<LateStep>();
			over.forEach((step, day) -> {
				var count = (step == RoundStep.PAY) ? 0 : this.waiting.getOrDefault(step, 0L);
				if (count > 0) {
					late.add(new LateStep(step, day, count, list(step) + "&school=" + figures.school()));
				}
			});
			return late;
		}

		private static String list(RoundStep step) {
			return switch (step) {
				case FILE -> "/overview/files?met=false";
				case PUBLISH -> "/overview/decided?met=true";
				default -> "/overview/decided?met=false";
			};
		}

	}

}
