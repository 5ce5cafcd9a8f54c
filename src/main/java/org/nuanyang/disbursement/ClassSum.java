package org.nuanyang.disbursement;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * A class on a payment list: how many of it are due how much.
 *
 * @param paid what of it was paid; null while nothing was
 */
public record ClassSum(int grade, long classId, String name, int rows, Yuan total, @Nullable Yuan paid) {

	/** The grade of a class as it is written: 五年级 of 五年级(2)班. */
	public String gradeName() {
		var bracket = this.name.indexOf('(');
		return (bracket > 0) ? this.name.substring(0, bracket) : this.name;
	}

}
