package org.nuanyang.disbursement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.nuanyang.award.Hindrance;
import org.nuanyang.award.PayableAward;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Rows of a list that may not be paid now, said in one sentence: who, and why. */
record HinderedRows(List<PaymentRepository.Frozen> rows, Map<Long, Hindrance> hindrances) {

	HinderedRows {
		rows = rows.stream().filter((row) -> hindrances.containsKey(row.awardId())).toList();
	}

	static PayableAward payment(PaymentRepository.Frozen row) {
		return new PayableAward(row.awardId(), row.enrolmentId(), row.personId(), row.tier(), row.amount());
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	int size() {
		return this.rows.size();
	}

	/** “林例一（已转出）；吴例二、冯例三（已停发）” */
	MessageSourceResolvable sentence() {
		var byReason = this.rows.stream()
			.collect(Collectors.groupingBy((row) -> this.hindrances.get(row.awardId()), TreeMap::new,
					Collectors.mapping(PaymentRepository.Frozen::name, Collectors.joining("、"))));
		return byReason.entrySet()
			.stream()
			.map((group) -> message("disbursement.hindered.one", group.getValue(), group.getKey()))
			.reduce((one, other) -> message("disbursement.hindered.and", one, other))
			.orElseThrow();
	}

	private static MessageSourceResolvable message(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments);
	}

}
