package org.nuanyang.disbursement;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/** What the bank made of a row that was sent. */
record Outcome(long rowId, String code, BankResult result, @Nullable String message, Yuan amount, LocalDate on) {

}
