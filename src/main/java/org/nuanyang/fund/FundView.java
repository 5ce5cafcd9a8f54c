package org.nuanyang.fund;

import org.nuanyang.kernel.SchoolYear;

/** A fund account with its purpose and what it has. */
public record FundView(long id, long schoolId, String schoolName, String name, FundSource source, long programmeId,
		String programmeName, SchoolYear year, FundBalance balance) {

}
