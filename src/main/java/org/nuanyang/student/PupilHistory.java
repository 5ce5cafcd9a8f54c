package org.nuanyang.student;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entering, moving up, transfers and leave, on the timeline and in the history of the
 * enrolment.
 */
@Component
class PupilHistory implements PupilFilePart {

	private static final String EVENTS = """
			select kind, happened_on, reason, from_class, to_class, recorded_by_name
			from enrolment_event where enrolment_id = ? order by happened_on desc, recorded_at desc, id desc
			""";

	private static final String ENTERED = """
			select e.entry, e.entered_on, e.entry_note, s.name
			from enrolment e join school s on s.id = e.school_id
			where e.id = ?
			""";

	private final JdbcClient jdbc;

	PupilHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One line of the history. */
	record Line(LocalDate day, String key, @Nullable String fromClass, @Nullable String toClass,
			@Nullable String reason, @Nullable String by) {

		TimelineEntry onTimeline() {
			return new TimelineEntry(this.day, this.key, List.of(), note(), null);
		}

		private @Nullable String note() {
			var classes = (this.fromClass != null && this.toClass != null) ? this.fromClass + " → " + this.toClass
					: null;
			var words = Stream.of(classes, this.reason).filter(java.util.Objects::nonNull).toList();
			return words.isEmpty() ? null : String.join("，", words);
		}

	}

	@Override
	public String headingKey() {
		return "student.history";
	}

	@Override
	public int order() {
		return 0;
	}

	@Override
	public List<TimelineEntry> entries(Actor actor, PupilView pupil) {
		// A corrected phone number is no event in a child's life: the history shows it,
		// the timeline does not.
		return lines(pupil.id()).stream()
			.filter((line) -> !line.key().equals(key(EventKind.AMENDED)))
			.map(Line::onTimeline)
			.toList();
	}

	/** The newest first; the last is the entering. */
	List<Line> lines(long enrolmentId) {
		var events = this.jdbc.sql(EVENTS).param(enrolmentId).query(PupilHistory::event).list();
		var entered = this.jdbc.sql(ENTERED).param(enrolmentId).query(PupilHistory::entered).list();
		return Stream.concat(events.stream(), entered.stream()).toList();
	}

	private static Line event(ResultSet row, int number) throws SQLException {
		return new Line(row.getObject("happened_on", LocalDate.class), key(EventKind.valueOf(row.getString("kind"))),
				row.getString("from_class"), row.getString("to_class"), row.getString("reason"),
				row.getString("recorded_by_name"));
	}

	private static Line entered(ResultSet row, int number) throws SQLException {
		return new Line(row.getObject("entered_on", LocalDate.class), "student.entered." + row.getString("entry"), null,
				null, row.getString("entry_note"), null);
	}

	private static String key(EventKind kind) {
		return "student.event." + kind;
	}

}
