package org.nuanyang.fund;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.ProgrammeView;

/**
 * What a programme may cost in a school year beside what its funds did.
 *
 * @param budget the one in force, or null
 * @param proposal a later one that is not approved, or null
 * @param inUse the programme pays in this year, or has a fund for it
 */
record BudgetLine(ProgrammeView programme, @Nullable BudgetView budget, @Nullable BudgetView proposal,
		FundBalance ofYear, boolean inUse) {

	public boolean isSet() {
		return this.budget != null || this.proposal != null;
	}

}
