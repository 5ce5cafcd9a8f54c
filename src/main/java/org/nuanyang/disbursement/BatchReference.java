package org.nuanyang.disbursement;

import org.nuanyang.org.OrgService;

/**
 * How a batch is named to the bank: batch numbers begin anew in each school, and a bank
 * works for many.
 */
final class BatchReference {

	private BatchReference() {
	}

	static String of(PaymentBatch batch, OrgService orgs) {
		return orgs.school(batch.schoolId()).code() + "-" + batch.number();
	}

}
