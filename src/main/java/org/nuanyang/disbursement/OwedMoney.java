package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Term;
import org.nuanyang.kernel.Yuan;

/**
 * Money that has not arrived, by the batch in which it is and the day it is due.
 *
 * @param batch null where no batch lists it
 * @param fund the one fund that pays it, or null where there are several or none
 */
record OwedMoney(@Nullable Long batch, LocalDate dueOn, Term term, @Nullable Long fund, long pupils, Yuan amount) {

	/** Where its batch is prepared. */
	String preparation() {
		return (this.fund != null) ? "/batches/new?fund=" + this.fund + "&term=" + this.term : "/batches/new";
	}

	/** What is due first, and how much of it; nothing of nothing. */
	static Optional<OwedMoney> first(Collection<OwedMoney> all) {
		return all.stream()
			.map(OwedMoney::dueOn)
			.min(Comparator.naturalOrder())
			.flatMap((day) -> all.stream()
				.filter((one) -> one.dueOn.equals(day))
				.reduce((one, other) -> new OwedMoney(null, day, one.term,
						Objects.equals(one.fund, other.fund) ? one.fund : null, one.pupils + other.pupils,
						one.amount.plus(other.amount))));
	}

}
