package org.nuanyang.application;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the days of rounds were moved: added, never changed. */
@Repository
class RoundMoves {

	private final JdbcClient jdbc;

	RoundMoves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Actor actor, AidRound round, List<RoundMove> moves, Instant now) {
		for (var move : moves) {
			var former = move.former();
			this.jdbc
				.sql("""
						insert into aid_round_move (school_id, round_id, step, former_start, former_end, starts_on, ends_on,
							reason, moved_by, moved_by_name, moved_at)
						values (:school, :round, :step, :formerStart, :formerEnd, :start, :end, :reason, :by, :name, :at)""")
				.param("school", round.schoolId())
				.param("round", round.id())
				.param("step", move.step().name())
				.param("formerStart", (former != null) ? former.start() : null, Types.DATE)
				.param("formerEnd", (former != null) ? former.end() : null, Types.DATE)
				.param("start", move.now().start())
				.param("end", move.now().end())
				.param("reason", move.reason())
				.param("by", actor.userId())
				.param("name", actor.name())
				.param("at", now.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	List<RoundMove> of(long roundId) {
		return this.jdbc.sql("select * from aid_round_move where round_id = ? order by moved_at desc, id")
			.param(roundId)
			.query((row, number) -> move(row))
			.list();
	}

	private static RoundMove move(ResultSet row) throws SQLException {
		var start = day(row.getDate("former_start"));
		var end = day(row.getDate("former_end"));
		return new RoundMove(RoundStep.valueOf(row.getString("step")),
				(start != null && end != null) ? new RoundPlan.Dates(start, end) : null,
				new RoundPlan.Dates(row.getDate("starts_on").toLocalDate(), row.getDate("ends_on").toLocalDate()),
				row.getString("reason"), row.getString("moved_by_name"), row.getTimestamp("moved_at").toInstant());
	}

	private static @Nullable LocalDate day(@Nullable Date date) {
		return (date != null) ? date.toLocalDate() : null;
	}

}
