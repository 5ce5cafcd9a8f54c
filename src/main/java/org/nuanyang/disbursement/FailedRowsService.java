package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nuanyang.audit.Audit;
import org.nuanyang.kernel.Actor;
import org.nuanyang.student.TakenLine;
import org.nuanyang.workbook.Table;
import org.nuanyang.workbook.TableWriter;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of a batch that failed, with the bank's code, why and what to do, taken out
 * for a purpose.
 */
@Service
class FailedRowsService {

	private final BatchPages batches;

	private final BankFileService files;

	private final TakenLine taken;

	private final Audit audit;

	private final MessageSource messages;

	FailedRowsService(BatchPages batches, BankFileService files, TakenLine taken, Audit audit, MessageSource messages) {
		this.batches = batches;
		this.files = files;
		this.taken = taken;
		this.audit = audit;
		this.messages = messages;
	}

	@Transactional
	BankFileService.Download take(Actor actor, long batchId, FilePurpose purpose, Locale locale) {
		var batch = this.batches.batch(actor, batchId);
		var failed = this.batches.failed(actor, batchId);
		var mending = this.batches.mending(failed);
		var advice = this.files.advice(batchId, locale);
		var words = new Words(this.messages, locale);
		var columns = Stream
			.of("row", "pupil", "class", "tier", "sheet.holder", "failed.relation", "failed.bank", "account", "amount",
					"failed.code", "failed.reason", "failed.message", "failed.todo", "handling")
			.map((key) -> new Table.Column(words.of("disbursement." + key), key.equals("failed.todo") ? 60 : 18))
			.toList();
		var name = words.of("disbursement.failed.file", batch.number());
		var rows = new ArrayList<>(failed.rows().stream().map((row) -> line(row, mending, advice, words)).toList());
		this.audit.record(actor, batch.fund().schoolId(), "disbursement.failed-exported", BatchMoney.SOURCE, batchId,
				Map.of("batch", batch.number(), "purpose", purpose.name(), "rows", failed.total()));
		rows.addAll(this.taken.rows(actor, words.of(purpose.labelKey()), locale));
		return new BankFileService.Download(name + ".xlsx", TableWriter.xlsx(new Table(name, columns, rows)));
	}

	private static List<@Nullable Object> line(PaymentRow row, Mending mending, Map<String, String> advice,
			Words words) {
		var result = Objects.requireNonNull(row.result(), "a failed row has a result");
		var said = (row.code() != null) ? advice.get(row.code()) : null;
		return Arrays.asList(row.rowKey(), row.name(), row.className(), words.of("web.tier." + row.tier()),
				row.holder(), words.of(row.relation().labelKey()), row.bankName(), row.maskedAccount(), row.amount(),
				row.code(), words.of(result.labelKey()), row.message(),
				(said != null) ? said : words.of(result.adviceKey()), handling(row, result, mending, words));
	}

	private static String handling(PaymentRow row, BankResult result, Mending mending, Words words) {
		if (row.waived() != null) {
			return words.of("disbursement.waived.short");
		}
		if (row.reissuedIn() != null) {
			return words.of("disbursement.reissued-in", row.reissuedIn());
		}
		if (mending.waiting().contains(row.id())) {
			return words.of("disbursement.mend.waiting");
		}
		if (!result.needsNewAccount()) {
			return words.of("disbursement.wait-family");
		}
		return words.of(mending.mended().contains(row.id()) ? "disbursement.mend.done" : "disbursement.failed.to-mend");
	}

	/** Words in the reader's language. */
	private record Words(MessageSource messages, Locale locale) {

		String of(String key, Object... arguments) {
			return this.messages.getMessage(key, arguments, this.locale);
		}

	}

}
