package org.nuanyang.disbursement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * One line of a bank return as the bank wrote it.
 *
 * @param lineNo line or sheet row, counted from 1
 * @param result what the code means; null if the format does not know it
 * @param problem why it is not taken; null if it is
 */
record ReturnLine(int lineNo, String batchNumber, String rowKey, @Nullable Yuan amount, String code,
		@Nullable BankResult result, @Nullable String message, @Nullable LocalDate on,
		@Nullable ReturnProblem problem) {

	ReturnLine of(String number, String key) {
		return new ReturnLine(this.lineNo, number, key, this.amount, this.code, this.result, this.message, this.on,
				this.problem);
	}

	ReturnLine but(ReturnProblem reason) {
		return new ReturnLine(this.lineNo, this.batchNumber, this.rowKey, this.amount, this.code, this.result,
				this.message, this.on, reason);
	}

}
