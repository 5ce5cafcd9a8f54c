package org.nuanyang.identification;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;

import org.nuanyang.household.FactCode;
import org.nuanyang.household.VerifiedFact;

/** A number that no one verifies but that follows from verified facts. */
public enum Quantity {

	/** 人均年收入, yuan */
	INCOME_PER_HEAD(FactCode.YEARLY_INCOME, FactCode.HOUSEHOLD_SIZE),
	/** 人均年收入, the year's own medical bills taken off first, yuan */
	INCOME_PER_HEAD_AFTER_MEDICAL(FactCode.YEARLY_INCOME, FactCode.HOUSEHOLD_SIZE, FactCode.MEDICAL_SELF_PAID),
	/** 人均年收入 ÷ 当地低保线 */
	INCOME_TO_LINE(FactCode.YEARLY_INCOME, FactCode.HOUSEHOLD_SIZE);

	private final Set<FactCode> needs;

	Quantity(FactCode... needs) {
		this.needs = Set.of(needs);
	}

	Set<FactCode> needs() {
		return this.needs;
	}

	/** Empty while a fact that it needs, or the subsistence line, is missing. */
	Optional<BigDecimal> of(Evidence evidence) {
		if (!this.needs.stream().allMatch((code) -> evidence.fact(code).isPresent())) {
			return Optional.empty();
		}
		return switch (this) {
			case INCOME_PER_HEAD -> Optional.of(perHead(evidence, number(evidence, FactCode.YEARLY_INCOME)));
			case INCOME_PER_HEAD_AFTER_MEDICAL -> Optional.of(perHead(evidence,
					number(evidence, FactCode.YEARLY_INCOME).subtract(number(evidence, FactCode.MEDICAL_SELF_PAID))
						.max(BigDecimal.ZERO)));
			// Six decimals decide: rounded to the hundredth that pages show, 1.004 would
			// pass for 1.00.
			case INCOME_TO_LINE ->
				Optional.ofNullable(evidence.subsistenceLine())
					.map((line) -> number(evidence, FactCode.YEARLY_INCOME).divide(
							line.amount().multiply(number(evidence, FactCode.HOUSEHOLD_SIZE)), 6,
							RoundingMode.HALF_UP));
		};
	}

	private static BigDecimal perHead(Evidence evidence, BigDecimal yuan) {
		return yuan.divide(number(evidence, FactCode.HOUSEHOLD_SIZE), 2, RoundingMode.HALF_UP);
	}

	private static BigDecimal number(Evidence evidence, FactCode code) {
		return evidence.fact(code).map(VerifiedFact::number).orElseThrow();
	}

	/** Message key of the quantity's name. */
	public String labelKey() {
		return "identification.quantity." + name();
	}

}
