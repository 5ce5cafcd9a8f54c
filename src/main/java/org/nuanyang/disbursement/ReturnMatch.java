package org.nuanyang.disbursement;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a bank return beside the rows of a batch: which are taken, and why the
 * others are not.
 */
final class ReturnMatch {

	private final PaymentBatch batch;

	private final String reference;

	private final Map<String, PaymentRow> rows;

	private final Set<Long> demanded;

	private final LocalDate today;

	/**
	 * @param reference how the batch is named to the bank
	 * @param demanded rows whose money somebody wants to have back
	 */
	ReturnMatch(PaymentBatch batch, String reference, List<PaymentRow> rows, Set<Long> demanded, LocalDate today) {
		this.batch = batch;
		this.reference = reference;
		this.rows = rows.stream().collect(Collectors.toMap((row) -> canonical(row.rowKey()), Function.identity()));
		this.demanded = demanded;
		this.today = today;
	}

	/** The lines, each with its problem if it has one. */
	List<ReturnLine> matched(List<ReturnLine> lines) {
		var seen = new HashMap<String, BankResult>();
		var matched = new ArrayList<ReturnLine>();
		for (var written : lines) {
			var line = isOfBatch(written) ? keyed(written) : written;
			if (line.problem() == ReturnProblem.SKIPPED && !isNews(line)) {
				continue;
			}
			var problem = problem(line, row(line.rowKey()), seen.get(line.rowKey()));
			matched.add((problem != null) ? line.but(problem) : line);
			if (problem == null && line.result() != null) {
				seen.put(line.rowKey(), line.result());
			}
		}
		return matched;
	}

	/** A row of this batch, with a result that is not known of it yet. */
	private boolean isNews(ReturnLine line) {
		var row = row(line.rowKey());
		return line.batchNumber().equals(this.batch.number()) && row != null && row.result() != line.result();
	}

	/** Under the number and key of the list: a spreadsheet makes 3 of 000003. */
	private ReturnLine keyed(ReturnLine line) {
		var row = row(line.rowKey());
		return line.of(this.batch.number(), (row != null) ? row.rowKey() : line.rowKey());
	}

	/** Named as it was named to the bank, or by its number alone. */
	private boolean isOfBatch(ReturnLine line) {
		return line.batchNumber().equals(this.reference) || line.batchNumber().equals(this.batch.number());
	}

	private static String canonical(String key) {
		return key.matches("\\d+") ? new BigInteger(key).toString() : key;
	}

	private @Nullable ReturnProblem problem(ReturnLine line, @Nullable PaymentRow row, @Nullable BankResult seen) {
		var on = line.on();
		if (line.problem() == ReturnProblem.UNREADABLE || (on != null && on.isAfter(this.today))) {
			// No bank has paid on a day to come.
			return ReturnProblem.UNREADABLE;
		}
		if (line.problem() == ReturnProblem.SKIPPED) {
			return ReturnProblem.SKIPPED;
		}
		if (!line.batchNumber().equals(this.batch.number())) {
			return ReturnProblem.OTHER_BATCH;
		}
		if (row == null) {
			return ReturnProblem.UNKNOWN_ROW;
		}
		if (line.amount() != null && !line.amount().equals(row.amount())) {
			return ReturnProblem.AMOUNT;
		}
		if (line.result() == null) {
			return ReturnProblem.UNKNOWN_CODE;
		}
		return contradiction(line.result(), row, seen);
	}

	private @Nullable ReturnProblem contradiction(BankResult says, PaymentRow row, @Nullable BankResult seen) {
		if (says == BankResult.RETURNED && (row.isPaid() || seen == BankResult.PAID)) {
			// Paid, and sent back afterwards: that is no contradiction.
			return this.demanded.contains(row.id()) ? ReturnProblem.DEMANDED : null;
		}
		if (seen != null && seen != says) {
			return ReturnProblem.TWICE;
		}
		if (row.result() == null || (says == BankResult.RETURNED && row.result() == BankResult.RETURNED)) {
			return null;
		}
		// What was paid and sent back stays paid in the earlier files.
		return (row.isPaid() != says.isPaid() && !(says.isPaid() && row.cameBack())) ? ReturnProblem.CONTRADICTS : null;
	}

	/**
	 * Lines that say that a payment was sent back, with the row as it was listed.
	 */
	List<SentBack> sentBack(List<ReturnLine> matched, Set<Long> paid) {
		var found = new ArrayList<SentBack>();
		for (var line : matched) {
			var row = row(line.rowKey());
			if (row != null && line.problem() == null && line.result() == BankResult.RETURNED
					&& (row.isPaid() || paid.contains(row.id()))
					&& found.stream().noneMatch((one) -> one.row().id() == row.id())) {
				found.add(new SentBack(line, row));
			}
		}
		return found;
	}

	/** How many lines say again what was known of their row before. */
	int known(List<ReturnLine> matched, List<SentBack> sentBack) {
		return (int) matched.stream()
			.filter((line) -> line.problem() == null && isAnswered(row(line.rowKey())))
			.filter((line) -> sentBack.stream().noneMatch((one) -> one.line() == line))
			.count();
	}

	private static boolean isAnswered(@Nullable PaymentRow row) {
		return row != null && row.result() != null;
	}

	/** A payment that was sent back, and the line that says so. */
	record SentBack(ReturnLine line, PaymentRow row) {

	}

	@Nullable PaymentRow row(String key) {
		return this.rows.get(canonical(key));
	}

}
