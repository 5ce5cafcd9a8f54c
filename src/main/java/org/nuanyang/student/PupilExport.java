package org.nuanyang.student;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pupil list as a workbook: what the page shows, masked as there, and who took it
 * when and why.
 */
@Service
class PupilExport {

	/** Parameters of the purpose form and of the page, which narrow nothing. */
	private static final Set<String> NOT_CONDITIONS = Set.of("purpose", "note", "page", "_csrf");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final PupilListService list;

	private final MessageSource messages;

	private final Audit audit;

	private final Clock clock;

	PupilExport(PupilListService list, MessageSource messages, Audit audit, Clock clock) {
		this.list = list;
		this.messages = messages;
		this.audit = audit;
		this.clock = clock;
	}

	/** A file to hand out. */
	record Download(String name, byte[] bytes) {

	}

	@Transactional(readOnly = true)
	long count(Actor actor, PupilSearch search, Map<String, String> params) {
		return this.list.page(actor, search, params).total();
	}

	@Transactional
	Download take(Actor actor, PupilSearch search, Map<String, String> params, PurposeForm why) {
		var rows = this.list.all(actor, search, params);
		this.audit.record(actor, actor.schoolId(), "student.exported", "enrolment", null,
				Map.of("rows", rows.size(), "conditions", conditions(params).keySet(), "purpose",
						String.valueOf(why.purpose()), "note", why.words()));
		var table = new Table(word("student.list.title"), columns(), lines(actor, rows, why));
		return new Download(word("student.list.title") + "-" + LocalDateTime.now(this.clock).toLocalDate() + ".xlsx",
				TableWriter.xlsx(table));
	}

	/** What narrows the list, without what only shapes the page. */
	static Map<String, String> conditions(Map<String, String> params) {
		var conditions = new LinkedHashMap<>(params);
		conditions.keySet().removeAll(NOT_CONDITIONS);
		conditions.values().removeIf(String::isBlank);
		return conditions;
	}

	private List<Table.Column> columns() {
		var own = Stream.of("student.name", "student.class", "student.registryNumber", "student.sex",
				"student.boarding", "student.status", "student.idNumber", "student.school");
		return Stream.concat(own, this.list.columns().stream().map(PupilColumn::headingKey))
			.map((key) -> new Table.Column(word(key), 20))
			.toList();
	}

	private List<List<@Nullable Object>> lines(Actor actor, List<PupilRow> rows, PurposeForm why) {
		var lines = new ArrayList<List<@Nullable Object>>(rows.stream().map(this::line).toList());
		lines.add(List.of());
		lines.add(List.of(word("student.export.taken", actor.name(), LocalDateTime.now(this.clock).format(MINUTE),
				word("student.purpose." + why.purpose()), why.words())));
		return lines;
	}

	private List<@Nullable Object> line(PupilRow row) {
		var line = new ArrayList<@Nullable Object>(List.of(row.name(), row.fullClass(), row.maskedRegistry(),
				word("student.sex." + row.sex()), word("student.boarding." + row.boarding()),
				word("student.status." + row.status()), row.maskedId(), row.schoolName()));
		row.cells().forEach((cell) -> line.add((cell != null) ? word(cell) : null));
		return line;
	}

	private String word(PupilChip cell) {
		return "tier".equals(cell.kind()) ? word("web.tier." + cell.text()) : word(cell.text());
	}

	/** A message, or the words themselves where they are data. */
	private String word(String key, Object... arguments) {
		var text = this.messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
		return (text != null) ? text : key;
	}

}
