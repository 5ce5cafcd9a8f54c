package org.nuanyang.student;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
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

	private final PupilListService list;

	private final TakenLine taken;

	private final MessageSource messages;

	private final Audit audit;

	private final Clock clock;

	PupilExport(PupilListService list, TakenLine taken, MessageSource messages, Audit audit, Clock clock) {
		this.list = list;
		this.taken = taken;
		this.messages = messages;
		this.audit = audit;
		this.clock = clock;
	}

	private long count(Actor actor, PupilSearch search, Map<String, String> params) {
		return this.list.count(actor, search, params);
	}

	@Transactional(readOnly = true)
	ExportPage page(Actor actor, PupilSearch search, Map<String, String> params) {
		return new ExportPage(word("student.export.list"), "/students", "/students/exports",
				count(actor, search, params), conditions(params));
	}

	String fileName() {
		return word("student.list.title") + "-" + LocalDate.now(this.clock) + ".xlsx";
	}

	/**
	 * Says in the trail who takes what, before the first row leaves: also what breaks off
	 * on its way was taken.
	 */
	@Transactional
	void record(Actor actor, PupilSearch search, Map<String, String> params, PurposeForm why) {
		this.audit.record(actor, actor.schoolId(), "student.exported", "enrolment", null,
				Map.of("rows", count(actor, search, params), "conditions", conditions(params).keySet(), "purpose",
						String.valueOf(why.purpose()), "note", why.words()));
	}

	/**
	 * Packed row by row, as they are read, and whole before the first byte leaves: a slow
	 * line would hold a connection of the database as long as it lasts.
	 */
	@Transactional(readOnly = true)
	byte[] file(Actor actor, PupilSearch search, Map<String, String> params, PurposeForm why) {
		var out = new ByteArrayOutputStream();
		TableWriter.xlsx(out, word("student.list.title"), columns(), (sheet) -> {
			this.list.each(actor, search, params, (row) -> sheet.accept(line(row)));
			this.taken.rows(actor, why).forEach(sheet);
		});
		return out.toByteArray();
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
