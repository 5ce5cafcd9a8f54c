package org.nuanyang.disbursement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.fund.PaidLine;
import org.nuanyang.kernel.Yuan;

/**
 * The balance strip of a batch: what the frozen list, the bank and the ledger each say
 * was paid, computed independently of one another; the difference must read 0.00, and
 * where it does not it says at which row.
 *
 * @param due all of the list
 * @param filed all of the bank files, null before they left
 * @param listPaid the amounts on the list of the rows that are settled as paid
 * @param bankPaid what the bank's own lines say was paid
 * @param doubtful what lines say was paid that do not fit the list and are not cleared up
 * @param doubts those lines
 * @param unanswered what is on the list and the bank has not answered yet
 * @param bankFailed what they say failed, or was sent back
 * @param recovered what was paid on false claims and recovered
 * @param ledgerPaid what the ledger has booked as paid
 */
public record BatchStrip(Yuan due, @Nullable Yuan filed, Yuan listPaid, Yuan bankPaid, Yuan bankFailed, Yuan recovered,
		Yuan ledgerPaid, Yuan doubtful, List<ProblemRow> doubts, Yuan unanswered, List<Gap> gaps) {

	static BatchStrip of(List<Listed> rows, List<FileRow> files, Map<String, BankRepository.Said> said,
			List<ProblemRow> doubts, List<PaidLine> ledger) {
		var due = sum(rows.stream().map(Listed::amount).toList());
		var filed = files.isEmpty() ? null : sum(files.stream().map(FileRow::total).toList());
		// A return that repeats such a line says nothing more.
		var doubtful = doubts.stream().collect(Collectors.toMap(ProblemRow::rowKey, ProblemRow::paid, Gap::max));
		var gaps = new ArrayList<Gap>();
		if (filed != null && !filed.equals(due)) {
			gaps.add(new Gap(null, null, due, filed, null));
		}
		gaps.addAll(rowGaps(rows, said, doubtful, ledger));
		return new BatchStrip(due, filed, sum(rows.stream().filter(Listed::paid).map(Listed::amount).toList()),
				sum(said.values()
					.stream()
					.filter((word) -> word.result().isPaid())
					.map(BankRepository.Said::amount)
					.toList()),
				sum(said.values()
					.stream()
					.filter((word) -> word.result().isFailed())
					.map(BankRepository.Said::amount)
					.toList()),
				sum(said.values()
					.stream()
					.filter((word) -> word.result() == BankResult.RECOVERED)
					.map(BankRepository.Said::amount)
					.toList()),
				sum(ledger.stream().map(PaidLine::amount).toList()), sum(List.copyOf(doubtful.values())), doubts,
				sum(rows.stream().filter((row) -> !said.containsKey(row.rowKey())).map(Listed::amount).toList()),
				List.copyOf(gaps));
	}

	private static List<Gap> rowGaps(List<Listed> rows, Map<String, BankRepository.Said> said,
			Map<String, Yuan> doubtful, List<PaidLine> ledger) {
		var names = new HashMap<String, String>();
		var list = new HashMap<String, Yuan>();
		var keys = new HashMap<Long, String>();
		for (var row : rows) {
			names.put(row.rowKey(), row.name());
			keys.put(row.id(), row.rowKey());
			list.put(row.rowKey(), row.paid() ? row.amount() : Yuan.ZERO);
		}
		var bank = new HashMap<String, Yuan>();
		said.forEach((key, word) -> bank.put(key, word.result().isPaid() ? word.amount() : Yuan.ZERO));
		doubtful.forEach((key, amount) -> bank.merge(key, amount, Yuan::plus));
		var books = new HashMap<String, Yuan>();
		ledger.forEach((line) -> books.merge(keys.getOrDefault(line.lineId(), "—"), line.amount(), Yuan::plus));
		var all = new TreeSet<>(list.keySet());
		all.addAll(bank.keySet());
		all.addAll(books.keySet());
		return all.stream()
			.map((key) -> new Gap(key, names.get(key), list.getOrDefault(key, Yuan.ZERO),
					bank.getOrDefault(key, Yuan.ZERO), books.getOrDefault(key, Yuan.ZERO)))
			.filter(Gap::isOpen)
			.toList();
	}

	private static Yuan sum(List<Yuan> amounts) {
		return amounts.stream().reduce(Yuan.ZERO, Yuan::plus);
	}

	/** What the list has of a row: its amount, and whether it is settled as paid. */
	record Listed(long id, String rowKey, String name, Yuan amount, boolean paid) {

	}

	/** 0.00, or the sum of all gaps. */
	public Yuan difference() {
		return sum(this.gaps.stream().map(Gap::size).toList());
	}

	public boolean isEven() {
		return this.gaps.isEmpty() && this.doubts.isEmpty();
	}

	/**
	 * Where the three do not agree.
	 *
	 * @param rowKey the row; null where the files as a whole differ from the list
	 * @param bank what the bank says, or what the files say
	 * @param ledger null where the ledger has no part in it
	 */
	public record Gap(@Nullable String rowKey, @Nullable String name, Yuan list, Yuan bank, @Nullable Yuan ledger) {

		boolean isOpen() {
			return size().isPositive();
		}

		/** How far apart they are. */
		public Yuan size() {
			var highest = max(this.list, this.bank);
			var lowest = min(this.list, this.bank);
			if (this.ledger != null) {
				highest = max(highest, this.ledger);
				lowest = min(lowest, this.ledger);
			}
			return highest.minus(lowest);
		}

		private static Yuan max(Yuan one, Yuan other) {
			return one.isMoreThan(other) ? one : other;
		}

		private static Yuan min(Yuan one, Yuan other) {
			return one.isMoreThan(other) ? other : one;
		}

	}

}
