package org.nuanyang.fund;

import org.jspecify.annotations.Nullable;
import org.nuanyang.programme.ProgrammeView;

/**
 * What a programme may cost in a school year beside what its funds did.
 *
 * @param budget null where none was set
 * @param inUse the programme pays in this year, or has a fund for it
 */
record BudgetLine(ProgrammeView programme, @Nullable BudgetView budget, FundBalance ofYear, boolean inUse) {

}
