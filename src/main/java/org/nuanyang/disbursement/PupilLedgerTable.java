package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.PupilView;
import org.nuanyang.student.PurposeForm;
import org.nuanyang.student.TakenLine;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The ledger of a pupil as a workbook: amounts are numbers, everything else is text. */
@Component
class PupilLedgerTable {

	private final MessageSource messages;

	private final TakenLine taken;

	PupilLedgerTable(MessageSource messages, TakenLine taken) {
		this.taken = taken;
		this.messages = messages;
	}

	String name(PupilView pupil) {
		return word("disbursement.pupil.file", pupil.name());
	}

	byte[] workbook(Actor actor, PupilView pupil, PupilLedger ledger, PurposeForm why) {
		var columns = Stream
			.of("date", "school", "schoolYear", "term", "programme", "source", "tier", "due", "what", "amount", "sum",
					"account", "batch", "voucher", "by")
			.map((key) -> new Table.Column(word("disbursement.pupil." + key), key.equals("what") ? 40 : 18))
			.toList();
		var rows = new ArrayList<List<@Nullable Object>>();
		ledger.lines().forEach((line) -> rows.add(line(line)));
		rows.addAll(this.taken.rows(actor, why));
		return TableWriter.xlsx(new Table(name(pupil), columns, rows));
	}

	private List<@Nullable Object> line(PupilLedger.Line line) {
		return Arrays.asList(line.on(), line.schoolName(), line.year().label(),
				word("disbursement.term." + line.term()), line.programmeName(), word(line.source().labelKey()),
				word("web.tier." + line.tier()), line.each(), what(line), line.amount(), line.sum(),
				line.maskedAccount(), line.batchNumber(), line.voucher(), line.by());
	}

	/**
	 * What happened, what the bank made of it if that says more, and the bank's own
	 * words.
	 */
	private String what(PupilLedger.Line line) {
		return Stream
			.of(word(line.kind().labelKey()), result(line.result()), Objects.requireNonNullElse(line.message(), ""))
			.filter((part) -> !part.isBlank())
			.distinct()
			.collect(Collectors.joining("，"));
	}

	private String result(@Nullable BankResult result) {
		return (result != null) ? word(result.labelKey()) : "";
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
