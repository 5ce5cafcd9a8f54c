package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Reason;
import org.nuanyang.kernel.RuleViolation;

/**
 * How a batch is to be paid, and why where no bank pays it.
 *
 * @param reason null for the bank, which needs none
 */
public record PayoutChoice(Payout payout, @Nullable String reason) {

	public static final PayoutChoice BANK = new PayoutChoice(Payout.BANK, null);

	static PayoutChoice of(@Nullable Payout payout, @Nullable String reason) {
		if (payout == null || payout.isBank()) {
			return BANK;
		}
		var said = (reason != null) ? reason.strip() : "";
		if (said.length() < Reason.SHORTEST || said.length() > Reason.LONGEST) {
			throw RuleViolation.on("payoutReason", "disbursement.refused.payout-reason", Reason.SHORTEST,
					Reason.LONGEST);
		}
		return new PayoutChoice(payout, said);
	}

}
