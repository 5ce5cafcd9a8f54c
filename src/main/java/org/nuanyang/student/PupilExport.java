package org.nuanyang.student;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

	private final PupilListService list;

	private final FilterBars bars;

	private final TakenLine taken;

	private final MessageSource messages;

	private final Audit audit;

	private final Clock clock;

	PupilExport(PupilListService list, FilterBars bars, TakenLine taken, MessageSource messages, Audit audit,
			Clock clock) {
		this.list = list;
		this.bars = bars;
		this.taken = taken;
		this.messages = messages;
		this.audit = audit;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	ExportPage page(Actor actor, PupilSearch search, Map<String, String> params) {
		var bar = this.bars.of(actor, search, params);
		return new ExportPage(word("student.export.list"), "/students", "/students/exports",
				this.list.count(actor, bar.search(), params), bar.chosen());
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
		var bar = this.bars.of(actor, search, params);
		this.audit.record(actor, actor.schoolId(), "student.exported", "enrolment", null,
				Map.of("rows", this.list.count(actor, bar.search(), params), "conditions", bar.chosen().keySet(),
						"purpose", String.valueOf(why.purpose()), "note", why.words()));
	}

	/**
	 * Packed row by row, as they are read, and whole before the first byte leaves: a slow
	 * line would hold a connection of the database as long as it lasts.
	 */
	@Transactional(readOnly = true)
	byte[] file(Actor actor, PupilSearch search, Map<String, String> params, PurposeForm why) {
		var out = new ByteArrayOutputStream();
		var usable = this.bars.of(actor, search, params).search();
		TableWriter.xlsx(out, word("student.list.title"), columns(), (sheet) -> {
			this.list.each(actor, usable, params, (row) -> sheet.accept(line(row)));
			this.taken.rows(actor, why).forEach(sheet);
		});
		return out.toByteArray();
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
