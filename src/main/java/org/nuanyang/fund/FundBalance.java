package org.nuanyang.fund;

import java.util.List;

import org.nuanyang.kernel.Yuan;

/**
 * What a fund has, derived from its postings.
 *
 * @param holds what lies in the bank account
 * @param promised approved and not yet paid
 * @param received all that ever came in
 * @param paid all that was ever paid out
 */
public record FundBalance(Yuan holds, Yuan promised, Yuan received, Yuan paid) {

	static FundBalance sum(List<FundBalance> balances) {
		return balances.stream()
			.reduce(new FundBalance(Yuan.ZERO, Yuan.ZERO, Yuan.ZERO, Yuan.ZERO),
					(one, other) -> new FundBalance(one.holds.plus(other.holds), one.promised.plus(other.promised),
							one.received.plus(other.received), one.paid.plus(other.paid)));
	}

	/** What may still be promised. */
	public Yuan free() {
		return this.holds.minus(this.promised);
	}

	/** How much is missing for the amount; zero if it is there. */
	public Yuan shortOf(Yuan amount) {
		return amount.isMoreThan(free()) ? amount.minus(free()) : Yuan.ZERO;
	}

}
