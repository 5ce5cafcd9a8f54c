package org.nuanyang.payee;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.nuanyang.kernel.Actor;
import org.nuanyang.kernel.BankAccount;
import org.springframework.stereotype.Service;

/**
 * Bank accounts of pupils: entered by one person, in force once another has confirmed.
 */
@Service
public class PayeeService {

	/** The account in force. */
	public Optional<PayeeView> confirmedAccount(long enrolmentId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The accounts in force of many pupils, by enrolment id; a pupil without one is
	 * missing.
	 */
	public Map<Long, PayeeView> confirmedAccounts(Collection<Long> enrolmentIds) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The full numbers, by payee id, for a payment; recorded with its purpose.
	 * @param purpose a word for the audit trail, such as "batch 17 locked"; no personal
	 * data
	 */
	public Map<Long, BankAccount> accounts(Actor actor, Collection<Long> payeeIds, String purpose) {
		throw new UnsupportedOperationException();
	}

}
