package org.nuanyang.payee;

/**
 * Whether the school still owes a pupil money that a bank refused; owned here and
 * answered by the feature that pays.
 */
public interface OwedPayments {

	boolean isOwed(long enrolmentId);

}
