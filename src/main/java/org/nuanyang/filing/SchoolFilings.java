package org.nuanyang.filing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A school and its filings, the latest first; a school without one stands there too.
 *
 * @param changed how many rows of a filing the files of today say otherwise, by filing
 */
public record SchoolFilings(long schoolId, String schoolName, String districtName, List<FilingHead> filings,
		Map<Long, Integer> changed) {

	public int changed(FilingHead filing) {
		return this.changed.getOrDefault(filing.id(), 0);
	}

	SchoolFilings only(Predicate<FilingHead> some) {
		return new SchoolFilings(this.schoolId, this.schoolName, this.districtName,
				this.filings.stream().filter(some).toList(), this.changed);
	}

	public Optional<FilingHead> latest() {
		return this.filings.stream().findFirst();
	}

}
