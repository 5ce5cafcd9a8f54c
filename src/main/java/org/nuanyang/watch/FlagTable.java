package org.nuanyang.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PurposeForm;
import org.nuanyang.student.TakenLine;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The findings of a check as a workbook. */
@Component
class FlagTable {

	private final MessageSource messages;

	private final TakenLine taken;

	FlagTable(MessageSource messages, TakenLine taken) {
		this.taken = taken;
		this.messages = messages;
	}

	/** As its page is called. */
	String title(Check check) {
		return check.code() + " " + word(check.labelKey());
	}

	byte[] workbook(Actor actor, Check check, List<FlagRow> found, PurposeForm why) {
		var columns = Stream.of("school", "pupil", "class", "found", "on", "amount", "batch")
			.map((key) -> new Table.Column(word("watch.column." + key), key.equals("found") ? 60 : 18))
			.toList();
		var rows = new ArrayList<>(found.stream().map(this::line).toList());
		rows.addAll(this.taken.rows(actor, why));
		return TableWriter.xlsx(new Table(check.code(), columns, rows));
	}

	private List<@Nullable Object> line(FlagRow row) {
		return Arrays.asList(row.school(), row.name(), row.className(), word(row.saidKey(), row.arguments()), row.on(),
				row.amount(), row.batchNumber());
	}

	private String word(String key, @Nullable Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
