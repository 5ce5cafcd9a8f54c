package org.nuanyang.fund;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * 银行存款余额调节表 of a fund for a month: books and bank, each with what the other side does not
 * have yet; adjusted they are the same, or it says by how much they are not.
 *
 * @param books what the ledger held at the end of the month
 * @param bank what the bank says, or null while nobody has entered it
 */
record Statement(LocalDate month, Yuan books, @Nullable Yuan bank, List<Item> items, List<Outstanding.Item> outstanding,
		@Nullable String enteredBy, @Nullable ZonedDateTime enteredAt) {

	public LocalDate lastDay() {
		return this.month.plusMonths(1).minusDays(1);
	}

	/** The books with what only the bank has. */
	public Yuan booksAdjusted() {
		return this.books.plus(sum(Kind.BANK_IN)).minus(sum(Kind.BANK_OUT));
	}

	/** The bank with what only the books have. */
	public Yuan bankAdjusted() {
		return bankOrZero().plus(sum(Kind.BOOK_IN)).minus(sum(Kind.BOOK_OUT));
	}

	private Yuan bankOrZero() {
		return (this.bank != null) ? this.bank : Yuan.ZERO;
	}

	public Yuan difference() {
		return bankOrZero().minus(this.books);
	}

	/** What no item explains. */
	public Yuan unexplained() {
		return bankAdjusted().minus(booksAdjusted());
	}

	public boolean isEven() {
		return this.bank != null && unexplained().isZero();
	}

	Yuan sum(Kind kind) {
		return items(kind).stream().map(Item::amount).reduce(Yuan.ZERO, Yuan::plus);
	}

	public List<Item> items(Kind kind) {
		return this.items.stream().filter((item) -> item.kind() == kind).toList();
	}

	/** Which side does not have an item yet, and which way it goes. */
	enum Kind {

		BANK_IN, BANK_OUT, BOOK_IN, BOOK_OUT;

		public String labelKey() {
			return "fund.statement." + name();
		}

	}

	/** 未达账项 */
	record Item(Kind kind, Yuan amount, String note) {

	}

}
