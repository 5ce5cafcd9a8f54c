package org.nuanyang.org;

import org.nuanyang.kernel.SchoolStage;

/** A school with the district and county above it. */
public record SchoolView(long id, String name, String code, SchoolStage stage, boolean boarding, long districtId,
		String districtName, long countyId, String countyName) {

}
