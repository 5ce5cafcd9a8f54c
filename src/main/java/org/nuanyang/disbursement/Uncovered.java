package org.nuanyang.disbursement;

import java.util.List;

import org.nuanyang.kernel.Yuan;

/** For whom the money does not reach, served in the order of the list. */
final class Uncovered {

	private Uncovered() {
	}

	static List<PaymentRow> of(List<PaymentRow> rows, Yuan free) {
		var left = free;
		var at = 0;
		while (at < rows.size() && !rows.get(at).amount().isMoreThan(left)) {
			left = left.minus(rows.get(at).amount());
			at++;
		}
		return rows.subList(at, rows.size());
	}

}
