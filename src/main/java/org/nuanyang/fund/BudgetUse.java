package org.nuanyang.fund;

import org.nuanyang.kernel.Yuan;

/**
 * A budget beside what is spent and promised of it. More may be decided than it says, but
 * never without a word.
 *
 * @param more what is about to be promised besides
 */
public record BudgetUse(Yuan budget, Yuan paid, Yuan promised, Yuan more) {

	static BudgetUse of(Yuan budget, FundBalance balance, Yuan more) {
		return new BudgetUse(budget, balance.paid(), balance.promised(), more);
	}

	/** What is left of it then; below zero by how much it is exceeded. */
	public Yuan left() {
		return this.budget.minus(this.paid).minus(this.promised).minus(this.more);
	}

	public boolean isOver() {
		return left().isNegative();
	}

	public Yuan over() {
		return left().negate();
	}

}
