package org.nuanyang.org;

import java.util.List;

/** The districts and schools of a place, and whether more may be added there. */
record StructurePage(List<DistrictView> districts, List<SchoolView> schools, List<CountyView> counties, boolean mayEdit,
		boolean mayAddCounties) {

	public List<SchoolView> schoolsOf(long districtId) {
		return this.schools.stream().filter((school) -> school.districtId() == districtId).toList();
	}

	public boolean mayAddDistricts() {
		return this.mayEdit && !this.counties.isEmpty();
	}

	record CountyView(long id, String name) {

	}

}
