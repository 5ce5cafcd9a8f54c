package org.nuanyang.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	/** The rounds of the year, by school. */
	Map<Long, Standing> standings(Set<Long> schools, SchoolYear year) {
		var found = new HashMap<Long, Standing>();
		this.jdbc
			.sql("select school_id, id, status from aid_round where school_year = :year and school_id = any (:schools)")
			.param("year", year.firstYear())
			.param("schools", schools.toArray(Long[]::new))
			.query((row) -> {
				found.put(row.getLong("school_id"),
						new Standing(row.getLong("id"), RoundStatus.valueOf(row.getString("status"))));
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

	/**
	 * A round of the year.
	 *
	 * @param reached the furthest it has come
	 */
	record Standing(long round, RoundStatus reached) {

		/** A round is where its hindmost case is. */
		RoundStatus status(SchoolFigures figures) {
			if (this.reached == RoundStatus.ARCHIVED) {
				return this.reached;
			}
			var waiting = figures.waiting().keySet().stream().min(Comparator.naturalOrder());
			if (waiting.isPresent()) {
				return RoundStatus.at(waiting.get());
			}
			if (figures.notFiled() > 0) {
				return RoundStatus.at(RoundStep.FILE);
			}
			if (figures.filed() > 0) {
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
				if (step != RoundStep.PAY) {
					late.add(new LateStep(step, day, figures.waiting().getOrDefault(step, 0L),
							"/overview/waiting?step=" + step + "&school=" + figures.school()));
				}
				if (step == RoundStep.FILE) {
					late.add(new LateStep(step, day, figures.notFiled(),
							"/overview/filed?met=false&school=" + figures.school()));
				}
			});
			return late.stream().filter((step) -> step.waiting() > 0).toList();
		}

	}

}
