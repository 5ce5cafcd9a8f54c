package org.nuanyang.disbursement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * Money that has not arrived, by the batch in which it is and the day it is due.
 *
 * @param batch null where no batch lists it
 */
record OwedMoney(@Nullable Long batch, LocalDate dueOn, long pupils, Yuan amount) {

	/** What is due first, and how much of it; nothing of nothing. */
	static Optional<OwedMoney> first(Collection<OwedMoney> all) {
		return all.stream()
			.map(OwedMoney::dueOn)
			.min(Comparator.naturalOrder())
			.flatMap((day) -> all.stream()
				.filter((one) -> one.dueOn.equals(day))
				.reduce((one, other) -> new OwedMoney(null, day, one.pupils + other.pupils,
						one.amount.plus(other.amount))));
	}

}
