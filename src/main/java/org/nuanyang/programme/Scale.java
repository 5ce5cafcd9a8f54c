package org.nuanyang.programme;

import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.kernel.Yuan;

/** What a programme pays in one school year, whatever its amounts depend on. */
public sealed interface Scale permits Standards, StageStandards {

	SchoolYear year();

	/** Yuan per school year. */
	Yuan annual(Recipient who);

	/** Yuan per term: half the annual amount, exact to the fen. */
	default Yuan perTerm(Recipient who) {
		return annual(who).half();
	}

}
