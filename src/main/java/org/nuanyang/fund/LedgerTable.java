package org.nuanyang.fund;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A ledger as a workbook: amounts are numbers, everything else is text. */
@Component
class LedgerTable {

	private final MessageSource messages;

	LedgerTable(MessageSource messages) {
		this.messages = messages;
	}

	/** Of the file: whose ledger, and of what time in words. */
	String name(String name, Ledger ledger) {
		return name + "-" + word(ledger.period().labelKey(), ledger.period().years().toArray());
	}

	byte[] workbook(String name, Ledger ledger) {
		var columns = Stream
			.of("date", "fund", "voucher", "reference", "summary", "in", "out", "holds", "promised", "free", "by")
			.map((key) -> new Table.Column(word("fund.ledger." + key), key.equals("summary") ? 44 : 18))
			.toList();
		var rows = new ArrayList<List<@Nullable Object>>();
		rows.add(sum(ledger, "fund.ledger.opening", null, null, ledger.opening(), ledger.openingPromised()));
		ledger.lines().forEach((line) -> rows.add(line(line)));
		rows.add(sum(ledger, "fund.ledger.closing", ledger.received(), ledger.paid(), ledger.closing(),
				ledger.closingPromised()));
		return TableWriter.xlsx(new Table(name, columns, rows));
	}

	private List<@Nullable Object> line(LedgerLine line) {
		return Arrays.asList(line.on(), line.fundName(), line.voucher(), line.reference(),
				word(line.summaryKey(), line.summaryArguments()), line.in(), line.out(), line.holds(), line.promised(),
				line.free(), line.recordedBy());
	}

	private List<@Nullable Object> sum(Ledger ledger, String key, @Nullable Yuan in, @Nullable Yuan out, Yuan holds,
			Yuan promised) {
		return Arrays.asList(null, null, null, null,
				word(key, word(ledger.period().labelKey(), ledger.period().years().toArray())), in, out, holds,
				promised, holds.minus(promised), null);
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
