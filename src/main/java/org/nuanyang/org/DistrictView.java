package org.nuanyang.org;

/** A school district with its county. */
record DistrictView(long id, String name, long countyId, String countyName) {

}
