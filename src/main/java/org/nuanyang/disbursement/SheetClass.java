package org.nuanyang.disbursement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/** The rows of one class on the payment sheet, with their subtotal. */
public record SheetClass(String name, List<PaymentRow> rows) {

	static List<SheetClass> of(List<PaymentRow> rows) {
		return rows.stream()
			.collect(Collectors.groupingBy(PaymentRow::classId, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map((ofClass) -> new SheetClass(ofClass.getFirst().className(), ofClass))
			.toList();
	}

	/**
	 * What was paid of it; null while nothing was, so that it is left to be filled in.
	 */
	public @Nullable Yuan paid() {
		var paid = this.rows.stream().filter(PaymentRow::isPaid).map(PaymentRow::amount).reduce(Yuan.ZERO, Yuan::plus);
		return paid.isZero() ? null : paid;
	}

	public Yuan total() {
		return this.rows.stream().map(PaymentRow::amount).reduce(Yuan.ZERO, Yuan::plus);
	}

}
