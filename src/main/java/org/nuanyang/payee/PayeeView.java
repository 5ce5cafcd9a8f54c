package org.nuanyang.payee;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A pupil's bank account, masked; the number itself leaves only through
 * {@link PayeeService#accounts}.
 *
 * @param holder the name as the bank has it
 * @param bankName bank and branch in full
 * @param evidence the paper it was copied from
 * @param decidedAt when the second person confirmed or refused it
 * @param refusal why it was refused, or null
 * @param authorisation by what paper a holder who is no guardian may receive, or null
 * @param siblingProof what showed that pupils of one account are siblings, or null
 */
public record PayeeView(long id, long schoolId, long enrolmentId, String holder, PayeeRelation relation,
		String bankName, String maskedAccount, PayeeStatus status, String evidence, long enteredById, Instant enteredAt,
		@Nullable Instant decidedAt, @Nullable Long decidedById, @Nullable String refusal,
		@Nullable String authorisation, @Nullable String siblingProof) {

	/** The last four digits, all that a head teacher sees. */
	public String tail() {
		return this.maskedAccount.substring(this.maskedAccount.length() - 4);
	}

}
