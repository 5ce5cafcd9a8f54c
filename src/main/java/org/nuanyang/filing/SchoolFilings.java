package org.nuanyang.filing;

import java.util.List;
import java.util.Optional;

/** A school and its filings, the latest first; a school without one stands there too. */
public record SchoolFilings(long schoolId, String schoolName, String districtName, List<FilingHead> filings) {

	public Optional<FilingHead> latest() {
		return this.filings.stream().findFirst();
	}

}
