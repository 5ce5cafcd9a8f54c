package org.nuanyang.household;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.Yuan;

/**
 * One row of 家庭成员情况, the pupil left out.
 *
 * @param age null where it is not known, as of a missing parent
 * @param yearlyIncome wages, business, property, net farm income and the rest; zero is
 * written, never left blank
 */
public record Member(String name, Relation relation, @Nullable Integer age, String workUnit, String occupation,
		Yuan yearlyIncome, MemberHealth health) {

	/** Whether the filling rules count this member in 家庭人口. */
	public boolean counted() {
		return this.relation.counted() && this.health.present();
	}

}
