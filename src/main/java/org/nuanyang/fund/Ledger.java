package org.nuanyang.fund;

import java.util.List;

import org.nuanyang.kernel.Yuan;

/**
 * The vouchers of a period, of one fund or of all funds of a school.
 *
 * @param opening what the bank held before the first of them
 * @param openingPromised what of it was promised
 */
public record Ledger(LedgerPeriod period, Yuan opening, Yuan openingPromised, List<LedgerLine> lines) {

	public Yuan received() {
		return this.lines.stream().map(LedgerLine::received).reduce(Yuan.ZERO, Yuan::plus);
	}

	public Yuan paid() {
		return this.lines.stream().map(LedgerLine::paid).reduce(Yuan.ZERO, Yuan::plus);
	}

	/** What the bank holds after the last of them. */
	public Yuan closing() {
		return this.opening.plus(received()).minus(paid());
	}

	public Yuan closingPromised() {
		return this.lines.isEmpty() ? this.openingPromised : this.lines.getLast().promised();
	}

}
