package org.nuanyang.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Entries of the trail as a workbook, with who took it and when below them. */
@Component
class AuditExport {

	/** More than anybody reads; a longer time is taken in parts. */
	static final int MOST = 20_000;

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	private final MessageSource messages;

	private final Clock clock;

	AuditExport(MessageSource messages, Clock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	/** A file to hand out. */
	record Download(String name, byte[] bytes) {

	}

	Download of(Actor actor, AuditFilter filter, AuditPage found) {
		var columns = Stream
			.of("audit.number", "audit.at", "audit.who", "audit.what", "audit.subject", "audit.school", "audit.details",
					"audit.address", "audit.sealed")
			.map((key) -> new Table.Column(word(key), 22))
			.toList();
		var lines = new ArrayList<List<@Nullable Object>>();
		found.entries().rows().forEach((row) -> lines.add(line(found, row)));
		lines.add(List.of());
		lines.add(List.of(word("audit.export.taken", actor.name(), LocalDateTime.now(this.clock).format(SECOND))));
		var title = word("audit.title");
		return new Download(title + "-" + filter.from() + ".xlsx", TableWriter.xlsx(new Table(title, columns, lines)));
	}

	private List<@Nullable Object> line(AuditPage found, AuditRow row) {
		var line = new ArrayList<@Nullable Object>();
		line.add(String.valueOf(row.id()));
		line.add(row.at().format(SECOND));
		line.add(row.isSystem() ? word("audit.system") : row.actorName());
		line.add(found.action(row));
		line.add(found.subject(row));
		line.add(found.school(row));
		line.add(details(found, row));
		line.add(found.address(row));
		line.add(word(row.sealed() ? "audit.sealed.yes" : "audit.sealed.no"));
		return line;
	}

	private static String details(AuditPage found, AuditRow row) {
		return found.details(row)
			.stream()
			.map((detail) -> detail.label() + "：" + detail.words())
			.collect(Collectors.joining("\n"));
	}

	private String word(String key, Object... arguments) {
		var text = this.messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
		return (text != null) ? text : key;
	}

}
