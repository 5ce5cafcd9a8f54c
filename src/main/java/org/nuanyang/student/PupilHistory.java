package org.nuanyang.student;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.web.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entering, moving up, transfers and leave, on the timeline and in the history of the
 * enrolment.
 */
@Component
class PupilHistory implements PupilFilePart {

	private static final String EVENTS = """
			select kind, happened_on, reason, fields, from_class, to_class, recorded_by_name, import_id
			from enrolment_event where enrolment_id = ? order by happened_on desc, recorded_at desc, id desc
			""";

	private static final String ENTERED = """
			select entry, entered_on, entry_note, registered_class, registered_by, registered_import
			from enrolment where id = ?
			""";

	private final JdbcClient jdbc;

	private final Formats formats;

	PupilHistory(JdbcClient jdbc, Formats formats) {
		this.jdbc = jdbc;
		this.formats = formats;
	}

	/**
	 * One line of the history.
	 *
	 * @param fields that were corrected, as the form names them
	 * @param entry whether it is the entering; its class is that of the day of the record
	 */
	record Line(LocalDate day, String key, @Nullable String fromClass, @Nullable String toClass,
			@Nullable String reason, List<String> fields, @Nullable String by, boolean imported, boolean entry) {

		private TimelineEntry onTimeline(Formats formats) {
			return new TimelineEntry(this.day, this.key, List.of(), note(formats), null);
		}

		private @Nullable String note(Formats formats) {
			var classes = (this.fromClass != null && this.toClass != null)
					? formats.className(this.fromClass) + " → " + formats.className(this.toClass) : null;
			var words = Stream.of(classes, this.reason).filter(Objects::nonNull).toList();
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
			.map((line) -> line.onTimeline(this.formats))
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
				fields(row.getString("fields")), row.getString("recorded_by_name"), row.getObject("import_id") != null,
				false);
	}

	private static Line entered(ResultSet row, int number) throws SQLException {
		return new Line(row.getObject("entered_on", LocalDate.class), "student.entered." + row.getString("entry"),
				row.getString("registered_class"), null, row.getString("entry_note"), List.of(),
				row.getString("registered_by"), row.getObject("registered_import") != null, true);
	}

	private static List<String> fields(@Nullable String joined) {
		return (joined != null) ? List.of(joined.split(",")) : List.of();
	}

	private static String key(EventKind kind) {
		return "student.event." + kind;
	}

}
