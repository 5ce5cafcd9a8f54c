package org.nuanyang.award;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nuanyang.kernel.SchoolYear;
import org.nuanyang.programme.Tier;

/** Which awards a list shows; tier and class may be left open. */
record AwardFilter(long schoolId, long programmeId, SchoolYear year, @Nullable Tier tier, @Nullable Long classId,
		@Nullable AwardStatus status) {

	Map<String, @Nullable Object> parameters() {
		var parameters = new HashMap<String, @Nullable Object>();
		parameters.put("school", this.schoolId);
		parameters.put("programme", this.programmeId);
		parameters.put("year", this.year.firstYear());
		parameters.put("tier", (this.tier != null) ? this.tier.name() : null);
		parameters.put("class", this.classId);
		parameters.put("status", (this.status != null) ? this.status.name() : null);
		return parameters;
	}

}
