package org.nuanyang.disbursement;

import java.util.Locale;
import java.util.function.Predicate;

/** In what a list differs from the one before it, in the order in which it is read. */
public enum ChangeKind {

	GONE(Comparison.Change::isGone), AMOUNT(Comparison.Change::isOtherAmount),
	ACCOUNT(Comparison.Change::isOtherAccount), NEW(Comparison.Change::isNew);

	private final Predicate<Comparison.Change> is;

	ChangeKind(Predicate<Comparison.Change> is) {
		this.is = is;
	}

	boolean is(Comparison.Change change) {
		return this.is.test(change);
	}

	/** The last part of its message keys. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
